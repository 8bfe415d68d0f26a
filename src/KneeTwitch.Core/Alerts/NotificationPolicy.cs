namespace KneeTwitch.Core.Alerts;

/// <summary>
/// What deserves a notification, and when [risk-factors 2, Notifications]: not the same rule again within 28 days unless its level is
/// higher, at most two patterns in any 14 days, the rest queue by level, then age.
/// </summary>
public static class NotificationPolicy
{
    public const int QuietDays = 28, WindowDays = 14, MostInWindow = 2;

    /// <summary>
    /// The notifications in the order they are told. Day by day, so that what is planned for a day never depends on later days (only on
    /// what the wearer was told already). A rise that
    /// the 28 days silence is dropped, not delayed, and so is one whose flag ended while it queued: telling of it would be news from the past.
    /// </summary>
    public static IReadOnlyList<PlannedNotification> Plan(IEnumerable<Rise> rises)
    {
        var all = rises.OrderBy(rise => rise.Day).ThenBy(rise => rise.AlertId, StringComparer.Ordinal).ThenByDescending(rise => rise.Level).ToList();
        List<PlannedNotification> told = [.. all.Where(rise => rise.Told is not null).Select(rise => new PlannedNotification(rise, rise.Told ?? rise.Day))];
        told.AddRange(all.Where(rise => rise.IsRedFlag && rise.Told is null).Select(rise => new PlannedNotification(rise, rise.Day)));

        var coming = new Queue<Rise>(all.Where(rise => rise.Told is null && !rise.IsRedFlag));
        List<Rise> waiting = [];
        for (var day = coming.Count > 0 ? coming.Peek().Day : default; coming.Count > 0 || waiting.Count > 0; day = day.AddDays(1))
        {
            while (coming.Count > 0 && coming.Peek().Day <= day)
            {
                waiting.Add(coming.Dequeue());
            }

            waiting.RemoveAll(rise => rise.Ended <= day || IsQuiet(rise, day, told));
            foreach (var rise in waiting.OrderByDescending(rise => rise.Level).ThenBy(rise => rise.Day).ToList())
            {
                if (HasRoom(day, told) && !IsQuiet(rise, day, told))
                {
                    told.Add(new PlannedNotification(rise, day));
                    waiting.Remove(rise);
                }
            }

            // Nothing can happen before the next rise when nobody waits: years of history are planned in one go.
            day = waiting.Count == 0 && coming.Count > 0 ? coming.Peek().Day.AddDays(-1) : day;
        }

        return [.. told.OrderBy(notification => notification.Told).ThenByDescending(notification => notification.Rise.IsRedFlag).ThenByDescending(notification => notification.Rise.Level).ThenBy(notification => notification.Rise.Day)];
    }

    private static bool IsQuiet(Rise rise, DateOnly day, List<PlannedNotification> told) => told.Any(earlier =>
        earlier.Rise.Factor == rise.Factor && Math.Abs(day.DayNumber - earlier.Told.DayNumber) < QuietDays && earlier.Rise.Level >= rise.Level);

    private static bool HasRoom(DateOnly day, List<PlannedNotification> told) => told.Count(earlier =>
        !earlier.Rise.IsRedFlag && Math.Abs(day.DayNumber - earlier.Told.DayNumber) < WindowDays) < MostInWindow;
}
