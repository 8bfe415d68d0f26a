using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class CaffeineIntakeTests
{
    private static readonly RiskFactor Rule = CaffeineIntake.Factor;

    [Fact]
    public void G18_caffeine_leaves_by_half_every_five_hours() =>
        Assert.Equal(87.4675, Caffeine.Left(200, 15) + Caffeine.Left(120, 9.5) + Caffeine.Left(80, 7), 1e-4);

    [Theory]
    [InlineData(300, false, 0)]
    [InlineData(350, true, 2)]
    [InlineData(400, false, 1)]
    [InlineData(420, false, 2)]
    [InlineData(600, false, 2)]
    [InlineData(600.1, false, 3)]
    [InlineData(219, true, 0)]
    [InlineData(220, true, 1)]
    public void G19_a_day_is_graded_by_limit_and_rise(double mg, bool hasUsual, int grade) =>
        Assert.Equal(grade, CaffeineIntake.GradeOf(mg, 400, largestDoseMg: null, hasUsual ? new Baseline(56, 120, 20, 30, 0) : null));

    [Theory]
    [InlineData(200, 0)]
    [InlineData(201, 1)]
    public void One_large_dose_is_watched(double dose, int grade) => Assert.Equal(grade, CaffeineIntake.GradeOf(250, 400, dose, null));

    [Theory]
    [InlineData(1985, false, null, 400)]
    [InlineData(1985, true, null, 200)]
    [InlineData(2010, false, 50.0, 150)]
    public void The_limit_is_that_of_the_wearer(int birthYear, bool isPregnant, double? massKg, double limit)
    {
        var history = Make.History(Make.Wearer(birthYear: birthYear, massKg: massKg, isPregnant: isPregnant), [], (Metric.CaffeineMg, [100]));

        Assert.Equal(limit, CaffeineIntake.Grade(history, 0, 0).Evidence["caffeine_limit_mg"]);
    }

    [Fact]
    public void A_teen_without_a_known_mass_is_not_judged() =>
        Assert.Contains("body mass", CaffeineIntake.Grade(Make.History(Make.Wearer(birthYear: 2010), [], (Metric.CaffeineMg, [100])), 0, 0).Missing);

    [Fact]
    public void A_pregnancy_with_dates_changes_the_limit_on_its_days_only()
    {
        var wearer = Make.Wearer() with { Pregnancies = [new LifeSpan(Make.FirstDay.AddDays(5), Make.FirstDay.AddDays(9))], IsPregnant = true };
        var history = Make.History(wearer, [], (Metric.CaffeineMg, Make.Days(12, 150)));

        Assert.Equal([400, 200, 200, 400], new[] { 4, 5, 9, 10 }.Select(day => CaffeineIntake.Grade(history, day, day).Evidence["caffeine_limit_mg"]));
    }

    [Fact]
    public void A_climb_above_the_usual_is_flagged_below_the_limit_and_freezes_the_usual()
    {
        var days = Analysis.Run(Rule, Make.History((Metric.CaffeineMg, Make.Days(130, day => (day < 90 ? 60 : 290) + (day % 3)))));

        Assert.InRange(days.First(day => day.Level >= 2).Day.DayNumber - Make.FirstDay.DayNumber, 97, 101);
        Assert.Equal(61, days[^1].Evidence["usual_caffeine_mg"]);
        Assert.Contains("your own usual is 61 mg", Rule.Says(days[^1]));
    }

    [Fact]
    public void An_unkept_log_is_missing_not_zero()
    {
        var days = Analysis.Run(Rule, Make.History((Metric.CaffeineMg, [450, null, 450, null, 450, null, 450]), (Metric.Steps, Make.Days(7, 1))));

        Assert.Null(days[5].Grade);
        Assert.Equal("4 of 5 days this week", days[6].Missing);
    }

    [Fact]
    public void After_a_clear_fall_withdrawal_is_mentioned_for_a_week()
    {
        var history = Make.History((Metric.CaffeineMg, Make.Days(100, day => day < 80 ? 300 + (day % 3) : 60)));

        var days = Analysis.Run(Rule, history);

        Assert.DoesNotContain("headache", Rule.Says(days[79]));
        Assert.Contains("headache", Rule.Says(days[80]));
    }

    [Fact]
    public void Caffeine_left_at_bedtime_stands_beside_sleep_without_a_grade()
    {
        var history = Make.History((Metric.SleepMinutes, Make.Days(20, 480)), (Metric.CaffeineAtBedtimeMg, Make.Days(20, day => day % 2 == 0 ? 87 : 50)));

        var last = Analysis.Run(SleepLength.Factor, history)[^1];

        Assert.Equal(0, last.Grade);
        Assert.EndsWith("On 3 of the last 7 nights more than an estimated 50 mg of caffeine were left at bedtime.", SleepLength.Factor.Says(last), StringComparison.Ordinal);
    }
}
