using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Pipeline.Alerting;

/// <summary>
/// Brings the stored notifications in line with the policy. Those whose day has come are facts that late data can neither repeat nor take
/// back; those still to come are planned anew each time. A row is the last time an alert's level was told.
/// </summary>
internal static class NotificationPlan
{
    public static void Apply(KneeTwitchDb db, Guid wearerId, IReadOnlyList<Notification> stored, IReadOnlyList<Rise> rises, IReadOnlyList<Alert> alerts, DateOnly today)
    {
        var facts = stored.Where(row => row.Told <= today).ToList();
        var wanted = NotificationPolicy.Plan(WithFacts(rises, facts, alerts))
            .GroupBy(planned => (planned.Rise.AlertId, planned.Rise.Level))
            .ToDictionary(told => told.Key, told => told.MaxBy(planned => planned.Told)!);

        foreach (var row in stored)
        {
            if (!wanted.Remove((row.AlertId, row.Level), out var planned))
            {
                db.Notifications.Remove(row);
            }
            else if (row.Told != planned.Told)
            {
                db.Entry(row).CurrentValues.SetValues(Row(wearerId, planned));
            }
        }

        db.Notifications.AddRange(wanted.Values.Select(planned => Row(wearerId, planned)));
    }

    /// <summary>The rises, each fact attached to the nearest of its alert and level; a fact whose rise late data took away still counts.</summary>
    private static List<Rise> WithFacts(IReadOnlyList<Rise> rises, List<Notification> facts, IReadOnlyList<Alert> alerts)
    {
        List<Rise> result = [.. rises];
        foreach (var fact in facts)
        {
            var nearest = Enumerable.Range(0, result.Count)
                .Where(i => result[i].AlertId == fact.AlertId && result[i].Level == fact.Level && result[i].Told is null)
                .OrderBy(i => Math.Abs(result[i].Day.DayNumber - fact.Risen.DayNumber))
                .Select(i => (int?)i)
                .FirstOrDefault();
            if (nearest is { } index)
            {
                result[index] = result[index] with { Told = fact.Told };
            }
            else if (alerts.FirstOrDefault(alert => alert.Id == fact.AlertId) is { } alert)
            {
                result.Add(new Rise(alert.Factor, alert.Id, fact.Level, fact.Risen) { Told = fact.Told, IsRedFlag = Tiers.SpeaksAtOnce(alert.Factor, alert.Evidence) });
            }
        }

        return result;
    }

    private static Notification Row(Guid wearerId, PlannedNotification planned) => new()
    {
        WearerId = wearerId,
        AlertId = planned.Rise.AlertId,
        Level = planned.Rise.Level,
        Risen = planned.Rise.Day,
        Told = planned.Told,
    };
}
