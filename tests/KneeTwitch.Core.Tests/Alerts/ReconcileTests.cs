using System.Text.Json;
using CsCheck;
using KneeTwitch.Core.Alerts;
using Xunit;
using static KneeTwitch.Core.Tests.Alerts.Ledger;

namespace KneeTwitch.Core.Tests.Alerts;

public class ReconcileTests
{
    /// <summary>Levels that stay for a while, as the gate makes them.</summary>
    private static readonly Gen<string> Levels =
        Gen.Select(Gen.Int[0, 6].Select(index => "0012233"[index]), Gen.Int[1, 25], (level, days) => Stretch(days, level)).List[1, 12].Select(string.Concat);

    [Fact]
    public void Doing_it_twice_changes_nothing() =>
        Gen.Select(Levels, Levels, Gen.Int[0, 3]).Sample((first, second, action) =>
        {
            var before = Act(Settle(first), action);

            var once = Settle(second, before, Morning.AddDays(1));
            var twice = Settle(second, once, Morning.AddDays(2));

            Assert.Equal(JsonSerializer.Serialize(once), JsonSerializer.Serialize(twice));
        });

    [Fact]
    public void However_often_it_was_asked_the_same_alerts_end_up_open() =>
        Gen.Select(Levels, Gen.Int[0, 300].List[0, 10]).Sample((levels, stops) =>
        {
            var alerts = stops.Where(stop => stop > 0).Order().Aggregate<int, IReadOnlyList<Alert>>(
                [],
                (before, stop) => Settle(levels[..Math.Min(stop, levels.Length)], before));

            var stepwise = Settle(levels, alerts);
            var atOnce = Settle(levels);

            Assert.Equal(atOnce.Select(Facts), stepwise.Select(Facts));
        });

    [Fact]
    public void News_that_come_in_the_wrong_order_change_nothing() =>
        Gen.Select(Levels, Gen.Int[1, 300]).Sample((levels, stop) =>
        {
            var whole = Settle(levels);

            var after = Settle(levels[..Math.Min(stop, levels.Length)], whole, Morning.AddDays(1));

            Assert.Equal(whole.Select(Facts), after.Select(Facts));
        });

    [Fact]
    public void What_the_wearer_did_is_never_lost() =>
        Gen.Select(Levels, Levels, Gen.Int[1, 3]).Sample((first, second, action) =>
        {
            var before = Act(Settle(first), action);

            var after = Settle(second, before, Morning.AddDays(1));

            foreach (var alert in before)
            {
                var same = Assert.Single(after, later => later.Id == alert.Id);
                Assert.Equal(alert.Changes, same.Changes.Take(alert.Changes.Count));
                var news = same.Changes.Skip(alert.Changes.Count).ToList();
                Assert.True(same.State != AlertState.Open || alert.State == AlertState.Open
                    || news.Any(change => change.What == AlertWords.Reopened || change.Level > (alert.AcknowledgedLevel ?? 2)));
            }
        });

    [Fact]
    public void One_alert_stands_while_the_flag_stands_and_none_else() =>
        Gen.Select(Levels, Levels).Where((first, second) => second.Length >= first.Length).Sample((first, second) =>
        {
            var after = Settle(second, Settle(first), Morning.AddDays(1));

            Assert.Equal(second[^1] >= '2' ? 1 : 0, after.Count(alert => alert.Cleared is null));
            Assert.Equal(after.Count, after.Select(alert => alert.Id).Distinct().Count());
        });

    private static IReadOnlyList<Alert> Act(IReadOnlyList<Alert> alerts, int action) =>
    [
        .. alerts.Select(alert => alert.State == AlertState.Resolved ? alert : action switch
        {
            1 => AlertPolicy.Acknowledge(alert, Morning),
            2 => AlertPolicy.Snooze(alert, Morning.AddDays(30), Morning),
            3 => AlertPolicy.Resolve(alert, Morning, "done"),
            _ => alert,
        }),
    ];

    private static string Facts(Alert alert) =>
        $"{alert.Id} {alert.State} {alert.Level} {alert.Since} {alert.Opened} {alert.Cleared} {alert.LastDay} {string.Join(", ", Story(alert))}";
}
