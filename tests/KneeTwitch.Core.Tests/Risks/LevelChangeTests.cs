using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class LevelChangeTests
{
    [Fact]
    public void Changes_come_by_day_whatever_order_the_ledger_has()
    {
        Assessment[] ledger = [Day("R07", 3, 1, "raise"), Day("R05", 9, 0, "clear"), Day("R05", 8, 2, null), Day("R05", 3, 2, "raise"), Day("R05", 2, 1, "raise")];

        var changes = LevelChange.Of(ledger);

        Assert.Equal(
            [
                new LevelChange(Make.FirstDay.AddDays(2), "R05", 0, 1, "raise"),
                new LevelChange(Make.FirstDay.AddDays(3), "R05", 1, 2, "raise"),
                new LevelChange(Make.FirstDay.AddDays(3), "R07", 0, 1, "raise"),
                new LevelChange(Make.FirstDay.AddDays(9), "R05", 2, 0, "clear"),
            ],
            changes);
    }

    [Fact]
    public void A_level_that_stands_is_no_change() => Assert.Empty(LevelChange.Of([Day("R05", 1, 2, null), Day("R05", 2, 2, null)]));

    private static Assessment Day(string factor, int day, int level, string? reason) => new()
    {
        Factor = factor,
        Day = Make.FirstDay.AddDays(day),
        Level = level,
        Standing = Standing.Flag,
        Reason = reason,
        Evidence = Evidence.None,
        RuleVersion = "1",
    };
}
