using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Zepp;

/// <summary>
/// What the keys of a Mi Fitness export hold, and in which field: the app writes rows of key, time and a JSON object. Keys that are not here
/// are counted as unread.
/// </summary>
internal static class XiaomiWords
{
    /// <summary>Keys of samples. Steps, distances and energies are those of the minute that begins then.</summary>
    internal static readonly IReadOnlyDictionary<string, (string Field, Metric Metric)[]> Samples = new Dictionary<string, (string Field, Metric Metric)[]>(StringComparer.Ordinal)
    {
        ["steps"] = [("steps", Metric.Steps), ("distance", Metric.DistanceM)],
        ["calories"] = [("calories", Metric.ActiveEnergyKcal)],
        ["heart_rate"] = [("bpm", Metric.HeartRateBpm)],
        ["single_heart_rate"] = [("bpm", Metric.HeartRateBpm)],
        ["resting_heart_rate"] = [("bpm", Metric.RestingHeartRateBpm)],
        ["spo2"] = [("spo2", Metric.OxygenSaturationPercent)],
        ["single_spo2"] = [("spo2", Metric.OxygenSaturationPercent)],
        ["stress"] = [("stress", Metric.VendorStressScore)],
        ["single_stress"] = [("stress", Metric.VendorStressScore)],
        ["vo2_max"] = [("vo2_max", Metric.Vo2MaxMlPerKgMinute)],
        ["weight"] = [("weight", Metric.BodyMassKg), ("body_fat_rate", Metric.BodyFatPercent)],
    };

    /// <summary>Keys of the day's report, which the app has united over its devices.</summary>
    internal static readonly IReadOnlyDictionary<string, (string Field, Metric Metric)[]> Days = new Dictionary<string, (string Field, Metric Metric)[]>(StringComparer.Ordinal)
    {
        ["steps"] = [("steps", Metric.VendorSteps), ("distance", Metric.VendorDistanceM), ("calories", Metric.VendorActiveEnergyKcal)],
        ["sleep"] = [("total_duration", Metric.VendorSleepMinutes)],
    };

    internal static readonly IReadOnlyList<string> Nights = ["sleep", "watch_night_sleep", "watch_daytime_sleep"];

    private static readonly string[] Places = ["outdoor_", "indoor_", "pool_", "open_water_"];

    /// <summary>Minutes of each stage in a night, and the number the stage has among its parts.</summary>
    internal static readonly (string Field, int State, SleepStage Stage)[] Stages =
    [
        ("sleep_deep_duration", 2, SleepStage.Deep),
        ("sleep_light_duration", 3, SleepStage.Light),
        ("sleep_rem_duration", 4, SleepStage.Rem),
        ("sleep_awake_duration", 5, SleepStage.Awake),
    ];

    /// <summary>A sport without where it was done.</summary>
    internal static string Sport(string key)
    {
        var place = Array.Find(Places, place => key.StartsWith(place, StringComparison.Ordinal));
        return place is null ? key : key[place.Length..];
    }
}
