namespace KneeTwitch.Pipeline.Importing;

/// <summary>One file of an export, whether it lies in a zip, in a folder or alone.</summary>
public sealed class ExportEntry
{
    private readonly Func<CancellationToken, ValueTask<Stream>> open;

    internal ExportEntry(string path, long length, Func<CancellationToken, ValueTask<Stream>> open)
    {
        Path = path;
        Length = length;
        this.open = open;
    }

    /// <summary>Where it lies below the export's root: slashes, no dots, nothing before the root.</summary>
    public string Path { get; }

    /// <summary>The last part of the path.</summary>
    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>Unpacked bytes, as declared; reading ends with an error where there are more. Of a gzip file, which does not declare any, the packed ones.</summary>
    public long Length { get; }

    /// <summary>Streams the content, unpacked. Entries of one zip share a file: read one at a time.</summary>
    public ValueTask<Stream> OpenAsync(CancellationToken cancel) => open(cancel);

    /// <summary>The first bytes, fewer where the entry is shorter or damaged: enough to tell what it is.</summary>
    public async Task<byte[]> HeadAsync(int bytes, CancellationToken cancel)
    {
        var head = new byte[bytes];
        var count = 0;
        try
        {
            await using var content = await OpenAsync(cancel);
            while (count < head.Length && await content.ReadAsync(head.AsMemory(count), cancel) is var read and > 0)
            {
                count += read;
            }
        }
        catch (InvalidDataException)
        {
            // What could be unpacked is still worth a look; whoever reads the whole entry reports the damage.
        }

        return head[..count];
    }
}
