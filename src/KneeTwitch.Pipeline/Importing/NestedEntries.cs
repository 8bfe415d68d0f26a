using System.IO.Compression;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// Opens what is packed inside an export: zips, two levels deep, whose files appear below the zip's own path; and gzip files, which lose
/// their ending. A packed file that cannot be opened stays one file, for a reader to count as unread.
/// </summary>
internal sealed class NestedEntries : IDisposable
{
    private const int MostZips = 1_000;

    /// <summary>A folder or zip of several exports holds zips, and the archives of some vendors hold zips themselves.</summary>
    private const int Deepest = 2;

    private readonly List<ZipArchive> zips = [];
    private readonly List<ExportEntry> entries = [];
    private readonly ExportLimits limits;
    private long total;
    private int count;

    private NestedEntries(ExportLimits limits) => this.limits = limits;

    /// <summary>In order of path.</summary>
    internal IReadOnlyList<ExportEntry> Entries => [.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)];

    internal static async Task<NestedEntries> OpenAsync(IReadOnlyList<ExportEntry> outer, ExportLimits limits, CancellationToken cancel)
    {
        var nested = new NestedEntries(limits) { total = outer.Sum(entry => entry.Length), count = outer.Count };
        try
        {
            foreach (var entry in outer)
            {
                await nested.AddAsync(entry, 1, cancel);
            }

            return nested;
        }
        catch
        {
            nested.Dispose();
            throw;
        }
    }

    public void Dispose() => zips.ForEach(zip => zip.Dispose());

    private async Task AddAsync(ExportEntry entry, int depth, CancellationToken cancel)
    {
        var isZip = depth <= Deepest && entry.Name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) && zips.Count < MostZips;
        var isGzip = entry.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        var head = isZip || isGzip ? await entry.HeadAsync(FileKind.HeadBytes, cancel) : [];
        if (isGzip && FileKind.IsGzip(head))
        {
            entries.Add(Unpacked(entry, limits));
        }
        else if (!isZip || !FileKind.IsZip(head) || !await TryAddZipAsync(entry, depth, cancel))
        {
            entries.Add(entry);
        }
    }

    /// <summary>A gzip file as what is in it. Its size is not known before it is read; half a gigabyte or the usual ratio is the limit.</summary>
    internal static ExportEntry Unpacked(ExportEntry entry, ExportLimits limits)
    {
        var most = Math.Min(limits.UnpackedBytes, Math.Max(limits.RatioFromBytes, entry.Length * limits.Ratio));
        var path = entry.Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) && entry.Name.Length > 3 ? entry.Path[..^3] : entry.Path;
        return new ExportEntry(
            path, entry.Length, async cancel => new GuardedStream(new GZipStream(await entry.OpenAsync(cancel), CompressionMode.Decompress), path, most));
    }

    private async Task<bool> TryAddZipAsync(ExportEntry entry, int depth, CancellationToken cancel)
    {
        if (await TryOpenAsync(entry, cancel) is not { } inner)
        {
            return false;
        }

        foreach (var each in inner)
        {
            await AddAsync(each, depth + 1, cancel);
        }

        return true;
    }

    private async Task<IReadOnlyList<ExportEntry>?> TryOpenAsync(ExportEntry entry, CancellationToken cancel)
    {
        var copy = await TemporaryFile.CopyAsync(entry, cancel);
        ZipArchive? zip = null;
        try
        {
            zip = new ZipArchive(copy, ZipArchiveMode.Read, leaveOpen: false);
            var inner = ZipEntries.List(zip, entry.Path, limits, total, entry.Path + "/");
            count += inner.Count;
            if (count > limits.Entries)
            {
                throw new ExportFormatException(null, entry.Path, $"makes it more than {limits.Entries:N0} files", "Unpack it, and give the parts one by one");
            }

            total += inner.Sum(each => each.Length);
            zips.Add(zip);
            return inner;
        }
        catch (Exception failure) when (failure is InvalidDataException or ExportFormatException)
        {
            zip?.Dispose();
            await copy.DisposeAsync();
            return null;
        }
    }
}
