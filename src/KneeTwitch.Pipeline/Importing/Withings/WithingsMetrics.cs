using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Withings;

/// <summary>The tables we read, by file name.</summary>
internal static class WithingsMetrics
{
    internal static readonly Source Watch = Source.Named("Withings watch", SourceKind.Worn);

    /// <summary>A mat under the mattress measures one body, as a worn sensor does.</summary>
    internal static readonly Source Mat = Source.Named("Withings Sleep", SourceKind.Worn);

    internal static readonly Source Scale = Source.Named("Withings scale", SourceKind.Worn);

    internal static readonly Source Cuff = Source.Named("Withings BPM", SourceKind.Worn);

    /// <summary>What the app sums up; kept apart from the sensors' own data, so that it only fills what they leave open.</summary>
    internal static readonly Source App = Source.Named("Withings", SourceKind.App);

    private static readonly Dictionary<string, (Metric Metric, Source Source)> RawTables = new(StringComparer.OrdinalIgnoreCase)
    {
        ["raw_tracker_steps"] = (Metric.Steps, Watch),
        ["raw_tracker_distance"] = (Metric.DistanceM, Watch),
        ["raw_tracker_calories-earned"] = (Metric.ActiveEnergyKcal, Watch),
        ["raw_tracker_hr"] = (Metric.HeartRateBpm, Watch),
        ["raw_tracker_sleep-state"] = (Metric.SleepStage, Watch),
        ["raw_hr_hr"] = (Metric.HeartRateBpm, Watch),
        ["raw_spo2_auto_spo2"] = (Metric.OxygenSaturationPercent, Watch),
        ["raw_bed_sleep-state"] = (Metric.SleepStage, Mat),
        ["raw_bed_hr"] = (Metric.HeartRateBpm, Mat),
        ["raw_bed_rr"] = (Metric.RespiratoryRatePerMinute, Mat),
        ["raw_sleep-monitor_sleep-state"] = (Metric.SleepStage, Mat),
        ["raw_sleep-monitor_hr"] = (Metric.HeartRateBpm, Mat),
        ["raw_sleep-monitor_respiratory-rate"] = (Metric.RespiratoryRatePerMinute, Mat),
    };

    private static readonly Dictionary<string, Metric> Totals = new(StringComparer.OrdinalIgnoreCase)
    {
        ["aggregates_steps"] = Metric.VendorSteps,
        ["aggregates_distance"] = Metric.VendorDistanceM,
        ["aggregates_calories_earned"] = Metric.VendorActiveEnergyKcal,
        ["aggregates_calories_passive"] = Metric.VendorBasalEnergyKcal,
    };

    /// <summary>The table of a file's name, also where its first part was lost or something stands behind it: sleep-monitor_hr_2020.csv.</summary>
    internal static (Metric Metric, Source Source)? Raw(string name)
    {
        var known = RawTables.Keys.FirstOrDefault(key => IsNamed(name, key) || IsNamed("raw_" + name, key));
        return known is null ? null : RawTables[known];
    }

    internal static Metric? Total(string name) => Totals.TryGetValue(name, out var metric) ? metric : null;

    private static bool IsNamed(string name, string key) =>
        name.StartsWith(key, StringComparison.OrdinalIgnoreCase) && (name.Length == key.Length || name[key.Length] is '_' or '.');

    /// <summary>0 awake, 1 light, 2 deep, 3 REM; the first mat knew only awake and asleep.</summary>
    internal static SleepStage? Stage(double state, bool hasDepth) => state switch
    {
        0 => SleepStage.Awake,
        1 => hasDepth ? SleepStage.Light : SleepStage.Asleep,
        2 => SleepStage.Deep,
        3 => SleepStage.Rem,
        _ => null,
    };
}
