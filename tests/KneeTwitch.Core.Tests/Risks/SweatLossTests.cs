using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class SweatLossTests
{
    private static readonly RiskFactor Rule = SweatLoss.Factor;

    [Fact]
    public void A_day_counts_from_an_estimated_litre_on()
    {
        var history = Hot(1, _ => true, minutes: 60, temperatureC: 20);

        Assert.Equal(1.0, SweatLoss.Grade(Hot(7, day => day == 6, 60, 20), 6).Evidence["sweat_litres"]);
        Assert.Null(SweatLoss.Grade(history, 0).Grade);
    }

    [Fact]
    public void Three_days_a_week_in_two_of_three_weeks_are_on_and_offer_salt()
    {
        var days = Analysis.Run(Rule, Hot(40, day => day < 21 && day % 7 is 0 or 2 or 4));

        var first = days.First(day => day.Level > 0);
        Assert.Equal(1, first.Level);
        Assert.Equal(Make.FirstDay, first.Since);
        Assert.Equal(["S2"], Rule.AdviceFor(first.Evidence));
        Assert.All(days, day => Assert.InRange(day.Level, 0, 1));
    }

    [Fact]
    public void It_ends_when_two_weeks_hold_at_most_one_such_day()
    {
        var days = Analysis.Run(Rule, Hot(50, day => day < 21 && day % 7 is 0 or 2 or 4));

        Assert.Equal([1, 0], days.Skip(29).Take(2).Select(day => day.Level));
        Assert.Equal("clear", LevelChange.Of(days)[^1].Reason);
    }

    [Fact]
    public void Salt_in_the_log_takes_the_day_out()
    {
        var salted = Make.With(Hot(30, day => day % 2 == 0), (_, day) => day with { Values = [.. day.Values, new DayValue(Metric.SodiumMg, 600, DayState.Measured, 1, "app")] });

        Assert.All(Analysis.Run(Rule, salted), day => Assert.Equal(0, day.Level));
    }

    [Fact]
    public void Days_of_which_sport_is_not_known_count_as_nothing()
    {
        var history = Make.History(Make.Wearer(massKg: 70), [(20, Make.Session(minutes: 120))], (Metric.Steps, Make.Days(21, 1)));

        Assert.Equal("1 of 5 days with known sport this week", SweatLoss.Grade(history, 20).Missing);
    }

    private static History Hot(int count, Func<int, bool> isHot, double minutes = 90, double temperatureC = 25) => Make.History(
        Make.Wearer(massKg: 70),
        Enumerable.Range(0, count).Where(isHot).Select(day => (day, Make.Session(minutes: minutes, temperatureC: temperatureC))),
        (Metric.LegMinutes, Make.Days(count, day => isHot(day) ? minutes : 0)));
}
