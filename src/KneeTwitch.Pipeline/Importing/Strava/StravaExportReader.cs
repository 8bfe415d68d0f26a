using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Strava;

/// <summary>
/// Reads the bulk export of a Strava account: the list of activities, and the pulse in the recordings beside it. The list holds what the
/// wearer cropped and corrected, so a listed recording is not a second workout.
/// </summary>
internal sealed class StravaExportReader : IExportReader
{
    private const int HeadBytes = 8_192;
    private const int LeastColumns = 15;
    private const string ListName = "activities.csv";
    private static readonly Source Strava = Source.Named("Strava", SourceKind.App);

    public string Format => "strava-bulk";

    public string Name => "Strava";

    public string? Doubt => "other languages: columns 0 to 7 only, known by how rows begin";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        if (await FindListAsync(export, cancel) is not var (list, isEnglish))
        {
            return Recognition.No;
        }

        var recognition = isEnglish ? Recognition.Sure($"{list.Path} lists activities as Strava does") : Recognition.Likely($"{list.Path} lists activities as Strava does in another language");
        return recognition.Of([list, .. export.Entries.Where(entry => IsInActivities(entry, list))]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (await FindListAsync(export, cancel) is not var (list, _))
        {
            throw new ExportFormatException(Name, export.Name, $"holds no list of activities; found: {export.Describe()}", "Ask Strava for a download of the whole account again");
        }

        context.Progress.Expect(list.Length);
        var listed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var findings = new RowFindings(list.Path, hasLines: true, context);
        await using (var table = await CsvTable.OpenAsync(list, CsvOptions.Default, context, cancel))
        {
            var columns = new StravaColumns(table);
            await foreach (var row in table.RowsAsync(cancel))
            {
                Row(row, columns, findings, listed);
                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }

        var recordings = await RecordingsAsync(export, list, context, cancel);
        foreach (var (entry, kind) in recordings)
        {
            context.Progress.Expect(entry.Length);
        }

        foreach (var isListed in new[] { true, false })
        {
            var files = recordings.Where(file => listed.Contains(Stem(file.Entry.Path)) == isListed).ToList();
            await foreach (var reading in RecordingFiles.ReadAsync(files, context, cancel))
            {
                if (!isListed || reading.Metric is < Metric.WorkoutSport or > Metric.WorkoutZone5Minutes)
                {
                    yield return reading;
                }
            }
        }
    }

    private static void Row(CsvRow row, StravaColumns columns, RowFindings findings, HashSet<string> listed)
    {
        if (row.IsHeader)
        {
            return;
        }

        if (columns.File(row) is { } file)
        {
            listed.Add(Stem(file));
        }

        if (StravaDate.Parse(columns.Date(row)) is not { } start)
        {
            row.Reject("an activity without a date that can be read");
            return;
        }

        if (!findings.IsPossible(start, row.Line))
        {
            return;
        }

        var moving = columns.Last(row, "Moving Time");
        if ((columns.ElapsedSeconds(row) ?? moving) is not (> 0 and < 31 * 86_400 and var elapsed))
        {
            row.Reject("an activity without a duration that can be");
            return;
        }

        var workout = new FoundWorkout(start, start.AddSeconds(elapsed), SportWords.Find(columns.Type(row)))
        {
            Minutes = moving / 60 ?? elapsed / 60,
            DistanceM = columns.DistanceM(row),
            EnergyKcal = columns.Last(row, "Calories"),
            AverageHeartRateBpm = columns.Last(row, "Average Heart Rate"),
            MaxHeartRateBpm = columns.MaxHeartRateBpm(row),
            AscentM = columns.Last(row, "Elevation Gain"),
            TemperatureC = columns.Last(row, "Average Temperature"),
            Rpe = columns.Last(row, "Perceived Exertion"),
        };
        workout.AddTo(findings, Strava, row.Line);
    }

    private static async Task<List<(ExportEntry Entry, RecordingKind Kind)>> RecordingsAsync(ExportFiles export, ExportEntry list, ReadingContext context, CancellationToken cancel)
    {
        var found = new List<(ExportEntry Entry, RecordingKind Kind)>();
        foreach (var entry in export.Entries.Where(entry => entry != list))
        {
            var folder = Folder(entry.Path);
            if (IsInActivities(entry, list) && await RecordingFiles.KindAsync(entry, cancel) is { } kind)
            {
                found.Add((entry, kind));
            }
            else
            {
                context.Facts.LeftUnread(folder.Length == 0 ? $"file {entry.Name}" : $"files {folder}/*{Path.GetExtension(entry.Name)}");
            }
        }

        return found;
    }

    private static async ValueTask<(ExportEntry List, bool IsEnglish)?> FindListAsync(ExportFiles export, CancellationToken cancel)
    {
        foreach (var entry in export.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || export.Entries.Count == 1))
        {
            var head = await entry.HeadAsync(HeadBytes, cancel);
            var header = CsvTable.HeaderOf(head);
            if (header.Has(StravaColumns.First))
            {
                return (entry, true);
            }

            var isNamed = entry.Name.Equals(ListName, StringComparison.OrdinalIgnoreCase) && export.Entries.Any(other => IsInActivities(other, entry));
            if (header.Names.Count >= LeastColumns && (isNamed || StravaColumns.StandInPlace(TextEncoding.Decode(head))))
            {
                return (entry, false);
            }
        }

        return null;
    }

    /// <summary>The recordings lie in a folder beside the list.</summary>
    private static bool IsInActivities(ExportEntry entry, ExportEntry list) =>
        Folder(entry.Path) == "activities" && EntryPath.IsBelow(entry.Path, EntryPath.FolderOf(list.Path));

    private static string Folder(string path) => path.Split('/') is { Length: > 1 } parts ? parts[^2] : "";

    /// <summary>The number of the upload, which is not the number of the activity.</summary>
    private static string Stem(string path) => path[(path.LastIndexOf('/') + 1)..].Split('.')[0];
}
