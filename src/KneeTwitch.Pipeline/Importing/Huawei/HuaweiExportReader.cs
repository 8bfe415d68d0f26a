using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Huawei;

/// <summary>
/// Reads the workouts of a Huawei Health export, and tracks that come as files. What the other files hold is not known: they are counted with
/// the names of their fields, and nothing is guessed.
/// </summary>
internal sealed class HuaweiExportReader : IExportReader
{
    private const int HeadBytes = 4_096;
    private const int MostKeys = 8;
    private const string WorkoutFolder = "motion path detail data";
    private const string FolderEnd = " & description/";

    private enum Kind
    {
        Workouts,
        Track,
        NotKnown,
    }

    public string Format => "huawei";

    public string Name => "Huawei Health";

    public string? Doubt => "sport of a loose track, from the rate of steps";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        return files.Count == 0
            ? Recognition.No
            : Recognition.Sure($"{files[0].Entry.Path} is a file of Huawei Health").Of([.. files.Select(file => file.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        files.Announce(export, context);
        var workouts = new HuaweiWorkouts();
        foreach (var (entry, kind) in files)
        {
            var findings = new RowFindings(entry.Path, kind is Kind.Track, context) { At = kind is Kind.Track ? 1 : 0 };
            if (kind is Kind.Track)
            {
                workouts.Add(await TrackAsync(entry, context, cancel), findings);
            }
            else if (kind is Kind.Workouts)
            {
                await ReadWorkoutsAsync(entry, workouts, findings, context, cancel);
            }
            else
            {
                var keys = JsonHead.FirstItemKeys(await entry.HeadAsync(HeadBytes, cancel)).Take(MostKeys);
                context.Facts.LeftUnread($"{entry.Name}: its format is not known yet; fields: {string.Join(", ", keys)}");
            }
        }

        foreach (var reading in workouts.Readings())
        {
            yield return reading;
        }
    }

    /// <summary>Until July 2020 days with workouts, since then workouts.</summary>
    private static async Task ReadWorkoutsAsync(ExportEntry entry, HuaweiWorkouts workouts, RowFindings findings, ReadingContext context, CancellationToken cancel)
    {
        await foreach (var item in JsonItems.ReadAsync(HuaweiRepair.Of(entry), "", context, cancel))
        {
            findings.At = item.At;
            var isDay = item.Value.Field("motionPathData") is not null;
            foreach (var workout in isDay ? item.Value.Items("motionPathData") : [item.Value])
            {
                workouts.Add(workout, findings);
            }
        }
    }

    private static async Task<HiTrack> TrackAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        var track = new HiTrack { Start = StartOf(entry.Name) };
        await using var content = await EntryContent.OpenAsync(entry, context, cancel);
        using var text = new StreamReader(content);
        var lines = new CsvLines(text, (reason, line) => context.Rejects.AddLine(reason, entry.Path, line)) { Delimiter = '\u0001' };
        while (await lines.ReadAsync(cancel))
        {
            if (!track.Add(lines.Fields[0]))
            {
                context.Rejects.AddLine("a line that is none of a track", entry.Path, lines.Line);
            }
        }

        return track;
    }

    /// <summary>The name holds the start in seconds, for times that are relative to its day.</summary>
    private static DateTimeOffset? StartOf(string name) =>
        name.Split('_') is ["HiTrack", { Length: >= 10 } numbers, ..] && long.TryParse(numbers.AsSpan(0, 10), out var seconds) ? Moments.FromSeconds(seconds) : null;

    private static Task<IReadOnlyList<(ExportEntry Entry, Kind Kind)>> FilesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<Kind>(export, async entry => KindOf(entry, await entry.HeadAsync(HeadBytes, cancel)));

    private static Kind? KindOf(ExportEntry entry, byte[] head)
    {
        if (head.AsSpan().StartsWith("tp="u8) && head.AsSpan().IndexOf(";k="u8) > 0)
        {
            return Kind.Track;
        }

        if (!JsonHead.IsJson(head))
        {
            return null;
        }

        var isWorkouts = entry.Path.Contains(WorkoutFolder, StringComparison.OrdinalIgnoreCase)
            || head.AsSpan().IndexOf("\"motionPathData\""u8) >= 0
            || (head.AsSpan().IndexOf("HW_EXT_TRACK_DETAIL@is"u8) >= 0 && head.AsSpan().IndexOf("\"sportType\""u8) >= 0);
        return isWorkouts ? Kind.Workouts : entry.Path.Contains(FolderEnd, StringComparison.OrdinalIgnoreCase) ? Kind.NotKnown : null;
    }
}
