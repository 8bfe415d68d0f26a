using System.IO.Compression;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>The entries of a zip, judged by the sizes they declare; <see cref="GuardedStream"/> holds them to it.</summary>
internal static class ZipEntries
{
    private const string UseAsIs = "Export the data again and use the file as it comes";

    /// <param name="total">Bytes of what is unpacked already; the limit is for all of it.</param>
    /// <param name="prefix">What goes before the entries' paths.</param>
    internal static IReadOnlyList<ExportEntry> List(ZipArchive zip, string name, ExportLimits limits, long total = 0, string prefix = "")
    {
        if (zip.Entries.Count > limits.Entries)
        {
            throw new ExportFormatException(null, name, $"holds more than {limits.Entries:N0} files", UseAsIs);
        }

        var entries = new List<ExportEntry>();
        foreach (var packed in zip.Entries)
        {
            if (EntryPath.Normalize(packed.FullName) is not { } inner || IsFolder(packed) || EntryPath.IsLitter(inner))
            {
                continue;
            }

            var path = prefix + inner;
            total += packed.Length;
            Check(packed, path, total, name, limits);
            entries.Add(new ExportEntry(path, packed.Length, cancel => OpenAsync(packed, path, cancel)));
        }

        return entries.Count > 0
            ? [.. entries.OrderBy(entry => entry.Path, StringComparer.Ordinal)]
            : throw new ExportFormatException(null, name, "is a zip with nothing in it", UseAsIs);
    }

    private static bool IsFolder(ZipArchiveEntry packed) => packed.FullName.EndsWith('/') || packed.FullName.EndsWith('\\');

    private static void Check(ZipArchiveEntry packed, string path, long total, string name, ExportLimits limits)
    {
        if (packed.IsEncrypted)
        {
            throw new ExportFormatException(null, name, "is protected by a password", "Unpack it with its password (7-Zip, Keka and WinZip can), and give the unpacked folder");
        }

        if (path.Length > limits.PathLength)
        {
            throw new ExportFormatException(null, name, $"holds a file name of more than {limits.PathLength:N0} characters", UseAsIs);
        }

        if (total > limits.UnpackedBytes || total < 0)
        {
            throw new ExportFormatException(null, name, $"unpacks to more than {limits.UnpackedBytes >> 20:N0} MB", "Unpack it, and give the parts one by one");
        }

        if (packed.Length > limits.RatioFromBytes && packed.Length / limits.Ratio > packed.CompressedLength)
        {
            throw new ExportFormatException(null, $"{name}, {path},", $"is packed more than {limits.Ratio:N0} to 1, as a zip bomb is", UseAsIs);
        }
    }

    private static async ValueTask<Stream> OpenAsync(ZipArchiveEntry packed, string path, CancellationToken cancel) =>
        new GuardedStream(await packed.OpenAsync(cancel), path, packed.Length);
}
