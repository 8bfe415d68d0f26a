using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class LegLoadsTests
{
    [Fact]
    public void The_best_method_that_is_known_on_four_days_of_five_holds()
    {
        // Rated on 7 of 10 days, heart rate on 8 of 10.
        var loads = Of(10, rated: d => d < 7, heart: d => d < 8);

        Assert.Equal(LoadMethod.Edwards, loads.MethodOn(9));
    }

    [Fact]
    public void Rest_days_say_nothing_about_a_method()
    {
        var history = Make.History((Metric.LegMinutes, [40, 0, 0, 0, 0]), (Metric.LegLoadRpe, [200]), (Metric.LegLoadKcal, [300, 0, 0, 0, 0]));

        var loads = LegLoads.Of(history);

        Assert.Equal(LoadMethod.SessionRpe, loads.MethodOn(4));
        Assert.Equal([200, 0, 0, 0, 0], loads.By(LoadMethod.SessionRpe).Loads);
    }

    [Fact]
    public void Only_the_last_90_days_decide()
    {
        var loads = Of(120, rated: d => d < 30, heart: _ => true);

        Assert.Equal(LoadMethod.SessionRpe, loads.MethodOn(30));
        Assert.Equal(LoadMethod.Edwards, loads.MethodOn(119));
    }

    [Fact]
    public void Methods_are_never_mixed_in_one_number()
    {
        var history = Make.History(
            (Metric.LegMinutes, Make.Days(140, 30)),
            (Metric.LegLoadRpe, Make.Days(140, d => d < 70 ? 1000 : null)),
            (Metric.LegLoadEdwards, Make.Days(140, d => d >= 20 ? 50 : null)));

        var days = Analysis.Run(TrainingLoad.Factor, history);

        var ratios = days.Where(day => day.Evidence.ContainsKey("load_ratio")).Select(day => day.Evidence["load_ratio"]);
        Assert.All(ratios, ratio => Assert.Equal(1, ratio, 1e-6));
        Assert.Equal([1.0, 2.0], days.Where(day => day.Evidence.ContainsKey("load_method")).Select(day => day.Evidence["load_method"]).Distinct());
    }

    [Fact]
    public void Without_a_method_the_ratio_is_missing_and_says_why()
    {
        var loads = Make.History((Metric.LegMinutes, Make.Days(60, 30)), (Metric.LegLoadKcal, Make.Days(60, d => d % 2 == 0 ? 200 : null)));

        Assert.Contains("none of", TrainingLoad.Grade(loads, 59, 59).Missing);
    }

    private static LegLoads Of(int count, Func<int, bool> rated, Func<int, bool> heart) => LegLoads.Of(Make.History(
        (Metric.LegMinutes, Make.Days(count, 30)),
        (Metric.LegLoadRpe, Make.Days(count, d => rated(d) ? 150 : null)),
        (Metric.LegLoadEdwards, Make.Days(count, d => heart(d) ? 90 : null)),
        (Metric.LegLoadKcal, Make.Days(count, 300))));
}
