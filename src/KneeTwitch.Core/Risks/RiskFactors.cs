namespace KneeTwitch.Core.Risks;

/// <summary>THE list of the rules that are judged.</summary>
public static class RiskFactors
{
    public static IReadOnlyList<RiskFactor> All { get; } =
    [
        TrainingLoad.Factor,
        Monotony.Factor,
        Stress.Factor,
        Recovery.Factor,
        SleepLength.Factor,
        SleepRegularity.Factor,
        Hydration.Factor,
        MagnesiumIntake.Factor,
        PotassiumIntake.Factor,
        CaffeineIntake.Factor,
        NicotineUse.Factor,
        LocalStrain.Factor,
        NerveRootSigns.Factor,
        MedicineTiming.Factor,
        SweatLoss.Factor,
        EmergencySigns.Factor,
        PersistentTwitching.Factor,
        Weakness.Factor,
        LegShrinking.Factor,
        WidespreadTwitching.Factor,
        SevereCramps.Factor,
    ];

    /// <summary>The rule with an id such as R05, or null.</summary>
    public static RiskFactor? Find(string id) => All.FirstOrDefault(factor => string.Equals(factor.Id, id, StringComparison.OrdinalIgnoreCase));
}
