using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>Metrics by the names people write: <c>area.thing</c>, a column with its unit, or the product's own name.</summary>
internal static class GenericMetrics
{
    /// <summary>40 IU of vitamin D are 1 µg.</summary>
    private const double IuPerMcg = 40;

    private static readonly Dictionary<string, Metric> ByArea = new(StringComparer.OrdinalIgnoreCase)
    {
        ["activity.steps"] = Metric.Steps,
        ["activity.distance"] = Metric.DistanceM,
        ["activity.energy"] = Metric.ActiveEnergyKcal,
        ["activity.flights"] = Metric.FlightsClimbed,
        ["activity.exercise"] = Metric.ExerciseMinutes,
        ["hydration.intake"] = Metric.WaterMl,
        ["nutrition.energy"] = Metric.DietaryEnergyKcal,
        ["nutrition.protein"] = Metric.ProteinG,
        ["nutrition.carbs"] = Metric.CarbohydratesG,
        ["nutrition.fat"] = Metric.FatG,
        ["nutrition.fiber"] = Metric.FiberG,
        ["nutrition.sugar"] = Metric.SugarG,
        ["nutrition.sodium"] = Metric.SodiumMg,
        ["nutrition.potassium"] = Metric.PotassiumMg,
        ["nutrition.magnesium"] = Metric.MagnesiumMg,
        ["nutrition.calcium"] = Metric.CalciumMg,
        ["nutrition.caffeine"] = Metric.CaffeineMg,
        ["nutrition.alcohol"] = Metric.AlcoholDrinks,
        ["nutrition.vitamin_d"] = Metric.VitaminDMcg,
        ["nicotine.units"] = Metric.NicotineUnits,
        ["heart.rate"] = Metric.HeartRateBpm,
        ["heart.resting"] = Metric.RestingHeartRateBpm,
        ["heart.rmssd"] = Metric.HrvRmssdMs,
        ["heart.sdnn"] = Metric.HrvSdnnMs,
        ["gait.speed"] = Metric.WalkingSpeedMps,
        ["gait.step_length"] = Metric.WalkingStepLengthCm,
        ["gait.asymmetry"] = Metric.WalkingAsymmetryPercent,
        ["gait.double_support"] = Metric.DoubleSupportPercent,
        ["body.weight"] = Metric.BodyMassKg,
        ["body.height"] = Metric.HeightCm,
        ["body.temperature"] = Metric.BodyTemperatureC,
        ["stress.score"] = Metric.StressScore,
        ["mind.minutes"] = Metric.MindfulMinutes,
    };

    /// <summary>Stages of an interval of sleep; a session is sleep of which no stage is known.</summary>
    private static readonly Dictionary<string, SleepStage> Stages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["sleep.session"] = SleepStage.Asleep,
        ["sleep.in_bed"] = SleepStage.InBed,
        ["sleep.stage.deep"] = SleepStage.Deep,
        ["sleep.stage.light"] = SleepStage.Light,
        ["sleep.stage.rem"] = SleepStage.Rem,
        ["sleep.stage.awake"] = SleepStage.Awake,
    };

    /// <summary>Columns of wide tables that are spelled otherwise than the metric.</summary>
    private static readonly Dictionary<string, Metric> Columns = new Dictionary<string, Metric>
    {
        ["resting_hr"] = Metric.RestingHeartRateBpm,
        ["weight_kg"] = Metric.BodyMassKg,
        ["stress"] = Metric.StressScore,
        ["rmssd_ms"] = Metric.HrvRmssdMs,
        ["sdnn_ms"] = Metric.HrvSdnnMs,
    }.ToDictionary(pair => CsvHeader.Normalize(pair.Key), pair => pair.Value, StringComparer.Ordinal);

    private static readonly Dictionary<string, Metric> OwnNames = Metrics.All
        .Where(info => info.DayRule is not DayRule.VendorTotal && !IsInner(info.Metric) && (!info.IsDerived || DayTotals.Of(info.Metric) is not null))
        .ToDictionary(info => CsvHeader.Normalize(info.Name), info => info.Metric, StringComparer.Ordinal);

    /// <summary>The metric of a name, or null.</summary>
    internal static Metric? Find(string name) =>
        ByArea.TryGetValue(name.Trim(), out var metric) ? metric : OwnNames.TryGetValue(CsvHeader.Normalize(name), out var own) ? own : null;

    internal static SleepStage? StageOf(string name) => Stages.TryGetValue(name.Trim(), out var stage) ? stage : null;

    /// <summary>The metric of a column of a wide table; in the metric's own unit.</summary>
    /// <param name="column">Normalised.</param>
    internal static Metric? OfColumn(string column) =>
        Columns.TryGetValue(column, out var metric) || OwnNames.TryGetValue(column, out metric) ? metric : null;

    /// <summary>The value in the metric's unit; null where the unit is missing, not known, or of another dimension.</summary>
    /// <param name="unit">As written; null where none is, which is fine for what is counted, rated or beats.</param>
    internal static double? Convert(Metric metric, double value, string? unit, bool hasUnitInName)
    {
        var own = metric.Info().Unit;
        var target = own.Length == 0 ? null : Units.Find(own);
        if (unit is null)
        {
            return hasUnitInName || target is null or { Dimension: Dimension.Count or Dimension.Rate or Dimension.Percent } ? value : null;
        }

        if (metric == Metric.VitaminDMcg && unit.Equals("IU", StringComparison.OrdinalIgnoreCase))
        {
            return value / IuPerMcg;
        }

        return target is null
            ? unit.Equals(own, StringComparison.OrdinalIgnoreCase) || unit is "count" or "units" or "score" ? value : null
            : Units.ToBase(value, unit, target.Dimension) / target.ToBase(1);
    }

    /// <summary>True for a name that is the product's own and so ends in its unit.</summary>
    internal static bool HasUnit(string name) => !ByArea.ContainsKey(name.Trim());

    /// <summary>Parts of a workout and values that are codes make no sense alone.</summary>
    private static bool IsInner(Metric metric) => metric is Metric.SleepStage or Metric.CheckIn || metric.ToString().StartsWith("Workout", StringComparison.Ordinal);
}
