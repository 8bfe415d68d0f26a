using KneeTwitch.Core.Days;
using KneeTwitch.Core.Links;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Links;

public class LinkAnalysisTests
{
    [Fact]
    public void G31_a_days_number_is_the_mean_of_it_and_the_two_days_before()
    {
        Assert.Equal(5.5, Exposure.LagMean([1, null, 4, 7], 3, 0, 2, 2));
        Assert.Null(Exposure.LagMean([1, null, null, 7], 3, 0, 2, 2));
    }

    [Fact]
    public void What_a_twitch_could_bring_about_is_looked_for_on_the_days_before_only()
    {
        var stress = Exposures.All.Single(exposure => exposure.Factor == "R03");

        var values = stress.Over(Make.History((Metric.StressScore, [2, 4, 9, null])), 0, 3);

        Assert.Equal([null, null, 3, 6.5], values);
    }

    [Fact]
    public void There_are_eleven_exposures_each_of_a_rule() =>
        Assert.Equal(["R01", "R03", "R04", "R05", "R06", "R07", "R08", "R09", "R10", "R11", "R12"], Exposures.All.Select(exposure => exposure.Factor));

    [Fact]
    public void Extremes_are_drawn_in_to_three_spreads()
    {
        var caffeine = Exposures.All.Single(exposure => exposure.Factor == "R10");

        var values = caffeine.Over(Make.History((Metric.CaffeineMg, Make.Days(60, day => day == 30 ? 5000 : 100))), 0, 59);

        // Median 100, spread at its floor of 25: 5000 counts as 175, a third of it in a mean of three days.
        Assert.Equal(125, values[30]);
    }

    [Fact]
    public void Rare_days_of_something_are_not_drawn_in_to_nothing()
    {
        var load = Exposures.All.Single(exposure => exposure.Factor == "R01");
        double?[] loads = [.. Make.Days(60, day => day % 7 == 0 ? 90 : 0)];

        var values = load.Over(Make.History((Metric.LegLoadKcal, loads), (Metric.LegMinutes, loads)), 0, 59);

        Assert.Equal(30, values[9]);
    }

    [Fact]
    public void The_first_look_is_on_day_84_and_then_every_28_days()
    {
        var (history, twitches) = Linked(200, strength: 0);

        var looks = LinkAnalysis.Run(history, twitches);

        Assert.Equal([83, 111, 139, 167, 195], looks.Select(look => look.Day.DayNumber - Make.FirstDay.DayNumber));
        Assert.Equal([84, 112, 140, 168, 168], looks.Select(look => look.WindowDays));
    }

    [Fact]
    public void Twitches_that_follow_short_nights_are_seen_then_repeated()
    {
        var (history, twitches) = Linked(200, strength: 3);

        var looks = LinkAnalysis.Run(history, twitches);
        var sleep = looks.Select(look => look.Findings.Single(finding => finding.Factor == "R05")).ToList();

        Assert.Equal(LinkClass.SeenOnce, sleep[0].Class);
        Assert.Equal(LinkClass.Repeated, sleep[1].Class);
        Assert.True(sleep[^1].T > 0 && sleep[^1].OddsRatioLow > 1);
        Assert.Matches(
            "^In the last 24 weeks twitching was logged on [0-9]+ of [0-9]+ days after short nights and on [0-9]+ of [0-9]+ comparable days. The same pattern came up in two looks. It may be coincidence, or both may follow from something else.$",
            LinkWords.Of(looks[^1], sleep[^1]));
        Assert.All(looks[^1].Findings.Where(finding => finding.Factor is not ("R05" or "R10")), finding => Assert.Equal(LinkClass.NotEnoughData, finding.Class));
    }

    [Fact]
    public void A_look_back_equals_the_looks_of_the_time()
    {
        var (history, twitches) = Linked(230, strength: 1);

        var now = LinkAnalysis.Run(history, twitches);
        var then = LinkAnalysis.Run(Make.Through(history, 150), [.. twitches.Take(151)]);

        Assert.Equal(now.Take(then.Count).Select(look => string.Join(';', look.Findings)), then.Select(look => string.Join(';', look.Findings)));
    }

    [Fact]
    public void Missing_check_ins_are_never_days_without_twitching()
    {
        var (history, twitches) = Linked(84, strength: 3);

        var look = Assert.Single(LinkAnalysis.Run(history, [.. twitches.Select((twitch, day) => day == 50 ? null : twitch)]));

        Assert.All(look.Findings, finding => Assert.Equal("83 of 84 check-ins in the last 84 days", finding.Missing));
        Assert.Equal("Not enough data yet: 83 of 84 check-ins in the last 84 days.", LinkWords.Of(look, look.Findings[0]));
    }

    [Theory]
    [InlineData(9, "9 of 10 days with twitching")]
    [InlineData(75, "9 of 10 days without twitching")]
    public void Both_kinds_of_days_are_needed(int episodes, string missing)
    {
        var (history, _) = Linked(84, strength: 0);

        var look = Assert.Single(LinkAnalysis.Run(history, [.. Enumerable.Range(0, 84).Select(day => (bool?)(day < episodes))]));

        Assert.All(look.Findings, finding => Assert.Equal(missing, finding.Missing));
    }

    [Fact]
    public void A_short_window_says_how_much_it_can_miss()
    {
        Assert.Contains("12 weeks", LinkWords.Missed(84));
        Assert.Contains("16 weeks", LinkWords.Missed(112));
        Assert.Contains("24 weeks", LinkWords.Missed(168));
    }

    [Fact]
    public void Without_any_check_in_there_is_no_look() => Assert.Empty(LinkAnalysis.Run(Linked(100, 0).History, new bool?[100]));

    /// <summary>Nights and coffee by chance, and twitches that follow short nights with so many times the log odds.</summary>
    private static (History History, bool?[] Twitches) Linked(int count, double strength)
    {
        var random = new Random(7);
        double?[] nights = [.. Make.Days(count, _ => 420 + (60 * ((random.NextDouble() * 2) - 1)))];
        double?[] coffee = [.. Make.Days(count, _ => 100 * random.NextDouble())];
        var twitches = new bool?[count];
        for (var day = 0; day < count; day++)
        {
            var debt = Enumerable.Range(Math.Max(day - 2, 0), Math.Min(day + 1, 3)).Average(night => (420 - (nights[night] ?? 0)) / 20);
            twitches[day] = random.NextDouble() < 1 / (1 + Math.Exp(1 - (strength * debt)));
        }

        return (Make.History((Metric.SleepMinutes, nights), (Metric.CaffeineMg, coffee)), twitches);
    }
}
