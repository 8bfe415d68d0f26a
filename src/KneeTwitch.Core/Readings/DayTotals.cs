namespace KneeTwitch.Core.Readings;

/// <summary>Totals of a whole day stand beside finer data of the same metric and are never added to it: they are metrics of their own.</summary>
public static class DayTotals
{
    internal static readonly (Metric Total, Metric Of)[] Pairs =
    [
        (Metric.VendorSteps, Metric.Steps),
        (Metric.VendorDistanceM, Metric.DistanceM),
        (Metric.VendorActiveEnergyKcal, Metric.ActiveEnergyKcal),
        (Metric.VendorExerciseMinutes, Metric.ExerciseMinutes),
        (Metric.VendorStandHours, Metric.StandHours),
        (Metric.VendorSleepMinutes, Metric.SleepMinutes),
        (Metric.VendorInBedMinutes, Metric.InBedMinutes),
        (Metric.VendorFlightsClimbed, Metric.FlightsClimbed),
        (Metric.VendorBasalEnergyKcal, Metric.BasalEnergyKcal),
        (Metric.VendorTotalEnergyKcal, Metric.TotalEnergyKcal),
        (Metric.VendorWaterMl, Metric.WaterMl),
        (Metric.VendorDietaryEnergyKcal, Metric.DietaryEnergyKcal),
        (Metric.VendorCaffeineMg, Metric.CaffeineMg),
        (Metric.VendorMagnesiumMg, Metric.MagnesiumMg),
        (Metric.VendorPotassiumMg, Metric.PotassiumMg),
        (Metric.VendorSodiumMg, Metric.SodiumMg),
        (Metric.VendorCalciumMg, Metric.CalciumMg),
        (Metric.VendorModerateMinutes, Metric.ModerateMinutes),
        (Metric.VendorVigorousMinutes, Metric.VigorousMinutes),
        (Metric.VendorCarbohydratesG, Metric.CarbohydratesG),
        (Metric.VendorProteinG, Metric.ProteinG),
        (Metric.VendorFatG, Metric.FatG),
        (Metric.VendorFiberG, Metric.FiberG),
        (Metric.VendorSugarG, Metric.SugarG),
        (Metric.VendorVitaminDMcg, Metric.VitaminDMcg),
        (Metric.VendorVitaminB6Mg, Metric.VitaminB6Mg),
        (Metric.VendorVitaminB12Mcg, Metric.VitaminB12Mcg),
        (Metric.VendorVitaminCMg, Metric.VitaminCMg),
        (Metric.VendorIronMg, Metric.IronMg),
        (Metric.VendorZincMg, Metric.ZincMg),
        (Metric.VendorAlcoholDrinks, Metric.AlcoholDrinks),
    ];

    private static readonly Dictionary<Metric, Metric> Totals = Pairs.ToDictionary(pair => pair.Of, pair => pair.Total);

    /// <summary>The metric of a whole day's total of a metric, or null where there is no such total.</summary>
    public static Metric? Of(Metric metric) => Totals.TryGetValue(metric, out var total) ? total : null;
}
