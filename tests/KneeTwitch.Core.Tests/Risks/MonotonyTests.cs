using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class MonotonyTests
{
    private static readonly RiskFactor Rule = Monotony.Factor;

    [Fact]
    public void G09_a_week_as_Foster_describes_it()
    {
        var week = Assert.NotNull(FosterWeek.EndingAt([300, 0, 450, 300, 0, 600, 210], 6));

        Assert.Equal(1860, week.Load, 1e-4);
        Assert.Equal(265.7143, week.Mean, 1e-4);
        Assert.Equal(220.7455, week.Deviation, 1e-4);
        Assert.Equal(1.2037, week.Monotony, 1e-4);
        Assert.Equal(2238.9068, week.Strain, 1e-4);
    }

    [Fact]
    public void A_week_without_any_load_is_missing_and_one_of_equal_days_has_the_largest_monotony()
    {
        Assert.Null(FosterWeek.EndingAt([0, 0, 0, 0, 0, 0, 0], 6));
        Assert.Equal(10, Assert.NotNull(FosterWeek.EndingAt([50, 50, 50, 50, 50, 50, 50], 6)).Monotony);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Six_of_the_seven_days_must_be_known(int missing, bool isKnown)
    {
        double?[] loads = [10, 20, 30, 40, 50, 60, 70];
        Array.Fill(loads, null, 0, missing);

        Assert.Equal(isKnown, FosterWeek.EndingAt(loads, 6) is not null);
    }

    [Fact]
    public void Equal_walks_every_day_are_monotonous_but_no_strain()
    {
        var days = Analysis.Run(Rule, Loads(120, _ => 30));

        Assert.Equal(10, days[^1].Evidence["monotony_7_days"]);
        Assert.Equal(1, days.Max(day => day.Level));
    }

    [Fact]
    public void Hard_weeks_without_easy_days_after_mixed_ones_are_flagged()
    {
        var days = Analysis.Run(Rule, Loads(120, Mixed(before: 90)));

        Assert.All(days.Take(90), day => Assert.Equal(0, day.Level));
        Assert.InRange(days.First(day => day.Level >= 2).Day.DayNumber - Make.FirstDay.DayNumber, 94, 110);
        Assert.Contains("against a usual", Rule.Says(days[^1]));
    }

    [Fact]
    public void Only_weeks_that_are_flagged_or_watched_are_called_alike()
    {
        var days = Analysis.Run(Rule, Loads(120, Mixed(before: 90)));

        Assert.StartsWith("Last week the mean leg load was", Rule.Says(days[89]));
        Assert.StartsWith("The days of the last week were alike", Rule.Says(days[^1]));
    }

    [Fact]
    public void With_complete_data_a_flag_appears_on_day_52()
    {
        var days = Analysis.Run(Rule, Loads(60, Mixed(before: 36)));

        Assert.Equal(52, days.TakeWhile(day => day.Level < 2).Count() + 1);
    }

    [Fact]
    public void With_few_loaded_days_a_week_is_never_graded()
    {
        var grade = Monotony.Grade(Loads(90, day => day % 7 < 3 ? 100 : 0), 89, 89);

        Assert.Equal(0, grade.Grade);
        Assert.True(grade.IsClean);
    }

    [Fact]
    public void A_day_without_a_known_load_is_missing() =>
        Assert.Null(Monotony.Grade(Loads(90, day => day == 89 ? null : Mixed(90)(day)), 89, 89).Grade);

    private static Func<int, double?> Mixed(int before) => day => day >= before ? 100 + (day % 7) : day % 2 == 0 ? 80 : 0;

    private static Core.Days.History Loads(int count, Func<int, double?> load) =>
        Make.History((Metric.LegLoadKcal, Make.Days(count, load)), (Metric.LegMinutes, Make.Days(count, load)), (Metric.Steps, Make.Days(count, 1)));
}
