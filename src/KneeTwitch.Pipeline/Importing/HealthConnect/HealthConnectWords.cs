using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>
/// Tables, units and numbers of the database. Energy is in small calories, mass in grams, volume in litres, height in metres, glucose in
/// mmol/l. Numbers of exercises are the database's, not those of the programming interface.
/// </summary>
internal static class HealthConnectWords
{
    internal const string Steps = "steps_record_table";
    internal const string Distance = "distance_record_table";
    internal const string ActiveEnergy = "active_calories_burned_record_table";
    internal const string Elevation = "elevation_gained_record_table";
    internal const string Hydration = "hydration_record_table";
    internal const string Nutrition = "nutrition_record_table";
    internal const string Sleep = "sleep_session_record_table";
    internal const string Stages = "sleep_stages_table";
    internal const string Exercise = "exercise_session_record_table";
    internal const string Mindfulness = "mindfulness_session_record_table";
    internal const double KcalOfCal = 0.001;

    private const double KgOfG = 0.001;
    private const double CmOfM = 100;
    private const double MgOfG = 1_000;
    private const double McgOfG = 1_000_000;
    private const double MgPerDlOfMmolPerL = 18.01558800000541;
    private const long GuidedBreathing = 17;

    internal static IReadOnlyList<HealthConnectTable> Tables { get; } =
    [
        new(Steps, ("count", Metric.Steps, 1)) { IsCounted = true },
        new(Distance, ("distance", Metric.DistanceM, 1)) { IsCounted = true },
        new(ActiveEnergy, ("energy", Metric.ActiveEnergyKcal, KcalOfCal)) { IsCounted = true },
        new("floors_climbed_record_table", ("floors", Metric.FlightsClimbed, 1)) { IsCounted = true },
        new("resting_heart_rate_record_table", ("beats_per_minute", Metric.RestingHeartRateBpm, 1)),
        new("heart_rate_variability_rmssd_record_table", ("heart_rate_variability_millis", Metric.HrvRmssdMs, 1)),
        new("oxygen_saturation_record_table", ("percentage", Metric.OxygenSaturationPercent, 1)),
        new("respiratory_rate_record_table", ("rate", Metric.RespiratoryRatePerMinute, 1)),
        new("body_temperature_record_table", ("temperature", Metric.BodyTemperatureC, 1)),
        new("basal_body_temperature_record_table", ("temperature", Metric.BodyTemperatureC, 1)),
        new("blood_pressure_record_table", ("systolic", Metric.SystolicMmhg, 1), ("diastolic", Metric.DiastolicMmhg, 1)),
        new("blood_glucose_record_table", ("level", Metric.BloodGlucoseMgPerDl, MgPerDlOfMmolPerL)),
        new("vo2_max_record_table", ("vo2_milliliters_per_minute_kilogram", Metric.Vo2MaxMlPerKgMinute, 1)),
        new("weight_record_table", ("weight", Metric.BodyMassKg, KgOfG)),
        new("height_record_table", ("height", Metric.HeightCm, CmOfM)),
        new("body_fat_record_table", ("percentage", Metric.BodyFatPercent, 1)),
    ];

    /// <summary>Nutrients come in grams; the vendor's total of a day where a metric has one.</summary>
    internal static IReadOnlyList<(string Column, Metric Metric, double Factor, Metric? OfDay)> Nutrients { get; } =
    [
        ("energy", Metric.DietaryEnergyKcal, KcalOfCal, Metric.VendorDietaryEnergyKcal),
        ("caffeine", Metric.CaffeineMg, MgOfG, Metric.VendorCaffeineMg),
        ("magnesium", Metric.MagnesiumMg, MgOfG, Metric.VendorMagnesiumMg),
        ("potassium", Metric.PotassiumMg, MgOfG, Metric.VendorPotassiumMg),
        ("sodium", Metric.SodiumMg, MgOfG, Metric.VendorSodiumMg),
        ("calcium", Metric.CalciumMg, MgOfG, Metric.VendorCalciumMg),
        ("iron", Metric.IronMg, MgOfG, null),
        ("zinc", Metric.ZincMg, MgOfG, null),
        ("vitamin_b6", Metric.VitaminB6Mg, MgOfG, null),
        ("vitamin_b12", Metric.VitaminB12Mcg, McgOfG, null),
        ("vitamin_c", Metric.VitaminCMg, MgOfG, null),
        ("vitamin_d", Metric.VitaminDMcg, McgOfG, null),
        ("total_carbohydrate", Metric.CarbohydratesG, 1, null),
        ("protein", Metric.ProteinG, 1, null),
        ("total_fat", Metric.FatG, 1, null),
        ("dietary_fiber", Metric.FiberG, 1, null),
        ("sugar", Metric.SugarG, 1, null),
    ];

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.OrdinalIgnoreCase)
    {
        ["total_calories_burned_record_table"] = "rest and activity in one number",
        ["basal_metabolic_rate_record_table"] = "a rate, not what was burned",
        ["health_data_category_priority_table"] = "the order of apps is not taken over, set it with 'sources'",
    };

    /// <summary>The name of a table that is not read, with the reason where it has one.</summary>
    internal static string WhyUnread(string table) => Reasons.TryGetValue(table, out var reason) ? $"{table}: {reason}" : table;

    /// <summary>Unknown stages are gaps; out of bed is not asleep.</summary>
    internal static SleepStage? Stage(long? type) => type switch
    {
        1 or 3 or 7 => SleepStage.Awake,
        2 => SleepStage.Asleep,
        4 => SleepStage.Light,
        5 => SleepStage.Deep,
        6 => SleepStage.Rem,
        _ => null,
    };

    /// <summary>An exercise that is sitting and breathing.</summary>
    internal static bool IsMindful(long? type) => type is GuidedBreathing;

    internal static Sport SportOf(long? type) => type switch
    {
        53 => Sport.Walk,
        33 or 34 => Sport.Run,
        21 or 40 => Sport.Hike,
        4 or 5 => Sport.Cycle,
        31 or 61 => Sport.Row,
        36 or 48 or 49 or 54 => Sport.Swim,
        8 or 18 or 45 or 55 => Sport.Strength,
        2 or 3 or 9 or 13 or 14 or 15 or 19 or 22 or 30 or 32 or 41 or 42 or 52 => Sport.FieldSport,
        1 or 28 or 43 or 50 or 51 => Sport.RacketSport,
        10 => Sport.Dance,
        60 => Sport.Elliptical,
        44 or 59 => Sport.Stairs,
        38 or 39 => Sport.Ski,
        23 or 37 => Sport.Skate,
        7 or 12 or 24 => Sport.MartialArts,
        6 or 20 => Sport.Intervals,
        27 or 57 => Sport.Yoga,
        46 => Sport.Stretching,
        29 => Sport.Climbing,
        56 => Sport.Wheelchair,
        25 or 47 => Sport.Paddle,
        16 => Sport.Golf,
        _ => Sport.Other,
    };
}
