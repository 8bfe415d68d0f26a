using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Trials;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Trials;

public class TrialStandingTests
{
    private static readonly TrialPlan Plan = TrialPlan.Draw("S7", Make.FirstDay, 5, seed: 3);
    private static readonly DateTimeOffset Said = new(2026, 3, 1, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Before_the_start_it_names_the_first_week()
    {
        var standing = At(Make.FirstDay.AddDays(-2));

        Assert.Equal((TrialPhase.Waiting, null), (standing.Phase, standing.WeekNow));
        Assert.Equal($"It starts on 1 January 2026 with a week {(Plan.Weeks[0] ? "with it" : "without it")}.", standing.Says());
    }

    [Fact]
    public void While_it_runs_there_are_counts_and_no_verdict_however_clear_they_look()
    {
        var standing = At(Plan.End.AddDays(-1));

        Assert.Equal((TrialPhase.Running, 9), (standing.Phase, standing.WeekNow));
        Assert.Equal(TrialVerdict.CountsOnly, standing.Verdict);
        Assert.StartsWith("Week 10 of 10: ", standing.Says(), StringComparison.Ordinal);
        Assert.Contains("In 4 pairs of weeks you logged", standing.Says(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_is_not_over_does_not_count() => Assert.Equal(0, At(Make.FirstDay).Report.Weeks[0].KnownDays);

    [Fact]
    public void When_the_last_week_is_over_the_verdict_is_told()
    {
        var standing = At(Plan.End);

        Assert.Equal((TrialPhase.Over, TrialVerdict.Fewer), (standing.Phase, standing.Verdict));
        Assert.Equal(standing.Report.Says(), standing.Says());
    }

    [Fact]
    public void Stopped_early_it_keeps_its_counts_and_never_has_a_verdict()
    {
        var plan = TrialPlan.Draw("S7", Make.FirstDay, 8, seed: 3);

        var standing = TrialStanding.Of(plan, Make.FirstDay.AddDays(70), plan.End.AddDays(50), day => plan.IsOn(day) != true, _ => null);

        Assert.Equal((TrialPhase.Stopped, 5, TrialVerdict.CountsOnly), (standing.Phase, standing.Report.Pairs.Count, standing.Verdict));
        Assert.StartsWith("It was stopped before its end, so there are counts only. In 5 pairs", standing.Says(), StringComparison.Ordinal);
        Assert.Equal(0, standing.Report.Weeks[^1].KnownDays);
    }

    [Fact]
    public void Following_it_is_counted_by_week_and_never_changes_the_comparison()
    {
        var standing = TrialStanding.Of(Plan, null, Plan.End, day => Plan.IsOn(day) != true, day => day.Day % 2 == 0 ? day.Day % 4 == 0 : null);

        Assert.Equal((3, 1), standing.Kept[0]);
        Assert.Equal(At(Plan.End).Report.Pairs, standing.Report.Pairs);
    }

    [Fact]
    public void Saying_it_again_for_a_day_changes_the_answer_and_other_tags_are_something_else()
    {
        var day = Make.FirstDay;
        DiaryEntry[] entries =
        [
            TrialAdherence.Entry("S7", day, isKept: true, Said),
            TrialAdherence.Entry("S7", day, isKept: false, Said.AddMinutes(1)),
            TrialAdherence.Entry("S1", day, isKept: true, Said),
        ];
        var diary = DiaryLog.Of(entries, ZoneHistory.Of("Europe/Berlin"));

        Assert.Equal(2, diary.Items.Count);
        Assert.False(TrialAdherence.On(diary, "S7", day));
        Assert.Null(TrialAdherence.On(diary, "S7", day.AddDays(1)));
    }

    [Theory]
    [InlineData("S7", 1, 1985, false, null)]
    [InlineData("S4", 1, 1985, false, null)]
    [InlineData("S4", 1, 1985, true, "clinician")]
    [InlineData("S2", 1, 1985, true, "clinician")]
    [InlineData("S7", 0, 1985, false, "tomorrow")]
    [InlineData("S7", 1, 2010, false, "adults")]
    public void What_speaks_against_a_trial_is_said_before_it_is_drawn(string id, int daysAhead, int born, bool hasKidneyDisease, string? word)
    {
        var wearer = Make.Wearer(birthYear: born) with { HasKidneyDisease = hasKidneyDisease };
        var strategy = Assert.IsType<Strategy>(Strategies.Find(id));

        var why = TrialLimits.WhyNot(Make.History(wearer, [], (Metric.SleepMinutes, [400])), strategy, Make.FirstDay, Make.FirstDay.AddDays(daysAhead));

        Assert.Equal(word is not null, why is not null);
        Assert.Contains(word ?? "", why ?? "", StringComparison.Ordinal);
    }

    private static TrialStanding At(DateOnly today) => TrialStanding.Of(Plan, null, today, day => Plan.IsOn(day) != true, _ => null);
}
