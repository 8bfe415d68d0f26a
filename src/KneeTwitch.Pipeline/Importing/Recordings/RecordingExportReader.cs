using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>
/// Reads recordings that come on their own, one file or a folder of many. A folder may hold several kinds; the kind that most of its
/// files are gives the format its name, and all are read.
/// </summary>
internal sealed class RecordingExportReader(RecordingKind kind, string format, string name, string? doubt) : IExportReader
{
    private const int MostHeads = 2_000;

    internal static IReadOnlyList<IExportReader> All { get; } =
    [
        new RecordingExportReader(RecordingKind.Fit, "fit", "FIT", "zone array, end of the last sleep level, minutes 33 and 34 counted as cumulative"),
        new RecordingExportReader(RecordingKind.Tcx, "tcx", "TCX", doubt: null),
        new RecordingExportReader(RecordingKind.Gpx, "gpx", "GPX", "ascent: a threshold of 3 m"),
    ];

    public string Format => format;

    public string Name => name;

    public string? Doubt => doubt;

    /// <summary>Among other files recordings may be part of something that another reader knows, and claims: what is left is read here.</summary>
    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = await FindAsync(export.Entries.Take(MostHeads), cancel);
        var mine = files.Count(file => file.Kind == kind);
        if (mine == 0)
        {
            return Recognition.No;
        }

        var isMost = files.CountBy(file => file.Kind).OrderByDescending(count => count.Value).ThenBy(count => count.Key).First().Key == kind;
        var recognition = !isMost ? Recognition.Maybe($"{mine} {name} files")
            : files.Count == export.Entries.Count ? Recognition.Sure($"{mine} {name} files")
            : Recognition.Likely($"{mine} {name} files among others");
        var endings = files.Select(file => Path.GetExtension(file.Entry.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return recognition.Of([.. files.Select(file => file.Entry), .. export.Entries.Skip(MostHeads).Where(entry => endings.Contains(Path.GetExtension(entry.Name)))]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = await FindAsync(export.Entries, cancel);
        if (files.Count == 0)
        {
            throw new ExportFormatException(Name, export.Name, $"holds no recording; found: {export.Describe()}", "Give the file that the device or service handed over");
        }

        foreach (var (entry, _) in files)
        {
            context.Progress.Expect(entry.Length);
        }

        foreach (var entry in export.Entries.Except(files.Select(file => file.Entry)))
        {
            context.Facts.LeftUnread($"files *{Path.GetExtension(entry.Name)}");
        }

        await foreach (var reading in RecordingFiles.ReadAsync(files, context, cancel))
        {
            yield return reading;
        }
    }

    private static async Task<List<(ExportEntry Entry, RecordingKind Kind)>> FindAsync(IEnumerable<ExportEntry> entries, CancellationToken cancel)
    {
        var found = new List<(ExportEntry Entry, RecordingKind Kind)>();
        foreach (var entry in entries)
        {
            if (await RecordingFiles.KindAsync(entry, cancel) is { } known)
            {
                found.Add((entry, known));
            }
        }

        return found;
    }
}
