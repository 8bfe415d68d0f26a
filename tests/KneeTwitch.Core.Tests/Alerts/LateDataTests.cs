using KneeTwitch.Core.Alerts;
using Xunit;
using static KneeTwitch.Core.Tests.Alerts.Ledger;

namespace KneeTwitch.Core.Tests.Alerts;

public class LateDataTests
{
    private static readonly DateTimeOffset Later = Morning.AddDays(3);

    [Theory]
    [InlineData("0000001112222")]
    [InlineData("0012222222222")]
    [InlineData("0000000000022")]
    public void A_raise_day_that_moved_is_the_same_alert(string levels)
    {
        var seen = AlertPolicy.Acknowledge(Settle("00000111222")[0], Morning);

        var moved = Assert.Single(Settle(levels, [seen], Later));

        Assert.Equal("R05-2026-01-09", moved.Id);
        Assert.Equal(AlertState.Acknowledged, moved.State);
        Assert.Equal(Day(levels.IndexOf('2')), moved.Opened);
        Assert.Equal(["opened 2", "acknowledged 2"], Story(moved));
    }

    [Fact]
    public void An_alert_whose_flag_vanished_is_resolved()
    {
        var gone = Assert.Single(Settle("000000000", Settle("00000222"), Later));

        Assert.Equal(AlertState.Resolved, gone.State);
        Assert.Equal("later data no longer show this pattern", gone.Changes[^1].Reason);
    }

    [Theory]
    [InlineData("acknowledged", AlertState.Acknowledged)]
    [InlineData("snoozed", AlertState.Snoozed)]
    [InlineData("resolved", AlertState.Resolved)]
    [InlineData("nothing", AlertState.Open)]
    public void A_flag_that_vanished_and_came_back_is_as_the_wearer_left_it(string action, AlertState expected)
    {
        var alert = Settle("00000222")[0];
        alert = action switch
        {
            "acknowledged" => AlertPolicy.Acknowledge(alert, Morning),
            "snoozed" => AlertPolicy.Snooze(alert, Later.AddDays(20), Morning),
            "resolved" => AlertPolicy.Resolve(alert, Morning, "done"),
            _ => alert,
        };

        var gone = Settle("000000000", [alert], Later);
        var back = Assert.Single(Settle("0000022222", gone, Later.AddDays(1)));

        Assert.Equal(AlertState.Resolved, gone[0].State);
        Assert.Equal(expected, back.State);
        Assert.Null(back.Cleared);
    }

    [Fact]
    public void A_flag_that_turns_out_to_have_ended_is_resolved()
    {
        var ended = Assert.Single(Settle("002200000", Settle("00222222"), Later));

        Assert.Equal(AlertState.Resolved, ended.State);
        Assert.Equal(Day(4), ended.Cleared);
        Assert.Equal("later data: cleared in the data on 2026-01-05", ended.Changes[^1].Reason);
    }

    [Fact]
    public void A_flag_that_turns_out_never_to_have_ended_is_open_again()
    {
        var back = Assert.Single(Settle("0022222222", Settle("00222200"), Later));

        Assert.Equal(AlertState.Open, back.State);
        Assert.Equal(["opened 2", "resolved 0", "reopened 2"], Story(back));
    }

    [Fact]
    public void Two_flags_that_late_data_join_leave_one_alert_standing()
    {
        var two = Settle("0222" + Stretch(40, '0') + "222");

        var joined = Settle("0222" + Stretch(43, '2') + "2", two, Later);

        Assert.Equal("R05-2026-02-14", Assert.Single(joined, alert => alert.State == AlertState.Open).Id);
        Assert.Equal(2, joined.Count);
    }

    [Fact]
    public void A_flag_that_late_data_split_keeps_its_name_where_it_still_stands()
    {
        var one = Settle("02222" + Stretch(60, '2'));

        var split = Settle("02222" + Stretch(50, '0') + Stretch(10, '2'), one, Later);

        Assert.Equal(2, split.Count);
        Assert.Equal(one[0].Id, Assert.Single(split, alert => alert.State == AlertState.Open).Id);
        Assert.Equal(2, split.Select(alert => alert.Id).Distinct().Count());
    }
}
