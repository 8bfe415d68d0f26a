using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Web.Pages.Alerts;

/// <summary>Everything an alert's page shows.</summary>
/// <param name="Alert">The alert.</param>
/// <param name="Factor">Its rule; null where this version does not know it.</param>
/// <param name="Chart">Its evidence as a drawing; null where there is nothing to draw.</param>
internal sealed record AlertView(Alert Alert, RiskFactor? Factor, FactorChart? Chart)
{
    /// <summary>Days of the chart: twelve weeks.</summary>
    public const int ChartDays = 84;

    /// <summary>What fits what was seen.</summary>
    public IReadOnlyList<Strategy> Strategies => [.. (Factor?.AdviceFor(Alert.Evidence) ?? []).Select(Core.Risks.Strategies.Find).OfType<Strategy>()];

    /// <summary>Null where the wearer has no such alert.</summary>
    public static async Task<AlertView?> LoadAsync(WearerDatabase database, Guid wearerId, string id, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        var alert = await db.Alerts.AsNoTracking().SingleOrDefaultAsync(row => row.WearerId == wearerId && row.Id == id, cancel);
        if (alert is null)
        {
            return null;
        }

        // A standing alert is shown up to the last judged day, an old one around its own time.
        var judged = await db.AnalyzedWearers.Where(row => row.WearerId == wearerId).Select(row => (DateOnly?)row.Through).SingleOrDefaultAsync(cancel);
        var last = alert.Cleared ?? judged ?? alert.LastDay;
        var first = last.AddDays(1 - ChartDays);
        var ledger = await db.Assessments.AsNoTracking().Where(row => row.WearerId == wearerId && row.Factor == alert.Factor && row.Day >= first && row.Day <= last).ToListAsync(cancel);
        return new AlertView(alert, RiskFactors.Find(alert.Factor), FactorChart.Of(alert.Factor, first, last, ledger));
    }
}
