using System.Globalization;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Alerts;

/// <summary>
/// The life of an alert. The data open, raise, downgrade, resolve and reopen it; the wearer acknowledges, snoozes and resolves it, and is
/// left in peace then until the level rises above what they have seen, or a new flag begins.
/// </summary>
public static class AlertPolicy
{
    /// <summary>From this level on a pattern is an alert.</summary>
    public const int FlagLevel = 2;

    /// <summary>A flag that begins at most this many days after the last one ended reopens its alert.</summary>
    public const int ReopenDays = 28;

    /// <summary>
    /// All alerts as they are after these assessments: pure, and doing it twice changes nothing. A factor that was not assessed, or not as
    /// far as its alert knows already, leaves its alerts alone.
    /// </summary>
    /// <param name="wearerId">Whose alerts they are.</param>
    /// <param name="existing">All alerts so far, resolved ones too.</param>
    /// <param name="assessments">The whole ledger, in any order.</param>
    /// <param name="now">The time of changes that are noticed now.</param>
    public static IReadOnlyList<Alert> Reconcile(Guid wearerId, IReadOnlyList<Alert> existing, IReadOnlyList<Assessment> assessments, DateTimeOffset now)
    {
        var judged = assessments.Select(assessment => assessment.Factor).ToHashSet();
        List<Alert> result = [.. existing.Where(alert => !judged.Contains(alert.Factor))];
        foreach (var factor in assessments.GroupBy(assessment => assessment.Factor))
        {
            var ledger = factor.OrderBy(assessment => assessment.Day).ToList();
            var alerts = existing.Where(alert => alert.Factor == factor.Key).ToList();
            result.AddRange(ReconcileFactor(wearerId, alerts, AlertTrack.Of(factor.Key, ledger), ledger[^1].Day, now));
        }

        return [.. result.OrderBy(alert => alert.Opened).ThenBy(alert => alert.Id, StringComparer.Ordinal)];
    }

    /// <summary>Every rise to 2 or 3 in the stories of these alerts, for <see cref="NotificationPolicy"/>.</summary>
    /// <param name="alerts">As <see cref="Reconcile"/> returned them for the same assessments.</param>
    /// <param name="assessments">The whole ledger.</param>
    public static IReadOnlyList<Rise> Rises(IReadOnlyList<Alert> alerts, IReadOnlyList<Assessment> assessments)
    {
        List<Rise> rises = [];
        foreach (var factor in assessments.GroupBy(assessment => assessment.Factor))
        {
            var numbers = factor.ToDictionary(assessment => assessment.Day, assessment => assessment.Evidence);
            var tracks = AlertTrack.Of(factor.Key, factor.OrderBy(assessment => assessment.Day));
            foreach (var (alert, track) in AlertMatching.Match([.. alerts.Where(alert => alert.Factor == factor.Key)], tracks))
            {
                rises.AddRange(track.Steps.Where(step => step.IsRise).Select(step => new Rise(factor.Key, alert.Id, step.Level, step.Day)
                {
                    IsRedFlag = Tiers.SpeaksAtOnce(factor.Key, numbers[step.Day]),
                    Ended = track.Steps.FirstOrDefault(end => end.Day > step.Day && end.What == AlertWords.Resolved)?.Day,
                }));
            }
        }

        return rises;
    }

    /// <summary>The wearer has seen it: it comes back only above this level.</summary>
    /// <exception cref="AlertResolvedException">Its life is over.</exception>
    public static Alert Acknowledge(Alert alert, DateTimeOffset now) =>
        alert.State == AlertState.Acknowledged
            ? alert
            : AlertLife.Act(alert, AlertState.Acknowledged, AlertWords.Acknowledged, "you have seen it", now) with { SnoozedUntil = null, AcknowledgedLevel = AlertLife.SeenLevel(alert) };

    /// <summary>The wearer wants to hear of it later, or earlier if the level rises.</summary>
    /// <exception cref="AlertResolvedException">Its life is over.</exception>
    /// <exception cref="AlertSpeaksAtOnceException">It must not be put off.</exception>
    /// <exception cref="ArgumentException">The time is not after now.</exception>
    public static Alert Snooze(Alert alert, DateTimeOffset until, DateTimeOffset now)
    {
        if (until <= now)
        {
            throw new ArgumentException("An alert can only be snoozed until a time that is still to come.", nameof(until));
        }

        if (!CanBeSnoozed(alert))
        {
            throw new AlertSpeaksAtOnceException(alert.Id);
        }

        return alert.State == AlertState.Snoozed && alert.SnoozedUntil == until
            ? alert
            : AlertLife.Act(alert, AlertState.Snoozed, AlertWords.Snoozed, AlertWords.Until(until), now) with { SnoozedUntil = until };
    }

    /// <summary>Reasons to talk to somebody are not put off: they can be seen or resolved.</summary>
    public static bool CanBeSnoozed(Alert alert) => !Tiers.SpeaksAtOnce(alert.Factor, alert.Evidence);

    /// <summary>The wearer is done with it: it stays resolved while its flag goes on, unless the level rises above what it was.</summary>
    /// <exception cref="AlertResolvedException">Its life is over already.</exception>
    public static Alert Resolve(Alert alert, DateTimeOffset now, string reason) =>
        AlertLife.Act(alert, AlertState.Resolved, AlertWords.Resolved, reason, now) with
        {
            SnoozedUntil = null,
            AcknowledgedLevel = AlertLife.SeenLevel(alert),
            Level = AlertLife.HighestLevel(alert),
        };

    /// <summary>The state at an instant: a snooze that ran out is open, and so is one of what has become a reason to talk to somebody.</summary>
    public static AlertState StateAt(Alert alert, DateTimeOffset now) =>
        alert.State == AlertState.Snoozed && (alert.SnoozedUntil <= now || !CanBeSnoozed(alert)) ? AlertState.Open : alert.State;

    private static IEnumerable<Alert> ReconcileFactor(Guid wearerId, List<Alert> alerts, IReadOnlyList<AlertTrack> tracks, DateOnly judgedThrough, DateTimeOffset now)
    {
        var pairs = AlertMatching.Match(alerts, tracks);
        var ids = alerts.Select(alert => alert.Id).ToHashSet();
        foreach (var alert in alerts)
        {
            var track = pairs.FirstOrDefault(pair => pair.Alert == alert).Track;
            var isOlderNews = judgedThrough < (alert.Cleared ?? alert.LastDay);
            yield return isOlderNews ? alert
                : track is not null ? AlertLife.Follow(alert, track, now)
                : AlertLife.Vanish(alert, tracks, now);
        }

        foreach (var track in tracks.Where(track => !pairs.Any(pair => pair.Track == track)))
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{track.Factor}-{track.Opened:yyyy-MM-dd}");
            while (!ids.Add(id))
            {
                // Late data split an alert in two and the other half has kept the name.
                id += "b";
            }

            yield return AlertLife.Begin(wearerId, id, track, now);
        }
    }
}
