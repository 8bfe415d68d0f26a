using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Web.Pages.Alerts;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class FactorChartsTests
{
    [Fact]
    public void Every_rule_has_something_to_draw() => Assert.All(RiskFactors.All, factor => Assert.NotEmpty(FactorCharts.For(factor.Id)));

    [Fact]
    public void The_line_of_a_personal_rule_is_the_one_of_the_last_day()
    {
        var day = new DateOnly(2026, 3, 1);

        var chart = FactorChart.Of("R04", day, day.AddDays(1), [Judged(day, 66, 61), Judged(day.AddDays(1), 67, 62)]);

        Assert.Equal(62, Assert.IsType<FactorChart>(chart).Threshold);
        Assert.Equal([66, 67], chart.Points.Select(point => point.Value));
    }

    private static StoredAssessment Judged(DateOnly day, double restingBpm, double flagBpm) => new()
    {
        WearerId = Guid.Empty,
        Factor = "R04",
        Day = day,
        Level = 2,
        Standing = Standing.Flag,
        RuleVersion = "1",
        Evidence = new() { ["resting_heart_rate_7_days_bpm"] = restingBpm, ["resting_heart_rate_flag_bpm"] = flagBpm },
    };
}
