using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Alerts;

/// <summary>The words of an alert's evidence, as its factor says them.</summary>
public static class AlertEvidence
{
    /// <summary>A sentence or two with counts and dates; empty for a factor this program does not know.</summary>
    public static string Says(Alert alert) => RiskFactors.Find(alert.Factor) is { } factor ? factor.Says(Judged(alert, factor)) : "";

    private static Assessment Judged(Alert alert, RiskFactor factor) => new()
    {
        Factor = alert.Factor,
        Day = alert.LastDay,
        Grade = null,
        Level = alert.Level,
        Standing = alert.Level >= 3 ? Standing.Strong : Standing.Flag,
        Since = alert.Since,
        Evidence = alert.Evidence,
        RuleVersion = factor.Version,
    };
}
