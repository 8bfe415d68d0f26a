using KneeTwitch.Core.Statistics;
using Xunit;

namespace KneeTwitch.Core.Tests.Statistics;

public class MatchedScoreTests
{
    [Fact]
    public void G28_episode_days_are_compared_with_the_same_weekday_within_four_weeks()
    {
        bool?[] outcome = [.. "100101000100101100000000110.".Select(day => day == '.' ? (bool?)null : day == '1')];
        double?[] exposure = [.. Make.Days(28, day => ((5 * day) + 2) % 11)];

        var score = MatchedScore.Of(outcome, exposure);

        Assert.Equal(-8.5, score.U, 1e-4);
        Assert.Equal(59.75, score.V, 1e-4);
        Assert.Equal(-1.0996, score.T, 1e-4);
        Assert.Equal(6, score.Informative);
    }

    [Fact]
    public void G30_all_factors_are_judged_by_the_largest_that_chance_can_do()
    {
        bool[] rule = [.. Enumerable.Range(0, 112).Select(d => ((3 * d * d) + (7 * d) + 1) % 11 < 3)];
        bool?[] outcome = [.. rule.Select((episode, d) => d % 13 == 5 ? (bool?)null : episode)];
        double?[] a = [.. Make.Days(112, d => (((7 * d) + 3) % 17) / 4.0)];
        double?[] b = [.. Make.Days(112, d => rule[d] && d % 4 != 0 ? 1 : ((5 * d) % 7) / 6.0)];
        double?[] c = [.. Make.Days(112, d => ((11 * d * d) % 23) / 5.0)];

        var judged = MaxT.Of(outcome, [a, b, c]);

        Assert.Equal(97, MaxT.Shifts(112));
        Assert.Equal(1.9128, Math.Abs(judged[0].Score.T), 1e-4);
        Assert.Equal(4.6221, Math.Abs(judged[1].Score.T), 1e-4);
        Assert.Equal(1.2311, Math.Abs(judged[2].Score.T), 1e-4);
        Assert.Equal(0.6224, judged[0].P, 1e-4);
        Assert.Equal(0.0102, judged[1].P, 1e-4);
        Assert.Equal(0.8469, judged[2].P, 1e-4);
    }

    [Fact]
    public void A_stratum_without_both_outcomes_or_without_variation_says_nothing()
    {
        bool?[] outcome = [.. Enumerable.Range(0, 28).Select(day => (bool?)(day % 7 == 0))];
        double?[] flat = [.. Make.Days(28, 0.1)];

        var byWeekday = MatchedScore.Of(outcome, [.. Make.Days(28, day => day)]);
        var constant = MatchedScore.Of([.. Enumerable.Range(0, 28).Select(day => (bool?)(day < 7))], flat);

        Assert.Equal((0, 0.0), (byWeekday.Informative, byWeekday.T));
        Assert.Equal((0, 0.0), (constant.Informative, constant.T));
    }

    [Fact]
    public void Days_more_than_four_weeks_apart_are_not_compared()
    {
        // Episodes only in the first block, high exposure only in the first block: a season, not a link.
        bool?[] outcome = [.. Enumerable.Range(0, 56).Select(day => (bool?)(day < 28))];
        double?[] exposure = [.. Make.Days(56, day => day < 28 ? 5 : 1)];

        Assert.Equal(0, MatchedScore.Of(outcome, exposure).Informative);
    }

    [Fact]
    public void A_window_may_end_within_a_block()
    {
        bool?[] outcome = [.. Enumerable.Range(0, 93).Select(day => (bool?)(day % 3 == 0))];
        double?[] exposure = [.. Make.Days(93, day => day * 7 % 5)];

        Assert.InRange(MatchedScore.Of(outcome, exposure).Informative, 1, Strata.Count(93));
    }
}
