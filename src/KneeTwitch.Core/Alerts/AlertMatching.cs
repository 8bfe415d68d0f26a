namespace KneeTwitch.Core.Alerts;

/// <summary>
/// Finds the alert a track already has. Late data move the day of a raise, split a flag or join two; whoever has heard of a pattern must
/// not hear of it again under another name.
/// </summary>
internal static class AlertMatching
{
    /// <summary>The pairs of one factor, each alert and each track in at most one.</summary>
    public static IReadOnlyList<(Alert Alert, AlertTrack Track)> Match(IReadOnlyList<Alert> alerts, IReadOnlyList<AlertTrack> tracks)
    {
        var candidates =
            from alert in alerts
            from track in tracks
            let overlap = Overlap(alert, track)
            where overlap > 0 || Gap(alert, track) is >= 0 and <= AlertPolicy.ReopenDays
            orderby AreFlaggedTogether(alert, track) descending, overlap > 0 descending, alert.Cleared is null && track.Cleared is null descending, overlap descending, Gap(alert, track), alert.Id
            select (alert, track);

        List<(Alert Alert, AlertTrack Track)> pairs = [];
        foreach (var (alert, track) in candidates)
        {
            if (!pairs.Any(pair => pair.Alert.Id == alert.Id || pair.Track == track))
            {
                pairs.Add((alert, track));
            }
        }

        return pairs;
    }

    /// <summary>Days that both speak of, the time before the raise included: a moved raise day still is the same pattern.</summary>
    public static int Overlap(Alert alert, AlertTrack track)
    {
        var from = Math.Max(Math.Min(alert.Since.DayNumber, alert.Opened.DayNumber), track.Episodes[0].Since.DayNumber);
        var to = Math.Min(alert.LastDay.DayNumber, track.Last.Day.DayNumber);
        return to - from + 1;
    }

    /// <summary>Whether some day was flagged in both: stronger than a pattern that only reaches back so far.</summary>
    private static bool AreFlaggedTogether(Alert alert, AlertTrack track) =>
        track.Episodes.Any(episode => episode.Opened <= alert.LastDay && episode.Days[^1].Day >= alert.Opened);

    private static int Gap(Alert alert, AlertTrack track) =>
        track.Opened.DayNumber - (alert.Cleared ?? alert.LastDay).DayNumber;
}
