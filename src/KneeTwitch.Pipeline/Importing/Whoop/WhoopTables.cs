using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Whoop;

/// <summary>What is taken from a row of each table.</summary>
internal static class WhoopTables
{
    internal static readonly Source Strap = Source.Named("WHOOP", SourceKind.Worn);

    private const double LongestMinutes = 1_440;

    private static readonly string[][] Times = [WhoopWords.CycleStart, WhoopWords.Zone];

    private static readonly string[][] SleepColumns =
    [
        WhoopWords.Onset, WhoopWords.Wake, WhoopWords.Breaths, WhoopWords.Asleep, WhoopWords.InBed, WhoopWords.Light, WhoopWords.Deep, WhoopWords.Rem,
        WhoopWords.Awake, WhoopWords.Nap,
    ];

    private static readonly Dictionary<WhoopKind, HashSet<string>> Columns = new()
    {
        [WhoopKind.Sleeps] = Normalized([.. Times, .. SleepColumns]),
        [WhoopKind.Cycles] = Normalized(
            [.. Times, .. SleepColumns, WhoopWords.RestingHeartRate, WhoopWords.Hrv, WhoopWords.SkinTemperature, WhoopWords.OxygenSaturation, WhoopWords.CycleEnd, WhoopWords.Energy]),
        [WhoopKind.Workouts] = Normalized(
        [
            .. Times, WhoopWords.WorkoutStart, WhoopWords.WorkoutEnd, WhoopWords.Activity, WhoopWords.Duration, WhoopWords.Energy, WhoopWords.MaxHeartRate,
            WhoopWords.AverageHeartRate, WhoopWords.Distance, WhoopWords.Ascent, .. Enumerable.Range(1, 5).Select(WhoopWords.ZoneShare),
        ]),
    };

    /// <summary>True for tables of whose columns something is taken.</summary>
    internal static bool IsRead(WhoopKind kind) => Columns.ContainsKey(kind);

    internal static bool IsColumn(WhoopKind kind, string name) => Columns[kind].Contains(CsvHeader.Normalize(name));

    internal static void Add(WhoopKind kind, WhoopRow row, WhoopNights nights, RowFindings findings)
    {
        switch (kind)
        {
            case WhoopKind.Sleeps:
                nights.Add(row, findings);
                break;
            case WhoopKind.Cycles:
                nights.Add(row, findings);
                nights.AddEnergy(row);
                AddRecovery(row, findings);
                break;
            case WhoopKind.Workouts:
                AddWorkout(row, findings);
                break;
        }
    }

    /// <summary>What was measured in the night of a cycle; a cycle without a night has none of it. Belongs to the day of waking up.</summary>
    private static void AddRecovery(WhoopRow row, RowFindings findings)
    {
        if (row.Instant(WhoopWords.Onset) is not { } onset || row.Instant(WhoopWords.Wake) is not { } wake || wake <= onset)
        {
            return;
        }

        findings.Add(Metric.RestingHeartRateBpm, wake, wake, Measured(row.Number(WhoopWords.RestingHeartRate)), Strap);
        findings.Add(Metric.HrvRmssdMs, onset, wake, Measured(row.Number(WhoopWords.Hrv)), Strap);
        findings.Add(Metric.SleepingWristTemperatureC, wake, wake, Measured(row.Number(WhoopWords.SkinTemperature)), Strap);
        findings.Add(Metric.OxygenSaturationPercent, wake, wake, Measured(row.Number(WhoopWords.OxygenSaturation)), Strap);
    }

    private static void AddWorkout(WhoopRow row, RowFindings findings)
    {
        if (row.Instant(WhoopWords.WorkoutStart) is not { } start)
        {
            return;
        }

        var said = row.Number(WhoopWords.Duration) is > 0 and <= LongestMinutes and var some ? some : (double?)null;
        if ((row.Instant(WhoopWords.WorkoutEnd) ?? (said is { } minutes ? start.AddMinutes(minutes) : null)) is not { } end)
        {
            findings.Reject("a workout without an end");
            return;
        }

        var length = said ?? (end - start).TotalMinutes;
        new FoundWorkout(start, end, SportWords.Find(row[WhoopWords.Activity]))
        {
            Minutes = said,
            DistanceM = row.Number(WhoopWords.Distance),
            EnergyKcal = row.Number(WhoopWords.Energy),
            AverageHeartRateBpm = row.Number(WhoopWords.AverageHeartRate),
            MaxHeartRateBpm = row.Number(WhoopWords.MaxHeartRate),
            AscentM = row.Number(WhoopWords.Ascent),
            ZoneMinutes = [.. Enumerable.Range(1, 5).Select(zone => row.Number(WhoopWords.ZoneShare(zone)) is >= 0 and <= 100 and var share ? share / 100 * length : (double?)null)],
        }.AddTo(findings, Strap);
    }

    private static double? Measured(double? value) => value is 0 ? null : value;

    private static HashSet<string> Normalized(IEnumerable<string[]> columns) => [.. columns.SelectMany(names => names).Select(CsvHeader.Normalize)];
}
