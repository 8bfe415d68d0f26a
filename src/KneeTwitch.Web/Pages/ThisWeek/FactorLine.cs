using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;
using KneeTwitch.Web.Charts;

namespace KneeTwitch.Web.Pages.ThisWeek;

/// <summary>What the week's page says of one factor.</summary>
/// <param name="Factor">The rule, with its words.</param>
/// <param name="Latest">Its judgement of the last judged day; null while it never judged one.</param>
/// <param name="Days">The last fourteen days.</param>
/// <param name="Alert">The alert that stands for it, or null.</param>
public sealed record FactorLine(RiskFactor Factor, Assessment? Latest, IReadOnlyList<DayMark> Days, Alert? Alert)
{
    /// <summary>Days of the strip.</summary>
    public const int StripDays = 14;

    public Standing Standing => Latest?.Standing ?? Standing.NotEnoughData;

    /// <summary>The evidence, or what is missing, as the factor says it.</summary>
    public string Says => Latest is null ? "Not enough data yet: no day has been judged." : Factor.Says(Latest);

    /// <summary>What stands comes first, what cannot be judged last.</summary>
    public int Rank => Standing switch
    {
        Standing.Strong => 0,
        Standing.Flag => 1,
        Standing.WaitingForData => 2,
        Standing.Watch => 3,
        Standing.Clear => 4,
        Standing.NotEnoughData => 5,
        Standing.Stale => 6,
        _ => 7,
    };
}
