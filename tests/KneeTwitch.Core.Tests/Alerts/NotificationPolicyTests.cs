using CsCheck;
using KneeTwitch.Core.Alerts;
using Xunit;

namespace KneeTwitch.Core.Tests.Alerts;

public class NotificationPolicyTests
{
    [Fact]
    public void The_queue_of_golden_example_27()
    {
        var plan = Plan(Rise("R05", 10), Rise("R10", 11), Rise("R03", 12), Rise("R07", 24));

        Assert.Equal(["R05 10", "R10 11", "R03 24", "R07 25"], plan);
    }

    [Fact]
    public void The_higher_level_goes_first_then_the_older_one() =>
        Assert.Equal(
            ["R01 0", "R02 1", "R05 14", "R03 15", "R04 28"],
            Plan(Rise("R01", 0), Rise("R02", 1), Rise("R03", 2), Rise("R04", 3), Rise("R05", 4, level: 3)));

    [Theory]
    [InlineData(27, 2, "R05 0")]
    [InlineData(28, 2, "R05 0, R05 28")]
    [InlineData(5, 3, "R05 0, R05 5")]
    public void The_same_rule_is_quiet_for_28_days_unless_its_level_is_higher(int day, int level, string expected) =>
        Assert.Equal(expected, string.Join(", ", Plan(Rise("R05", 0), Rise("R05", day, level))));

    [Theory]
    [InlineData(13, "R01 0, R02 0")]
    [InlineData(14, "R01 0, R02 0")]
    [InlineData(15, "R01 0, R02 0, R03 14")]
    public void A_flag_that_ended_while_it_queued_is_not_told(int ended, string expected) =>
        Assert.Equal(expected, string.Join(", ", Plan(Rise("R01", 0), Rise("R02", 0), Rise("R03", 1) with { Ended = Ledger.Day(ended) })));

    [Fact]
    public void A_red_flag_is_told_at_once_and_takes_nobodys_place() =>
        Assert.Equal(
            ["RF2 0", "R01 0", "RF3 1", "R02 1"],
            Plan(Rise("R01", 0), Rise("RF2", 0) with { IsRedFlag = true }, Rise("RF3", 1) with { IsRedFlag = true }, Rise("R02", 1)));

    [Fact]
    public void What_was_told_stays_told_and_counts() =>
        Assert.Equal(
            ["R01 5", "R02 6", "R03 19"],
            Plan(Rise("R03", 4), Rise("R01", 4) with { Told = Ledger.Day(5) }, Rise("R02", 6) with { Told = Ledger.Day(6) }));

    [Fact]
    public void Never_more_than_two_in_14_days_and_never_before_the_rise() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 120], Gen.Int[2, 3], (rule, day, level) => Rise($"R{rule:00}", day, level)).List[0, 40].Sample(rises =>
        {
            var plan = NotificationPolicy.Plan(rises);

            Assert.All(plan, told => Assert.True(told.Told >= told.Rise.Day));
            Assert.All(plan, told => Assert.True(plan.Count(other => other.Told >= told.Told && other.Told < told.Told.AddDays(14)) <= 2));
        });

    [Fact]
    public void What_comes_later_does_not_change_what_was_planned_before() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[0, 120], Gen.Int[2, 3], (rule, day, level) => Rise($"R{rule:00}", day, level)).List[0, 40].Sample(rises =>
        {
            var whole = NotificationPolicy.Plan(rises).Where(told => told.Told <= Ledger.Day(60));
            var until60 = NotificationPolicy.Plan(rises.Where(rise => rise.Day <= Ledger.Day(60))).Where(told => told.Told <= Ledger.Day(60));

            Assert.Equal(until60, whole);
        });

    private static IEnumerable<string> Plan(params Rise[] rises) =>
        NotificationPolicy.Plan(rises).Select(told => $"{told.Rise.Factor} {told.Told.DayNumber - Ledger.Day(0).DayNumber}");

    private static Rise Rise(string factor, int day, int level = 2) => new(factor, $"{factor}-alert", level, Ledger.Day(day));
}
