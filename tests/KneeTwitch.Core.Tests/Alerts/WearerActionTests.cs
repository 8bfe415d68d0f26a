using KneeTwitch.Core.Alerts;
using Xunit;
using static KneeTwitch.Core.Tests.Alerts.Ledger;

namespace KneeTwitch.Core.Tests.Alerts;

public class WearerActionTests
{
    private static readonly DateTimeOffset Noon = Morning.AddHours(7);

    [Fact]
    public void An_acknowledged_alert_stays_so_while_its_flag_goes_on()
    {
        var seen = AlertPolicy.Acknowledge(Settle("022")[0], Noon);

        var later = Assert.Single(Settle("02222222", [seen], Noon.AddDays(5)));

        Assert.Equal(AlertState.Acknowledged, later.State);
        Assert.Equal(["opened 2", "acknowledged 2"], Story(later));
    }

    [Fact]
    public void An_acknowledged_alert_comes_back_when_the_level_rises()
    {
        var seen = AlertPolicy.Acknowledge(Settle("022")[0], Noon);

        var later = Assert.Single(Settle("0223", [seen], Noon.AddDays(1)));

        Assert.Equal(AlertState.Open, later.State);
        Assert.Equal(["opened 2", "acknowledged 2", "raised 3"], Story(later));
    }

    [Fact]
    public void A_level_that_was_acknowledged_before_does_not_bring_it_back()
    {
        var seen = AlertPolicy.Acknowledge(Settle("033")[0], Noon);

        var later = Assert.Single(Settle("0332233", [seen], Noon.AddDays(5)));

        Assert.Equal(AlertState.Acknowledged, later.State);
        Assert.Equal(["opened 3", "acknowledged 3", "downgraded 2", "raised 3"], Story(later));
    }

    [Fact]
    public void Acknowledging_twice_is_acknowledging_once()
    {
        var seen = AlertPolicy.Acknowledge(Settle("022")[0], Noon);

        Assert.Same(seen, AlertPolicy.Acknowledge(seen, Noon.AddHours(1)));
    }

    [Fact]
    public void A_snoozed_alert_is_open_again_when_its_time_is_over()
    {
        var snoozed = AlertPolicy.Snooze(Settle("022")[0], Noon.AddDays(7), Noon);

        Assert.Equal(AlertState.Snoozed, AlertPolicy.StateAt(snoozed, Noon.AddDays(7).AddSeconds(-1)));
        Assert.Equal(AlertState.Open, AlertPolicy.StateAt(snoozed, Noon.AddDays(7)));
        Assert.Equal("until 2026-06-08 12:00 UTC", snoozed.Changes[^1].Reason);
    }

    [Theory]
    [InlineData("02222", AlertState.Snoozed)]
    [InlineData("02223", AlertState.Open)]
    public void A_snoozed_alert_comes_back_early_only_when_the_level_rises(string levels, AlertState expected)
    {
        var snoozed = AlertPolicy.Snooze(Settle("022")[0], Noon.AddDays(7), Noon);

        Assert.Equal(expected, Settle(levels, [snoozed], Noon.AddDays(2))[0].State);
    }

    [Fact]
    public void Nobody_can_snooze_into_the_past() =>
        Assert.Throws<ArgumentException>(() => AlertPolicy.Snooze(Settle("022")[0], Noon, Noon));

    [Theory]
    [InlineData("0222222", AlertState.Resolved, "opened 2, resolved 2")]
    [InlineData("0222233", AlertState.Open, "opened 2, resolved 2, reopened 3")]
    [InlineData("0222000", AlertState.Resolved, "opened 2, resolved 2, resolved 0")]
    [InlineData("02220022", AlertState.Open, "opened 2, resolved 2, resolved 0, reopened 2")]
    public void An_alert_the_wearer_resolved_rests_until_the_level_rises_or_a_new_flag_begins(string levels, AlertState expected, string story)
    {
        var done = AlertPolicy.Resolve(Settle("022")[0], Noon, "I know why");

        var later = Assert.Single(Settle(levels, [done], Noon.AddDays(5)));

        Assert.Equal(expected, later.State);
        Assert.Equal(story, string.Join(", ", Story(later)));
        Assert.Contains(later.Changes, change => change.Reason == "I know why");
    }

    [Fact]
    public void Acknowledging_holds_for_one_flag_and_not_for_the_next()
    {
        var seen = AlertPolicy.Acknowledge(Settle("022")[0], Noon);

        var later = Assert.Single(Settle("022000022", [seen], Noon.AddDays(9)));

        Assert.Equal(AlertState.Open, later.State);
        Assert.Null(later.AcknowledgedLevel);
    }

    [Fact]
    public void A_resolved_alert_takes_no_more_orders()
    {
        var over = Settle("02200")[0];

        var error = Assert.Throws<AlertResolvedException>(() => AlertPolicy.Acknowledge(over, Noon));
        Assert.Contains("R05-2026-01-02 is already resolved", error.Message, StringComparison.Ordinal);
        Assert.Throws<AlertResolvedException>(() => AlertPolicy.Snooze(over, Noon.AddDays(1), Noon));
        Assert.Throws<AlertResolvedException>(() => AlertPolicy.Resolve(over, Noon, "again"));
    }
}
