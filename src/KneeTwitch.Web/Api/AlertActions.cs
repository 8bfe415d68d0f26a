using KneeTwitch.Core.Alerts;
using KneeTwitch.Pipeline.Alerting;

namespace KneeTwitch.Web.Api;

/// <summary>What a wearer can do with an alert, from a form or from a script.</summary>
internal sealed class AlertActions(AlertTable alerts, TimeProvider clock)
{
    private static readonly int[] SnoozeWeeks = [1, 2, 4];

    public Task<AlertOutcome> AcknowledgeAsync(Guid wearerId, string id, CancellationToken cancel) =>
        TryAsync(() => alerts.AcknowledgeAsync(wearerId, id, clock.GetUtcNow(), cancel));

    public async Task<AlertOutcome> SnoozeAsync(Guid wearerId, string id, int weeks, CancellationToken cancel) =>
        SnoozeWeeks.Contains(weeks)
            ? await TryAsync(() => alerts.SnoozeAsync(wearerId, id, clock.GetUtcNow().AddDays(7 * weeks), clock.GetUtcNow(), cancel))
            : AlertOutcome.BadWeeks;

    public Task<AlertOutcome> ResolveAsync(Guid wearerId, string id, CancellationToken cancel) =>
        TryAsync(() => alerts.ResolveAsync(wearerId, id, clock.GetUtcNow(), "you resolved it", cancel));

    private static async Task<AlertOutcome> TryAsync(Func<Task<Alert?>> act)
    {
        try
        {
            return await act() is null ? AlertOutcome.NotFound : AlertOutcome.Done;
        }
        catch (AlertResolvedException)
        {
            return AlertOutcome.Resolved;
        }
        catch (AlertSpeaksAtOnceException)
        {
            return AlertOutcome.SpeaksAtOnce;
        }
    }
}
