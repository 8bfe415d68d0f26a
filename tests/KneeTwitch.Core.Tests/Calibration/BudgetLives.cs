using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>The invented lives of the short tests and the flags in them, made once.</summary>
public sealed class BudgetLives
{
    public const double TypicalLimit = 0.25, AdverseLimit = 1.3;

    private const int Seed = 20_260_101, TypicalUsers = 100, AdverseUsers = 60;

    private readonly History[] typical = Flags.Lives(Habits.Typical, TypicalUsers, Seed);
    private readonly History[] adverse = Flags.Lives(Habits.Adverse, AdverseUsers, Seed);
    private readonly Dictionary<string, double> typicalRates;
    private readonly Dictionary<string, double> adverseRates;

    public BudgetLives()
    {
        typicalRates = Flags.Family.ToDictionary(factor => factor.Id, factor => Flags.Rate(Flags.Count(factor, typical), typical.Length));
        adverseRates = Flags.Family.ToDictionary(factor => factor.Id, factor => Flags.Rate(Flags.Count(factor, adverse), adverse.Length));
    }

    /// <summary>Of the whole family, one rule replaced by a variant of it.</summary>
    internal double TypicalRate(RiskFactor? variant = null) => Rate(typicalRates, typical, variant);

    internal double AdverseRate(RiskFactor? variant = null) => Rate(adverseRates, adverse, variant);

    private static double Rate(Dictionary<string, double> rates, History[] lives, RiskFactor? variant) =>
        variant is null ? rates.Values.Sum() : rates.Values.Sum() - rates[variant.Id] + Flags.Rate(Flags.Count(variant, lives), lives.Length);
}
