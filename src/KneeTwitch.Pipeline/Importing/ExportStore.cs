using System.IO.Compression;
using System.Security.Cryptography;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// Keeps exports under their SHA-256. What lies there is the durable truth of an import: it is written whole, synced and checked before
/// anyone says "accepted".
/// </summary>
public sealed class ExportStore(ImportOptions options)
{
    private const int UnixNoSpace = 28;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int BufferBytes = 1 << 17;
    private static readonly DateTimeOffset ZipEpoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Stores a file, or a folder packed into a zip that is the same for the same content.</summary>
    /// <exception cref="ExportFormatException">It cannot be used, is too large, or the disk is full.</exception>
    public async Task<StoredExport> PutAsync(string path, CancellationToken cancel)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        if (Directory.Exists(path))
        {
            var entries = FolderEntries.List(path, name, options.Limits);
            return await PutAsync(name, (to, _) => PackAsync(entries, to, cancel), cancel);
        }

        // Says at once what is wrong with a file, before gigabytes of it are copied.
        await (await ExportFiles.OpenAsync(path, name, options.Limits, cancel)).DisposeAsync();
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferBytes, FileOptions.SequentialScan | FileOptions.Asynchronous);
        return await PutAsync(file, name, cancel);
    }

    /// <summary>Stores what a stream gives, such as an upload.</summary>
    /// <exception cref="ExportFormatException">It cannot be used, is too large, or the disk is full.</exception>
    public Task<StoredExport> PutAsync(Stream content, string name, CancellationToken cancel) =>
        PutAsync(name, (to, place) => CopyAsync(content, to, place, cancel), cancel);

    /// <summary>Where an export lies.</summary>
    public string PathOf(string hash) => Path.Combine(options.Folder, hash[..2], hash);

    internal static bool IsDiskFull(IOException failure) => failure.HResult is UnixNoSpace or WindowsDiskFull;

    private async Task<StoredExport> PutAsync(string name, Func<Stream, string, Task> write, CancellationToken cancel)
    {
        var incoming = Path.Combine(options.Folder, "incoming");
        var draft = Path.Combine(incoming, Path.GetRandomFileName());
        try
        {
            Directory.CreateDirectory(incoming);
            await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None, BufferBytes, FileOptions.Asynchronous))
            {
                await write(file, name);
                file.Flush(flushToDisk: true);
            }

            await (await ExportFiles.OpenAsync(draft, name, options.Limits, cancel)).DisposeAsync();
            var stored = new StoredExport(await HashAsync(draft, cancel), EntryPath.WithoutMail(name), new FileInfo(draft).Length);
            var place = PathOf(stored.Hash);
            Directory.CreateDirectory(Path.GetDirectoryName(place) ?? options.Folder);
            File.Move(draft, place, overwrite: true);
            return stored;
        }
        catch (IOException failure) when (IsDiskFull(failure))
        {
            throw new ExportFormatException(
                null, name, $"does not fit: the disk of {options.Folder} is full, and nothing of it was kept", "Make room there, or choose another folder with --data", failure);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private async Task CopyAsync(Stream from, Stream to, string name, CancellationToken cancel)
    {
        var buffer = new byte[BufferBytes];
        var total = 0L;
        while (await from.ReadAsync(buffer, cancel) is var read and > 0)
        {
            total += read;
            if (total > options.MaximumBytes)
            {
                throw new ExportFormatException(null, name, $"is larger than {options.MaximumBytes >> 20:N0} MB", "Give a smaller part of it");
            }

            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }
    }

    private static async Task PackAsync(IReadOnlyList<ExportEntry> entries, Stream to, CancellationToken cancel)
    {
        using var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var entry in entries)
        {
            var packed = zip.CreateEntry(entry.Path, CompressionLevel.Fastest);
            packed.LastWriteTime = ZipEpoch;
            await using var content = await entry.OpenAsync(cancel);
            await using var place = await packed.OpenAsync(cancel);
            await content.CopyToAsync(place, cancel);
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken cancel)
    {
        await using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancel));
    }
}
