using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class HydrationTests
{
    private static readonly RiskFactor Rule = Hydration.Factor;

    [Fact]
    public void G14_a_warm_ride_raises_what_the_day_asks_for()
    {
        var session = Make.Session(Sport.Cycle, minutes: 90, rpe: 5, temperatureC: 28);
        var history = Drinking(Make.Wearer(Sex.Female, massKg: 63), [1500], [(0, session)]);

        var day = Hydration.Grade(history, 0);

        Assert.Equal(0.7308, Sweat.Estimated(0.7, 28, 63), 1e-4);
        Assert.Equal(2696.2, day.Evidence["fluid_need_ml"], 1e-4);
        Assert.Equal(0.5563, day.Evidence["fluid_ratio"], 1e-4);
        Assert.Equal(2, day.Grade);
    }

    [Fact]
    public void G15_a_measured_sweat_rate_replaces_the_estimate()
    {
        var rate = Sweat.Measured(70.2, 69.3, drunkLitres: 0.5, urineLitres: 0.1, hours: 1.25);

        Assert.Equal(1.04, rate, 1e-4);
        Assert.Equal(1600 + 1300, FluidNeed.Ml(Make.Wearer(), Make.FirstDay, [Make.Session(minutes: 75)], 60, rate) ?? 0, 1e-4);
    }

    [Fact]
    public void G15_weight_and_urine_give_two_points()
    {
        var score = WaterScore.Of([70.0, 70.2, 69.8, 70.1, 70.0, 69.1], 5, urineColour: 6, thirst: 4);

        Assert.Equal(-1.2857, score.MassChangePercent ?? 0, 1e-4);
        Assert.Equal(2, score.Points);
        Assert.True(score.IsComplete);
    }

    [Fact]
    public void Weight_is_compared_with_five_weights_of_two_weeks()
    {
        Assert.Null(WaterScore.Of([70, 70, 70, 70, 69], 4, null, null).MassChangePercent);
        Assert.Null(WaterScore.Of([70, 70, 70, 70, 70, .. Make.Missing(10), 69], 15, null, null).MassChangePercent);
        Assert.Equal(0, WaterScore.Of([100, 100, 100, 100, 100, 99], 5, null, null).Points);
        Assert.Equal(1, WaterScore.Of([100, 100, 100, 100, 100, 98.99], 5, null, null).Points);
    }

    [Theory]
    [InlineData(5.0, 4.0, 0)]
    [InlineData(5.5, 4.0, 1)]
    [InlineData(5.0, 5.0, 1)]
    [InlineData(6.0, 5.0, 2)]
    public void Answers_give_points_from_their_limits_on(double urineColour, double thirst, int points) =>
        Assert.Equal(points, WaterScore.Of([null], 0, urineColour, thirst).Points);

    [Theory]
    [InlineData(0.80, 0, 0, 0)]
    [InlineData(0.799999, 0, 0, 1)]
    [InlineData(0.65, 0, 0, 1)]
    [InlineData(0.649999, 0, 0, 2)]
    [InlineData(0.50, 0, 0, 2)]
    [InlineData(0.499999, 0, 0, 3)]
    [InlineData(0.9, 2, 3, 2)]
    [InlineData(0.9, 3, 3, 3)]
    [InlineData(0.4, 2, 3, 3)]
    [InlineData(0.6, 0, 3, 1)]
    [InlineData(0.4, 0, 3, 3)]
    [InlineData(0.6, 0, 2, 2)]
    [InlineData(null, 2, 2, 2)]
    [InlineData(null, 1, 3, 0)]
    public void The_grade_is_that_of_the_drinks_and_the_score_lifts_it(double? ratio, int points, int answered, int grade) =>
        Assert.Equal(grade, Hydration.GradeOf(ratio, new WaterScore(points, answered, null)));

    [Fact]
    public void Without_drinks_the_answers_decide_alone()
    {
        var history = Make.History((Metric.Steps, [5000]), (Metric.BodyMassKg, [70]));

        Assert.Equal(2, Hydration.Grade(history, 0, urineColour: 7, thirst: 6).Grade);
        Assert.Null(Hydration.Grade(history, 0, urineColour: 7, thirst: 2).Grade);
    }

    [Theory]
    [InlineData(3, 360.0, true)]
    [InlineData(2, 360.0, false)]
    [InlineData(3, 359.9, false)]
    [InlineData(3, null, false)]
    public void A_drink_log_counts_with_three_entries_over_six_hours(double entries, double? spanMinutes, bool isValid)
    {
        var history = Make.History((Metric.WaterMl, [900]), (Metric.DrinkEntries, [entries]), (Metric.DrinkSpanMinutes, [spanMinutes]));

        var day = Hydration.Grade(history, 0);

        Assert.Equal(isValid, day.Grade is not null);
        Assert.Equal(isValid ? false : null, day.IsClean);
    }

    [Theory]
    [InlineData(Sex.Male, false, false, 2000)]
    [InlineData(Sex.Female, false, false, 1600)]
    [InlineData(Sex.Female, true, false, 1840)]
    [InlineData(Sex.Female, false, true, 2160)]
    public void The_reference_depends_on_the_wearer(Sex sex, bool isPregnant, bool isLactating, double expected) =>
        Assert.Equal(expected, FluidNeed.BaseMl(Make.Wearer(sex, isPregnant: isPregnant, isLactating: isLactating), Make.FirstDay));

    [Fact]
    public void An_unknown_sex_is_named_as_what_is_missing()
    {
        var history = Drinking(Make.Wearer(Sex.Unknown), Make.Days(8, 900));

        var last = Analysis.Run(Rule, history)[^1];

        Assert.Equal(Standing.NotEnoughData, last.Standing);
        Assert.Contains("sex", last.Missing);
        Assert.Contains("profile", last.Missing);
    }

    [Theory]
    [InlineData(3.9, null, Sport.Run, 0.4)]
    [InlineData(4.0, null, Sport.Run, 0.7)]
    [InlineData(7.0, null, Sport.Walk, 1.0)]
    [InlineData(null, 115.0, Sport.Run, 0.4)]
    [InlineData(null, 115.2, Sport.Run, 0.7)]
    [InlineData(null, 138.6, Sport.Run, 1.0)]
    [InlineData(null, null, Sport.Walk, 0.4)]
    [InlineData(null, null, Sport.Cycle, 0.7)]
    [InlineData(null, null, Sport.Run, 1.0)]
    public void Intensity_comes_from_the_rating_else_the_heart_else_the_sport(double? rpe, double? heartRate, Sport sport, double expected)
    {
        // Forty years old on that day: a maximum of 180.
        var wearer = Make.Wearer(birthYear: 1985);

        Assert.Equal(expected, Sweat.Base(Make.Session(sport, rpe: rpe, heartRateBpm: heartRate), wearer, Make.FirstDay));
    }

    [Theory]
    [InlineData(20, 70, 1.0)]
    [InlineData(10, 70, 1.0)]
    [InlineData(30, 70, 1.2)]
    [InlineData(20, 30, 0.7)]
    [InlineData(20, 120, 1.4)]
    public void Heat_and_mass_raise_the_sweat_within_limits(double temperature, double mass, double expected) =>
        Assert.Equal(expected, Sweat.Estimated(1, temperature, mass), 1e-9);

    [Fact]
    public void With_complete_data_a_flag_appears_on_day_12()
    {
        var days = Analysis.Run(Rule, Drinking(Make.Wearer(), Make.Days(13, 900)));

        Assert.Equal("0000111111122", string.Concat(days.Select(day => day.Level)));
        Assert.StartsWith("You logged less than 65 % of the reference amount of drinks on 7 of the last 7 days; the average was 56 %.", Rule.Says(days[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_log_that_is_not_kept_is_missing_and_never_dry()
    {
        var history = Make.History((Metric.WaterMl, Make.Days(30, 200)), (Metric.DrinkEntries, Make.Days(30, 1)), (Metric.DrinkSpanMinutes, Make.Days(30, 0)));

        Assert.All(Analysis.Run(Rule, history), day => Assert.Equal((null, 0, Standing.NotEnoughData), (day.Grade, day.Level, day.Standing)));
    }

    [Fact]
    public void Drinking_far_beyond_the_reference_gets_a_neutral_note()
    {
        var days = Analysis.Run(Rule, Drinking(Make.Wearer(), Make.Days(7, 3200)));

        Assert.Equal(Standing.Clear, days[^1].Standing);
        Assert.Contains("no need to force fluids", Rule.Says(days[^1]));
    }

    private static History Drinking(Wearer wearer, IEnumerable<double?> drinksMl, IEnumerable<(int, Session)>? sessions = null)
    {
        double?[] drinks = [.. drinksMl];
        return Make.History(
            wearer,
            sessions ?? [],
            (Metric.WaterMl, drinks),
            (Metric.DrinkEntries, Make.Days(drinks.Length, 5)),
            (Metric.DrinkSpanMinutes, Make.Days(drinks.Length, 600)));
    }
}
