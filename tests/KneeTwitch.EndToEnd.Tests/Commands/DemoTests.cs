using KneeTwitch.Core.Links;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Demo;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class DemoTests(DemoYear year) : IClassFixture<DemoYear>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void The_planted_patterns_are_flagged_inside_their_spans_and_nothing_else_is()
    {
        var planted = DemoYear.Plan.Plants.Where(plant => RiskFactors.Find(plant.Factor) is not null).ToDictionary(plant => plant.Factor);

        Assert.Equal(planted.Keys.Order(), year.Alerts.Select(alert => alert.Factor).Order());
        Assert.All(year.Alerts, alert =>
        {
            var plant = planted[alert.Factor];
            Assert.InRange(alert.Since, plant.From, plant.To);
            Assert.InRange(alert.Opened, plant.From, plant.To);
        });
    }

    [Fact]
    public async Task The_twitches_are_seen_to_follow_short_nights_again_and_again_and_nothing_else()
    {
        var history = await year.HistoryAsync(Cancel);

        var looks = LinkAnalysis.Run(history);

        var repeated = looks.SelectMany(look => look.Findings).Where(finding => finding.Class == LinkClass.Repeated).ToList();
        Assert.NotEmpty(repeated);
        Assert.All(repeated, finding => Assert.Equal("R05", finding.Factor));
        Assert.All(repeated, finding => Assert.True(finding.T > 0));
        Assert.All(repeated, finding => Assert.InRange(DemoDiary.OddsRatio, finding.OddsRatioLow ?? double.MaxValue, finding.OddsRatioHigh ?? double.MinValue));
    }

    [Fact]
    public async Task Every_day_says_whether_it_twitched_and_none_did_before_the_nights_got_short()
    {
        var history = await year.HistoryAsync(Cancel);

        var episodes = history.Series(Metric.KneeTwitchEpisodes);

        Assert.Equal(365, episodes.Count(day => day is not null));
        Assert.InRange(history.DayAt(episodes.Index().First(day => day.Item > 0).Index), DemoYear.Plan.TwitchesFrom, DemoYear.Plan.MedicineStart.To);
    }

    [Fact]
    public void The_same_seed_invents_the_same_year()
    {
        var (one, other) = (new MemoryStream(), new MemoryStream());

        DemoExport.Write(one, DemoYear.Plan);
        DemoExport.Write(other, DemoYear.Plan);

        Assert.Equal(one.ToArray(), other.ToArray());
    }
}
