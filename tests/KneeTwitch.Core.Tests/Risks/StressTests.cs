using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class StressTests
{
    private static readonly RiskFactor Rule = Stress.Factor;

    [Theory]
    [InlineData(5, 0, true)]
    [InlineData(5.5, 0, false)]
    [InlineData(6, 1, false)]
    [InlineData(7, 2, false)]
    [InlineData(9, 3, false)]
    public void A_day_is_graded_by_the_rating(double score, int grade, bool isClean)
    {
        var day = Stress.Grade(Make.History((Metric.StressScore, [score])), 0, 0);

        Assert.Equal((grade, isClean), (day.Grade, day.IsClean));
    }

    [Fact]
    public void With_complete_ratings_a_flag_appears_on_day_12()
    {
        var days = Analysis.Run(Rule, Make.History((Metric.StressScore, Make.Days(14, 8))));

        Assert.Equal("00001111111222", string.Concat(days.Select(day => day.Level)));
        Assert.StartsWith("You rated stress 7 or higher on 7 of the last 7 days; the average was 8.0.", Rule.Says(days[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Four_ratings_a_week_are_too_few_even_where_a_watch_scores_the_other_days()
    {
        var history = Make.History(
            (Metric.StressScore, [.. Make.Missing(70), .. Make.Days(28, day => day % 7 < 4 ? 9 : null)]),
            (Metric.VendorStressScore, Make.Days(98, day => day < 70 ? 30 + (day % 3) : 80)));

        var days = Analysis.Run(Rule, history);

        Assert.All(days, day => Assert.InRange(day.Level, 0, 1));
        Assert.Equal("stress was not rated this day", Stress.Grade(history, 96, 96).Missing);
    }

    [Fact]
    public void Who_never_rates_is_only_watched_by_the_score_of_the_watch()
    {
        var days = Analysis.Run(Rule, Make.History((Metric.VendorStressScore, Make.Days(110, day => day < 80 ? 30 + (day % 3) : 90))));

        Assert.Equal(1, days.Max(day => day.Level));
        Assert.Contains("also rises with exercise, alcohol and illness", Rule.Says(days[^1]));
    }

    [Fact]
    public void A_new_watch_starts_a_new_usual()
    {
        var history = Make.From(
            Make.History((Metric.VendorStressScore, Make.Days(110, day => day < 80 ? 30 + (day % 3) : 90))),
            Metric.VendorStressScore,
            day => day < 80 ? "old watch" : "new watch");

        var days = Analysis.Run(Rule, history);

        Assert.All(days, day => Assert.Equal(0, day.Level));
        Assert.Null(days[^1].Grade);
    }
}
