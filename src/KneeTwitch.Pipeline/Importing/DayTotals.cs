using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Totals of a whole day stand beside finer data of the same metric and are never added to it: they are metrics of their own.</summary>
internal static class DayTotals
{
    private static readonly Dictionary<Metric, Metric> Known = new()
    {
        [Metric.Steps] = Metric.VendorSteps,
        [Metric.DistanceM] = Metric.VendorDistanceM,
        [Metric.ActiveEnergyKcal] = Metric.VendorActiveEnergyKcal,
        [Metric.BasalEnergyKcal] = Metric.VendorBasalEnergyKcal,
        [Metric.ExerciseMinutes] = Metric.VendorExerciseMinutes,
        [Metric.ModerateMinutes] = Metric.VendorModerateMinutes,
        [Metric.VigorousMinutes] = Metric.VendorVigorousMinutes,
        [Metric.StandHours] = Metric.VendorStandHours,
        [Metric.FlightsClimbed] = Metric.VendorFlightsClimbed,
        [Metric.WaterMl] = Metric.VendorWaterMl,
        [Metric.CaffeineMg] = Metric.VendorCaffeineMg,
        [Metric.MagnesiumMg] = Metric.VendorMagnesiumMg,
        [Metric.PotassiumMg] = Metric.VendorPotassiumMg,
        [Metric.SodiumMg] = Metric.VendorSodiumMg,
        [Metric.CalciumMg] = Metric.VendorCalciumMg,
        [Metric.DietaryEnergyKcal] = Metric.VendorDietaryEnergyKcal,
    };

    /// <summary>What a whole day's total of a metric is, or null where there is no such total.</summary>
    internal static Metric? Of(Metric metric) => Known.TryGetValue(metric, out var total) ? total : null;
}
