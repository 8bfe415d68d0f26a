using System.IO.Compression;
using System.IO.Enumeration;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>One view of an export, whether it came as a zip, a folder or a single file. Entries are read one at a time.</summary>
public sealed class ExportFiles : IAsyncDisposable
{
    private const string AskAgain = "Make the export again, or copy it once more";
    private readonly IReadOnlyList<IDisposable> packed;

    private ExportFiles(string name, IReadOnlyList<ExportEntry> entries, params IReadOnlyList<IDisposable> packed)
    {
        Name = name;
        Entries = entries;
        this.packed = packed;
    }

    /// <summary>What the wearer calls it.</summary>
    public string Name { get; }

    /// <summary>In order of path, so that two views of one export are read alike.</summary>
    public IReadOnlyList<ExportEntry> Entries { get; }

    /// <param name="path">A zip, a folder or any single file.</param>
    /// <param name="name">What to call it where the path is not what the wearer knows; null for the path's last part.</param>
    /// <exception cref="ExportFormatException">It is missing, empty, damaged, locked, of no use, or beyond a limit.</exception>
    public static async Task<ExportFiles> OpenAsync(string path, string? name = null, ExportLimits? limits = null, CancellationToken cancel = default)
    {
        name = EntryPath.WithoutMail(name ?? Path.GetFileName(Path.TrimEndingDirectorySeparator(path)));
        limits ??= ExportLimits.Default;
        if (Directory.Exists(path))
        {
            return await NestAsync(name, FolderEntries.List(path, name, limits), null, limits, cancel);
        }

        if (!File.Exists(path))
        {
            throw new ExportFormatException(null, path, "does not exist", "Check the path, and quote it if it holds spaces");
        }

        var file = Open(path);
        try
        {
            return await OpenFileAsync(file, path, name, limits, cancel);
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Entries whose name, or whose path if the pattern holds a slash, fits; * and ? stand for anything, case does not count.</summary>
    public IEnumerable<ExportEntry> Match(string pattern) =>
        Entries.Where(entry => FileSystemName.MatchesSimpleExpression(pattern, pattern.Contains('/') ? entry.Path : entry.Name));

    /// <summary>A few names, for a message that says what was found.</summary>
    public string Describe()
    {
        var names = string.Join(", ", Entries.Take(5).Select(entry => entry.Path));
        return Entries.Count > 5 ? $"{names} and {Entries.Count - 5} more" : names;
    }

    /// <summary>The same export with some of its entries only. It is the whole one that is to be disposed.</summary>
    internal ExportFiles Only(IReadOnlyList<ExportEntry> entries) => new(Name, entries);

    public ValueTask DisposeAsync()
    {
        foreach (var each in packed)
        {
            each.Dispose();
        }

        return ValueTask.CompletedTask;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 17, FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException cause)
        {
            throw new ExportFormatException(null, path, "may not be read by this user", "Change its permissions, or copy it", cause);
        }
    }

    private static async Task<ExportFiles> OpenFileAsync(FileStream file, string path, string name, ExportLimits limits, CancellationToken cancel)
    {
        var head = new byte[FileKind.HeadBytes];
        var count = await file.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancel);
        file.Position = 0;
        var start = head.AsMemory(0, count);
        if (count == 0)
        {
            throw new ExportFormatException(null, name, "is empty", AskAgain);
        }

        if (FileKind.UselessKind(start.Span) is { } what)
        {
            throw new ExportFormatException(null, name, $"is {what}, not an export", "Choose the file that the app's export function made");
        }

        if (FileKind.IsZip(start.Span))
        {
            return await OpenZipAsync(file, name, limits, cancel);
        }

        if (name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            throw new ExportFormatException(null, name, "is called a zip but is none", AskAgain);
        }

        var length = file.Length;
        await file.DisposeAsync();
        var entry = new ExportEntry(EntryPath.Normalize(name) ?? "file", length, _ => ValueTask.FromResult<Stream>(Open(path)));
        return new ExportFiles(name, [FileKind.IsGzip(start.Span) ? NestedEntries.Unpacked(entry, limits) : entry]);
    }

    private static async Task<ExportFiles> NestAsync(string name, IReadOnlyList<ExportEntry> entries, ZipArchive? zip, ExportLimits limits, CancellationToken cancel)
    {
        var nested = await NestedEntries.OpenAsync(entries, limits, cancel);
        return new ExportFiles(name, nested.Entries, zip is null ? [nested] : [nested, zip]);
    }

    private static async Task<ExportFiles> OpenZipAsync(FileStream file, string name, ExportLimits limits, CancellationToken cancel)
    {
        try
        {
            var zip = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: false);
            return await NestAsync(name, ZipEntries.List(zip, name, limits), zip, limits, cancel);
        }
        catch (InvalidDataException cause)
        {
            throw new ExportFormatException(null, name, "is a damaged or incomplete zip: its list of contents cannot be read", AskAgain, cause);
        }
    }
}
