using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using static KneeTwitch.Pipeline.Importing.Formats.Dimension;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>The schemas that are known here, and their newest versions. Every other one is counted as unread.</summary>
internal static class OmhSchemas
{
    internal const string PhysicalActivity = "physical-activity";
    internal const string SleepDuration = "sleep-duration";
    internal const string TotalSleepTime = "total-sleep-time";
    internal const string SleepEpisode = "sleep-episode";
    internal const string BloodPressure = "blood-pressure";
    internal const string QuantitySample = "hk-quantity-sample";
    internal const string CategorySample = "hk-category-sample";
    internal const string Correlation = "hk-correlation";
    internal const string Workout = "hk-workout";
    internal const string Metadata = "hk-metadata";
    internal const string Medication = "medication";
    internal const string PartOfDay = "part-of-day";
    internal const string DoseTaken = "single-medication-dose-taken";
    internal const string DoseNotTaken = "reason-single-medication-dose-not-taken";

    private const double Minute = 60;

    private static readonly Dictionary<string, OmhMeasure> Measures = new(StringComparer.Ordinal)
    {
        ["step-count"] = new("step_count", Metric.Steps, Count) { IntervalFrom = 2, OnlyUnit = "steps" },
        ["minutes-moderate-activity"] = new("minutes_moderate_activity", Metric.ModerateMinutes, Time, Minute),
        ["calories-burned"] = new("kcal_burned", Metric.ActiveEnergyKcal, Energy) { IntervalFrom = 2 },
        ["heart-rate"] = new("heart_rate", Metric.HeartRateBpm, Rate) { OnlyUnit = "beats/min" },
        ["rr-interval"] = new("rr_interval", null, Time) { OnlyUnit = "ms", Unread = "beat intervals" },
        ["oxygen-saturation"] = new("oxygen_saturation", Metric.OxygenSaturationPercent, Percent),
        ["respiratory-rate"] = new("respiratory_rate", Metric.RespiratoryRatePerMinute, Rate) { OnlyUnit = "breaths/min" },
        ["body-weight"] = new("body_weight", Metric.BodyMassKg, Mass, 1_000),
        ["body-height"] = new("body_height", Metric.HeightCm, Length, 0.01),
        ["body-temperature"] = new("body_temperature", Metric.BodyTemperatureC, Temperature),
        ["body-fat-percentage"] = new("body_fat_percentage", Metric.BodyFatPercent, Percent),
        ["blood-glucose"] = new("blood_glucose", Metric.BloodGlucoseMgPerDl, Glucose),
        ["speed"] = new("speed", null, Speed) { Unread = "speeds, of which nothing says whether they were walked" },
        [SleepDuration] = new("sleep_duration", null, Time) { IntervalFrom = 2 },
        [TotalSleepTime] = new("total_sleep_time", null, Time) { IntervalFrom = 1 },
    };

    private static readonly Dictionary<string, int> Newest = new(StringComparer.Ordinal)
    {
        ["step-count"] = 3,
        ["minutes-moderate-activity"] = 1,
        ["calories-burned"] = 2,
        ["heart-rate"] = 2,
        ["rr-interval"] = 1,
        [PhysicalActivity] = 1,
        [SleepDuration] = 2,
        [TotalSleepTime] = 1,
        [SleepEpisode] = 1,
        [DoseTaken] = 1,
        [DoseNotTaken] = 1,
        [QuantitySample] = 1,
        [CategorySample] = 1,
        [Correlation] = 1,
        [Workout] = 1,
    };

    private static readonly HashSet<string> Others =
    [
        OmhSchema.DataPoint, OmhSchema.Header, PhysicalActivity, SleepEpisode, BloodPressure, QuantitySample, CategorySample, Correlation, Workout, Metadata,
        Medication, PartOfDay, DoseTaken, DoseNotTaken,
    ];

    /// <summary>Fields that give away what a body without a header is.</summary>
    private static readonly (string Field, string Schema)[] Signs =
    [
        ("quantity_type", QuantitySample), ("category_type", CategorySample), ("correlation_type", Correlation), ("is_main_sleep", SleepEpisode),
        ("latency_to_sleep_onset", SleepEpisode), .. Measures.Select(known => (known.Value.Field, known.Key)), ("systolic_blood_pressure", BloodPressure),
        ("activity_name", PhysicalActivity), ("reason_for_missing_dose", DoseNotTaken), ("dose", DoseTaken),
    ];

    internal static bool IsKnown(string name) => Measures.ContainsKey(name) || Others.Contains(name);

    /// <summary>True where the schema may have changed since this was written.</summary>
    internal static bool IsTooNew(OmhSchema schema) => Newest.TryGetValue(schema.Name, out var newest) && schema.Major > newest;

    internal static OmhMeasure? Find(string name) => Measures.GetValueOrDefault(name);

    /// <summary>What a body without a header must be, by its fields; null where they do not tell.</summary>
    internal static OmhSchema? Guess(JsonElement body) =>
        Array.Find(Signs, sign => body.Field(sign.Field) is not null).Schema is { } name
            ? new OmhSchema("omh", name == PhysicalActivity && body.Text("activity_name")?.StartsWith("HKWorkout", StringComparison.Ordinal) is true ? Workout : name, 0)
            : null;
}
