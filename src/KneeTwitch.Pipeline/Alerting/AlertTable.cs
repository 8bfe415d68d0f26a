using KneeTwitch.Core.Alerts;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Alerting;

/// <summary>The only writer of <c>alerts</c> and <c>notifications</c>. Whoever changes an alert holds the wearer's lock meanwhile.</summary>
public sealed class AlertTable(WearerDatabase database)
{
    /// <summary>A notification counts as news for this many days; what was told (or would have been) earlier is history.</summary>
    public const int NewsDays = 14;

    /// <summary>All alerts of a wearer, resolved ones too, oldest first.</summary>
    public async Task<IReadOnlyList<Alert>> LoadAsync(Guid wearerId, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await db.Alerts.AsNoTracking().OrderBy(alert => alert.Opened).ThenBy(alert => alert.Id).ToListAsync(cancel);
    }

    /// <summary>What the wearer is told today: notifications of the last 14 days, newest first.</summary>
    public async Task<IReadOnlyList<Notification>> LoadNewsAsync(Guid wearerId, DateOnly today, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await db.Notifications.AsNoTracking()
            .Where(notification => notification.Told <= today && notification.Told > today.AddDays(-NewsDays))
            .OrderByDescending(notification => notification.Told).ThenByDescending(notification => notification.Level)
            .ToListAsync(cancel);
    }

    /// <summary>Brings the alerts in line with the ledger and plans what the wearer is told.</summary>
    /// <param name="wearerId">Whose alerts.</param>
    /// <param name="now">The time of the changes.</param>
    /// <param name="factor">Only this factor's alerts; their notifications then wait for the whole. Null for all.</param>
    /// <param name="cancel">Stops it with nothing changed.</param>
    public async Task SettleAsync(Guid wearerId, DateTimeOffset now, string? factor, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WearerLock.TakeAsync(db, wearerId, cancel);

        var zone = await db.Wearers.Where(wearer => wearer.WearerId == wearerId).Select(wearer => wearer.CurrentZone).SingleOrDefaultAsync(cancel);
        if (zone is null)
        {
            // Forgotten while the message was on its way.
            return;
        }

        var before = await db.Alerts.ToListAsync(cancel);
        var ledger = await Ledger.LoadAsync(db, factor, cancel);
        var after = AlertPolicy.Reconcile(wearerId, before, ledger, now);
        Save(db, before, after);
        if (factor is null)
        {
            var told = await db.Notifications.ToListAsync(cancel);
            NotificationPlan.Apply(db, wearerId, told, AlertPolicy.Rises(after, ledger), after, LocalDay(now, zone));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The wearer has seen it. Null: there is no such alert.</summary>
    /// <exception cref="AlertResolvedException">Its life is over.</exception>
    public Task<Alert?> AcknowledgeAsync(Guid wearerId, string alertId, DateTimeOffset now, CancellationToken cancel) =>
        ChangeAsync(wearerId, alertId, alert => AlertPolicy.Acknowledge(alert, now), cancel);

    /// <summary>The wearer wants to hear of it later. Null: there is no such alert.</summary>
    /// <exception cref="AlertResolvedException">Its life is over.</exception>
    /// <exception cref="ArgumentException">The time is not after now.</exception>
    public Task<Alert?> SnoozeAsync(Guid wearerId, string alertId, DateTimeOffset until, DateTimeOffset now, CancellationToken cancel) =>
        ChangeAsync(wearerId, alertId, alert => AlertPolicy.Snooze(alert, until.ToUniversalTime(), now), cancel);

    /// <summary>The wearer is done with it. Null: there is no such alert.</summary>
    /// <exception cref="AlertResolvedException">Its life is over already.</exception>
    public Task<Alert?> ResolveAsync(Guid wearerId, string alertId, DateTimeOffset now, string reason, CancellationToken cancel) =>
        ChangeAsync(wearerId, alertId, alert => AlertPolicy.Resolve(alert, now, reason), cancel);

    private async Task<Alert?> ChangeAsync(Guid wearerId, string alertId, Func<Alert, Alert> change, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WearerLock.TakeAsync(db, wearerId, cancel);
        if (await db.Alerts.SingleOrDefaultAsync(alert => alert.Id == alertId, cancel) is not { } before)
        {
            return null;
        }

        var after = change(before);
        Save(db, [before], [after]);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return after;
    }

    private static void Save(KneeTwitchDb db, IReadOnlyList<Alert> before, IReadOnlyList<Alert> after)
    {
        var known = before.ToDictionary(alert => alert.Id);
        foreach (var alert in after)
        {
            if (known.TryGetValue(alert.Id, out var tracked))
            {
                db.Entry(tracked).CurrentValues.SetValues(alert);
            }
            else
            {
                db.Alerts.Add(alert);
            }
        }
    }

    private static DateOnly LocalDay(DateTimeOffset now, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(zone)).DateTime);
}
