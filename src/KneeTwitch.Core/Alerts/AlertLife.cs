using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Alerts;

/// <summary>Single steps in an alert's life. What the data say is remembered by Cleared and by the level of the last change the data made.</summary>
internal static class AlertLife
{
    /// <summary>A new alert with its whole story so far.</summary>
    public static Alert Begin(Guid wearerId, string id, AlertTrack track, DateTimeOffset now)
    {
        var alert = new Alert
        {
            WearerId = wearerId,
            Id = id,
            Factor = track.Factor,
            Level = track.Steps[0].Level,
            State = AlertState.Open,
            Since = track.Since,
            Opened = track.Opened,
            LastDay = track.Opened,
            Evidence = track.Telling.Evidence,
            Changes = [new AlertChange(now, AlertWords.Opened, track.Steps[0].Level, track.Steps[0].Reason)],
        };
        return Refresh(track.Steps.Skip(1).Aggregate(alert, (before, step) => Take(before, step, now)), track);
    }

    /// <summary>The alert after what is new in its track, and after what late data changed in the part it knew.</summary>
    public static Alert Follow(Alert alert, AlertTrack track, DateTimeOffset now)
    {
        var known = alert.Cleared ?? alert.LastDay;
        var news = track.Steps.Where(step => step.Day > known).ToList();
        if (alert.Cleared is null || track.Cleared is null || news.Any(step => step.Begins))
        {
            if (track.Steps.LastOrDefault(step => step.Day <= known) is { } then)
            {
                alert = Correct(alert, then, now);
            }

            alert = news.Aggregate(alert, (before, step) => Take(before, step, now));
        }

        return Refresh(alert, track);
    }

    /// <summary>An alert whose flag is no longer in the data; one that had ended before stays as it was.</summary>
    public static Alert Vanish(Alert alert, IReadOnlyList<AlertTrack> tracks, DateTimeOffset now)
    {
        if (alert.Cleared is not null)
        {
            return alert;
        }

        var reason = tracks.Any(track => AlertMatching.Overlap(alert, track) > 0) ? AlertWords.Joined : AlertWords.Vanished;
        var gone = Note(alert, AlertWords.Resolved, 0, reason, now) with { State = AlertState.Resolved, Cleared = alert.LastDay };
        return gone with { Level = HighestLevel(gone) };
    }

    /// <summary>An action of the wearer.</summary>
    public static Alert Act(Alert alert, AlertState state, string what, string reason, DateTimeOffset now) =>
        alert.State == AlertState.Resolved
            ? throw new AlertResolvedException(alert.Id)
            : Note(alert, what, LevelInData(alert), reason, now) with { State = state };

    /// <summary>The level up to which the wearer knows of it after having looked now.</summary>
    public static int SeenLevel(Alert alert) => Math.Max(alert.AcknowledgedLevel ?? 0, LevelInData(alert));

    public static int HighestLevel(Alert alert) => alert.Changes.Max(change => change.Level);

    private static Alert Correct(Alert alert, AlertStep then, DateTimeOffset now)
    {
        var late = then with { Reason = AlertWords.Later(then.Reason) };
        if (then.What == AlertWords.Resolved)
        {
            return alert.Cleared is null ? Take(alert, late, now) : alert;
        }

        return alert.Cleared is null ? Take(alert, late, now) : ComeBack(alert, late, now);
    }

    private static Alert Take(Alert alert, AlertStep step, DateTimeOffset now) =>
        step.What == AlertWords.Resolved ? End(alert, step, now)
        : alert.Cleared is null ? Move(alert, step, now)
        : IsVanished(alert) ? ComeBack(alert, step, now)
        : Reopen(alert, step, now) with { SnoozedUntil = null, AcknowledgedLevel = null };

    private static Alert End(Alert alert, AlertStep step, DateTimeOffset now) => WaitsToBeSeen(alert)
        ? alert
        : Note(alert, AlertWords.Resolved, step.Level, step.Reason, now) with { State = AlertState.Resolved, Cleared = step.Day };

    /// <summary>The level while the flag stands: only one above what the wearer has seen brings the alert back to them.</summary>
    private static Alert Move(Alert alert, AlertStep step, DateTimeOffset now)
    {
        var before = LevelInData(alert);
        if (step.Level == before)
        {
            return alert;
        }

        if (step.Level < before)
        {
            return Note(alert, AlertWords.Downgraded, step.Level, step.Reason, now);
        }

        var seen = alert.State == AlertState.Snoozed ? alert.Changes.Last(change => change.What == AlertWords.Snoozed).Level : alert.AcknowledgedLevel;
        if (seen >= step.Level)
        {
            return Note(alert, AlertWords.Raised, step.Level, step.Reason, now);
        }

        return alert.State == AlertState.Resolved
            ? Reopen(alert, step, now)
            : Note(alert, AlertWords.Raised, step.Level, step.Reason, now) with { State = AlertState.Open, SnoozedUntil = null };
    }

    private static Alert Reopen(Alert alert, AlertStep step, DateTimeOffset now) =>
        Note(alert, AlertWords.Reopened, step.Level, step.Reason, now) with { State = AlertState.Open, Cleared = null };

    /// <summary>The same flag, gone and found again by late data: what the wearer did with it still holds.</summary>
    private static Alert ComeBack(Alert alert, AlertStep step, DateTimeOffset now)
    {
        var isSeen = alert.AcknowledgedLevel >= step.Level;
        var isDismissed = isSeen && alert.Changes.Last(IsWearers).What == AlertWords.Resolved;
        var state = alert.SnoozedUntil > now ? AlertState.Snoozed
            : alert.SnoozedUntil is not null || !isSeen ? AlertState.Open
            : isDismissed ? AlertState.Resolved : AlertState.Acknowledged;
        return Reopen(alert, step, now) with { State = state };
    }

    private static Alert Refresh(Alert alert, AlertTrack track) => alert with
    {
        Opened = track.Opened,
        Since = track.Since,
        Cleared = WaitsToBeSeen(alert) ? null : track.Cleared,
        LastDay = track.Last.Day,
        Evidence = track.Telling.Evidence,
        Level = alert.State == AlertState.Resolved ? Math.Max(track.HighestLevel, HighestLevel(alert)) : track.Last.Level,
    };

    /// <summary>What asks for help now is not over because time passed: it stands until the wearer has looked at it.</summary>
    private static bool WaitsToBeSeen(Alert alert) => alert.State == AlertState.Open && RiskFactors.Find(alert.Factor)?.StaysUntilSeen == true;

    private static Alert Note(Alert alert, string what, int level, string reason, DateTimeOffset now) =>
        alert with { Changes = [.. alert.Changes, new AlertChange(now, what, level, reason)] };

    /// <summary>The level the data had last; the wearer's own changes carry it along.</summary>
    private static int LevelInData(Alert alert) => alert.Changes.Last(change => change.Level >= AlertPolicy.FlagLevel).Level;

    private static bool IsVanished(Alert alert) => alert.Cleared == alert.LastDay;

    /// <summary>The data resolve to a level below a flag; the wearer resolves a flag that stands.</summary>
    private static bool IsWearers(AlertChange change) => change.What is AlertWords.Acknowledged or AlertWords.Snoozed
        || (change.What == AlertWords.Resolved && change.Level >= AlertPolicy.FlagLevel);
}
