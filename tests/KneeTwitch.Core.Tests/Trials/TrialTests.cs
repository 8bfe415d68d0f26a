using KneeTwitch.Core.Trials;
using Xunit;

namespace KneeTwitch.Core.Tests.Trials;

public class TrialTests
{
    [Fact]
    public void G33_five_pairs_give_a_benefit_and_its_chance()
    {
        var report = Report((4, 2), (5, 3), (3, 3), (6, 2), (4, 1));

        Assert.Equal(2.2, Assert.NotNull(report.Benefit), 1e-4);
        Assert.Equal(0.0625, Assert.NotNull(report.P), 1e-4);
        Assert.Equal(TrialVerdict.CouldBeChance, report.Verdict);
        Assert.Equal(
            "In 5 pairs of weeks you logged 2.2 twitch days a week with it and 4.4 without. That is 2.2 fewer, but the order of the weeks could have done it by chance. You knew which week it was, so expectation is part of this.",
            report.Says());
    }

    [Fact]
    public void Five_pairs_that_all_agree_are_a_verdict() => Assert.Equal(TrialVerdict.Fewer, Report((4, 2), (5, 3), (4, 3), (6, 2), (4, 1)).Verdict);

    [Theory]
    [InlineData(7, 6, TrialVerdict.NoDifference)]
    [InlineData(2, 1, TrialVerdict.Fewer)]
    [InlineData(1, 1, TrialVerdict.NoDifference)]
    [InlineData(1, 3, TrialVerdict.NoDifference)]
    public void Worth_mentioning_is_a_day_a_week_and_three_tenths(int off, int on, TrialVerdict verdict) =>
        Assert.Equal(verdict, Report((off, on), (off, on), (off, on), (off, on), (off, on)).Verdict);

    [Fact]
    public void Fewer_pairs_show_counts_only()
    {
        var report = Report((7, 0), (7, 0), (7, 0), (7, 0));

        Assert.Null(report.P);
        Assert.Equal(TrialVerdict.CountsOnly, report.Verdict);
        Assert.Contains("5 pairs are needed", report.Says());
    }

    [Fact]
    public void The_order_is_drawn_once_and_each_pair_has_one_of_each()
    {
        var plan = TrialPlan.Draw("S7", Make.FirstDay, 8, seed: 4);

        Assert.Equal(plan.Weeks, TrialPlan.Draw("S7", Make.FirstDay, 8, seed: 4).Weeks);
        Assert.All(plan.Weeks.Chunk(2), pair => Assert.NotEqual(pair[0], pair[1]));
        Assert.NotEqual(1, Enumerable.Range(0, 20).Select(seed => string.Join(',', TrialPlan.Draw("S7", Make.FirstDay, 8, seed).Weeks)).Distinct().Count());
    }

    [Fact]
    public void A_day_is_on_or_off_only_within_the_trial()
    {
        var plan = TrialPlan.Draw("S7", Make.FirstDay, 1, seed: 4);

        Assert.Null(plan.IsOn(Make.FirstDay.AddDays(-1)));
        Assert.Equal(plan.Weeks[0], plan.IsOn(Make.FirstDay.AddDays(6)));
        Assert.Equal(plan.Weeks[1], plan.IsOn(Make.FirstDay.AddDays(13)));
        Assert.Null(plan.IsOn(Make.FirstDay.AddDays(14)));
    }

    [Fact]
    public void A_week_with_four_check_ins_takes_its_pair_out()
    {
        var plan = TrialPlan.Draw("S1", Make.FirstDay, 2, seed: 1);

        var report = TrialReport.Of(plan, day => day < Make.FirstDay.AddDays(3) ? null : false, plan.End);

        Assert.Single(report.Pairs);
        Assert.Equal([false, true, true, true], report.Weeks.Select(week => week.IsValid));
    }

    [Fact]
    public void A_week_that_is_not_over_does_not_count()
    {
        var plan = TrialPlan.Draw("S1", Make.FirstDay, 1, seed: 1);

        Assert.Empty(TrialReport.Of(plan, _ => true, plan.End.AddDays(-2)).Pairs);
        Assert.Equal("No pair of weeks is complete yet.", TrialReport.Of(plan, _ => true, plan.End.AddDays(-2)).Says());
    }

    [Fact]
    public void Days_of_carry_over_are_left_out_as_decided_before()
    {
        var plan = TrialPlan.Draw("S1", Make.FirstDay, 1, seed: 1, dropDays: 2);

        var report = TrialReport.Of(plan, day => (day.DayNumber - Make.FirstDay.DayNumber) % 7 < 2, plan.End);

        Assert.All(report.Weeks, week => Assert.Equal((5, 0), (week.KnownDays, week.TwitchDays)));
    }

    private static TrialReport Report(params (int Off, int On)[] pairs)
    {
        var plan = TrialPlan.Draw("S7", Make.FirstDay, pairs.Length, seed: 11);
        return TrialReport.Of(
            plan,
            day =>
            {
                var since = day.DayNumber - Make.FirstDay.DayNumber;
                var (off, on) = pairs[since / 14];
                return since % 7 < (plan.Weeks[since / 7] ? on : off);
            },
            plan.End);
    }
}
