using System.Text;
using System.Text.RegularExpressions;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>Which part of the archive a file is, by its base name: folders are renamed and translated between generations, base names are not.</summary>
internal static partial class FitbitFiles
{
    private const int HeadBytes = 512;

    /// <summary>Most of an archive's bytes are of no use to anyone; they are not even opened.</summary>
    private static readonly string[] JsonSeries =
    [
        "steps", "distance", "calories", "heart_rate", "resting_heart_rate", "moderately_active_minutes", "very_active_minutes",
        "demographic_vo2_max", "run_vo2_max", "exercise", "sleep", "weight", "food_logs", "water_logs",
    ];

    private static readonly (string Start, FitbitPart Part)[] Tables =
    [
        ("stress score", FitbitPart.StressScore),
        ("heart rate variability details", FitbitPart.HrvDetails),
        ("daily heart rate variability summary", FitbitPart.HrvSummary),
        ("daily respiratory rate summary", FitbitPart.RespiratoryRate),
        ("minute spo2", FitbitPart.OxygenByMinute),
        ("daily spo2", FitbitPart.OxygenByDay),
        ("computed temperature", FitbitPart.Temperature),
        ("active zone minutes", FitbitPart.ZoneMinutes),
        ("profile", FitbitPart.Profile),
        ("fitbit_export", FitbitPart.Diary),
    ];

    private static readonly (string Start, FitbitPart Part)[] GoogleTables =
    [
        ("usersleepstages", FitbitPart.GoogleSleepStages),
        ("usersleepscores", FitbitPart.Unread),
        ("usersleeps", FitbitPart.GoogleSleeps),
        ("userexercises", FitbitPart.GoogleExercises),
        ("active_zone_minutes", FitbitPart.ZoneMinutes),
    ];

    internal static FitbitPart PartOf(ExportEntry entry)
    {
        var name = entry.Name.ToLowerInvariant();
        if (name.EndsWith(".json", StringComparison.Ordinal) && SeriesName().Match(name) is { Success: true } series)
        {
            return Array.IndexOf(JsonSeries, series.Groups[1].Value) switch
            {
                < 0 => FitbitPart.Unread,
                _ => Enum.Parse<FitbitPart>(series.Groups[1].Value.Replace("_", "", StringComparison.Ordinal), ignoreCase: true),
            };
        }

        if (name.EndsWith(".tcx", StringComparison.Ordinal))
        {
            return FitbitPart.Recording;
        }

        if (!name.EndsWith(".csv", StringComparison.Ordinal))
        {
            return FitbitPart.Unread;
        }

        if (IsGoogleData(entry))
        {
            var table = GoogleTables.FirstOrDefault(table => name.StartsWith(table.Start, StringComparison.Ordinal));
            return table.Start is not null ? table.Part : FitbitGoogleTables.Find(entry) is null ? FitbitPart.Unread : FitbitPart.GoogleTable;
        }

        return Tables.FirstOrDefault(table => name.StartsWith(table.Start, StringComparison.Ordinal)).Part;
    }

    internal static bool IsGoogleData(ExportEntry entry) => entry.Path.Contains("_GoogleData/", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a file that is called as one of Fitbit's also looks like one.</summary>
    internal static async Task<bool> IsOwnAsync(ExportEntry entry, FitbitPart part, CancellationToken cancel)
    {
        var head = Encoding.UTF8.GetString(await entry.HeadAsync(HeadBytes, cancel)).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return part switch
        {
            FitbitPart.Unread => false,
            <= FitbitPart.WaterLogs => head.StartsWith('[') && OwnField().IsMatch(head),
            FitbitPart.StressScore => head.StartsWith("DATE,UPDATED_AT,STRESS_SCORE", StringComparison.Ordinal),
            FitbitPart.Profile => head.StartsWith("id,full_name", StringComparison.Ordinal),
            FitbitPart.Diary => FitbitDiary.IsHead(head),
            FitbitPart.GoogleTable => head.StartsWith("timestamp,", StringComparison.Ordinal),
            FitbitPart.GoogleExercises => head.StartsWith("exercise_id,exercise_start", StringComparison.Ordinal),

            // Anybody may have written one; it is Fitbit's where it lies among Fitbit's files.
            FitbitPart.Recording => false,
            FitbitPart.GoogleSleeps or FitbitPart.GoogleSleepStages => head.StartsWith("sleep_id,", StringComparison.Ordinal),
            FitbitPart.HrvDetails or FitbitPart.HrvSummary => head.StartsWith("timestamp,rmssd", StringComparison.Ordinal),
            _ => head.StartsWith("timestamp,", StringComparison.Ordinal) || head.StartsWith("date_time,", StringComparison.Ordinal)
                || head.StartsWith("type,sleep_start", StringComparison.Ordinal) || head.StartsWith("sleep_start", StringComparison.Ordinal),
        };
    }

    /// <summary>What Fitbit writes into a folder that has nothing in it.</summary>
    internal static async Task<bool> IsEmptyAsync(ExportEntry entry, CancellationToken cancel) =>
        Encoding.UTF8.GetString(await entry.HeadAsync(64, cancel)).Trim('\uFEFF', ' ', '\r', '\n', '\t') is "" or "no data";

    /// <summary>Files that are not read are counted by the first part of their names: there are thousands.</summary>
    internal static string Kind(ExportEntry entry)
    {
        var name = LeadingWords().Match(entry.Name).Value.Trim(' ', '-', '_');
        return $"files {(name.Length == 0 ? "" : name)}*{Path.GetExtension(entry.Name)}";
    }

    [GeneratedRegex(@"^([a-z0-9_]+?)-(\d{4}-\d{2}-\d{2}|\d+)(?: ?\(\d+\))?\.json$", RegexOptions.CultureInvariant)]
    private static partial Regex SeriesName();

    [GeneratedRegex("\"(dateTime|logId|dateOfSleep|activityName|logDate|waterAmount)\"", RegexOptions.CultureInvariant)]
    private static partial Regex OwnField();

    [GeneratedRegex(@"^[^\d.]*", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingWords();
}
