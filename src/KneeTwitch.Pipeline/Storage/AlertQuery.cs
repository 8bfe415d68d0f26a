using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Reads alerts for people and scripts; pages and commands share it.</summary>
public static class AlertQuery
{
    /// <summary>A wearer's alerts; without <paramref name="all"/> those that are not resolved.</summary>
    /// <param name="now">To tell whether a snooze has run out.</param>
    public static async Task<AlertsReport> LoadAsync(WearerDatabase database, Guid wearerId, bool all, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        var alerts = await db.Alerts
            .AsNoTracking()
            .Where(alert => alert.WearerId == wearerId && (all || alert.State != AlertState.Resolved))
            .ToListAsync(cancel);
        return new AlertsReport([.. alerts.OrderByDescending(alert => alert.Since).ThenBy(alert => alert.Id, StringComparer.Ordinal).Select(alert => Entry(alert, now))]);
    }

    private static AlertEntry Entry(Alert alert, DateTimeOffset now) =>
        new(
            alert.Id,
            alert.Factor,
            alert.Level >= 3 ? "strong" : "flag",
            StateName(AlertPolicy.StateAt(alert, now)),
            alert.Since,
            alert.Opened,
            new SortedDictionary<string, double>(alert.Evidence.ToDictionary(), StringComparer.Ordinal),
            RiskFactors.Find(alert.Factor)?.AdviceFor(alert.Evidence) ?? []);

    private static string StateName(AlertState state) => state switch
    {
        AlertState.Acknowledged => "acknowledged",
        AlertState.Snoozed => "snoozed",
        AlertState.Resolved => "resolved",
        _ => "open",
    };
}
