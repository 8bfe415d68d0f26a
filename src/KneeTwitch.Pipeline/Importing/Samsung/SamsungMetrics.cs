using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>The tables of which each row is a reading or some. The tables of days, nights and workouts are read by classes of their own.</summary>
internal static class SamsungMetrics
{
    internal const string StepsByMinute = "shealth.tracker.pedometer_step_count";
    internal const string StepsByDay = "shealth.tracker.pedometer_day_summary";
    internal const string StepsTrend = "shealth.step_daily_trend";
    internal const string DaySummary = "shealth.activity.day_summary";
    internal const string Sleep = "shealth.sleep";
    internal const string SleepCombined = "shealth.sleep_combined";
    internal const string SleepStages = "health.sleep_stage";
    internal const string Exercise = "shealth.exercise";
    internal const string HeartRate = "shealth.tracker.heart_rate";
    internal const string Variability = "health.hrv";
    internal const string Devices = "health.device_profile";
    internal const string Nutrition = "health.nutrition";
    internal const string Food = "health.food_intake";

    /// <summary>What tables were called by older versions of the app.</summary>
    private static readonly Dictionary<string, string> Newer = new(StringComparer.OrdinalIgnoreCase)
    {
        ["health.step_count"] = StepsByMinute,
        ["health.sleep"] = Sleep,
        ["health.exercise"] = Exercise,
        ["health.heart_rate"] = HeartRate,
        ["health.oxygen_saturation"] = "shealth.tracker.oxygen_saturation",
        ["shealth.food_intake"] = Food,
    };

    private static readonly Dictionary<string, SamsungColumn[]> Columns = new(StringComparer.OrdinalIgnoreCase)
    {
        [StepsByMinute] = [new("count", Metric.Steps, false), new("distance", Metric.DistanceM, false), new("calorie", Metric.ActiveEnergyKcal, false)],
        [HeartRate] = [new("heart_rate", Metric.HeartRateBpm)],
        ["health.resting_heart_rate"] = [new("resting_heart_rate", Metric.RestingHeartRateBpm)],
        ["shealth.tracker.oxygen_saturation"] = [new("spo2", Metric.OxygenSaturationPercent), new("oxygen_saturation", Metric.OxygenSaturationPercent)],
        ["health.respiratory_rate"] = [new("average", Metric.RespiratoryRatePerMinute), new("respiratory_rate", Metric.RespiratoryRatePerMinute)],
        ["shealth.stress"] = [new("score", Metric.VendorStressScore)],
        ["health.water_intake"] = [new("amount", Metric.WaterMl)],
        ["health.caffeine_intake"] = [new("amount", Metric.CaffeineMg)],
        ["health.floors_climbed"] = [new("floor", Metric.FlightsClimbed, false)],
        ["health.weight"] = [new("weight", Metric.BodyMassKg), new("body_fat", Metric.BodyFatPercent), new("height", Metric.HeightCm)],
        ["health.height"] = [new("height", Metric.HeightCm)],
        ["shealth.blood_pressure"] = [new("systolic", Metric.SystolicMmhg), new("diastolic", Metric.DiastolicMmhg)],
        ["health.blood_pressure"] = [new("systolic", Metric.SystolicMmhg), new("diastolic", Metric.DiastolicMmhg)],
        [Food] = [new("calorie", Metric.DietaryEnergyKcal)],
        [Nutrition] =
        [
            new("calorie", Metric.DietaryEnergyKcal), new("carbohydrate", Metric.CarbohydratesG), new("protein", Metric.ProteinG),
            new("total_fat", Metric.FatG), new("dietary_fiber", Metric.FiberG), new("sugar", Metric.SugarG), new("sodium", Metric.SodiumMg),
            new("potassium", Metric.PotassiumMg), new("magnesium", Metric.MagnesiumMg), new("caffeine", Metric.CaffeineMg),
        ],
    };

    internal static string Canonical(string table) => Newer.GetValueOrDefault(table, table).ToLowerInvariant();

    internal static IReadOnlyList<SamsungColumn>? Find(string table) => Columns.GetValueOrDefault(table);

    internal static bool IsRead(string table) =>
        Columns.ContainsKey(table) || table is StepsByDay or StepsTrend or DaySummary or Sleep or SleepCombined or SleepStages or Exercise or Variability or Devices;
}
