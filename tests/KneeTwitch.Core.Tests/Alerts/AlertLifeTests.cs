using KneeTwitch.Core.Alerts;
using Xunit;
using static KneeTwitch.Core.Tests.Alerts.Ledger;

namespace KneeTwitch.Core.Tests.Alerts;

public class AlertLifeTests
{
    [Fact]
    public void A_flag_opens_an_alert_with_the_evidence_of_its_last_day()
    {
        var alert = Assert.Single(Settle("0011222"));

        Assert.Equal("R05-2026-01-05", alert.Id);
        Assert.Equal(AlertState.Open, alert.State);
        Assert.Equal(2, alert.Level);
        Assert.Equal(Day(2), alert.Since);
        Assert.Equal(Day(4), alert.Opened);
        Assert.Equal(Day(6), alert.LastDay);
        Assert.Equal(6, alert.Evidence["day"]);
        Assert.Equal(["opened 2"], Story(alert));
        Assert.Equal("in the data since 2026-01-03, persistent on 2026-01-05", alert.Changes[0].Reason);
        Assert.Equal(Morning, alert.Changes[0].At);
    }

    [Fact]
    public void A_watch_is_no_alert() => Assert.Empty(Settle("00111111"));

    [Fact]
    public void A_level_that_moves_is_noted_with_the_day()
    {
        var alert = Assert.Single(Settle("0223322"));

        Assert.Equal(2, alert.Level);
        Assert.Equal(["opened 2", "raised 3", "downgraded 2"], Story(alert));
        Assert.Equal("rose to strong on 2026-01-04", alert.Changes[1].Reason);
        Assert.Equal("fell to flag on 2026-01-06", alert.Changes[2].Reason);
    }

    [Theory]
    [InlineData("0222110", "cleared in the data on 2026-01-05")]
    [InlineData("0222s00", "stale: too little data in the four weeks to 2026-01-05 to say whether it goes on")]
    public void An_alert_whose_flag_ends_is_resolved_with_the_reason(string levels, string reason)
    {
        var alert = Assert.Single(Settle(levels));

        Assert.Equal(AlertState.Resolved, alert.State);
        Assert.Equal(Day(4), alert.Cleared);
        Assert.Equal(Day(3), alert.LastDay);
        Assert.Equal(reason, alert.Changes[^1].Reason);
    }

    [Fact]
    public void A_resolved_alert_keeps_the_highest_level_it_had() =>
        Assert.Equal(3, Assert.Single(Settle("022332200")).Level);

    [Theory]
    [InlineData(28, 1)]
    [InlineData(29, 2)]
    public void A_flag_within_four_weeks_of_the_last_reopens_its_alert_and_a_later_one_is_new(int daysAfter, int alerts)
    {
        var settled = Settle("0222" + Stretch(daysAfter, '0') + "22");

        Assert.Equal(alerts, settled.Count);
        Assert.Equal(AlertState.Open, settled[^1].State);
        Assert.Equal(alerts == 1 ? ["opened 2", "resolved 0", "reopened 2"] : ["opened 2"], Story(settled[^1]));
    }

    [Fact]
    public void Years_of_history_become_resolved_alerts_at_once()
    {
        var settled = Settle("0222" + Stretch(60, '0') + "33" + Stretch(60, '0'));

        Assert.All(settled, alert => Assert.Equal(AlertState.Resolved, alert.State));
        Assert.Equal(["R05-2026-01-02", "R05-2026-03-06"], settled.Select(alert => alert.Id));
        Assert.All(settled.SelectMany(alert => alert.Changes), change => Assert.Equal(Morning, change.At));
    }

    [Fact]
    public void Factors_have_alerts_of_their_own()
    {
        var settled = AlertPolicy.Reconcile(Wearer, [], [.. Of("0222"), .. Of("0033", "R07")], Morning);

        Assert.Equal(["R05-2026-01-02", "R07-2026-01-03"], settled.Select(alert => alert.Id));
    }

    [Fact]
    public void An_alert_that_was_not_judged_is_left_alone()
    {
        var before = Settle("0222");

        var after = AlertPolicy.Reconcile(Wearer, before, Of("0000000", "R07"), Morning.AddDays(1));

        Assert.Equal(before, after);
    }

    [Fact]
    public void An_analysis_older_than_what_is_known_changes_nothing()
    {
        var before = Settle("022233");

        Assert.Equal(before, Settle("0222", before, Morning.AddDays(1)));
        Assert.Equal(before, Settle("0", before, Morning.AddDays(1)));
    }
}
