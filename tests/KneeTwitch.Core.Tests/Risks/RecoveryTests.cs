using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class RecoveryTests
{
    private static readonly RiskFactor Rule = Recovery.Factor;

    [Fact]
    public void G20_a_week_of_low_variability_and_a_raised_pulse()
    {
        var h7 = new double[] { 38, 41, 36, 39, 40, 35, 37 }.Average(Math.Log);
        var drop = (Math.Log(45) - h7) / 0.16;

        Assert.Equal(3.6362, h7, 1e-4);
        Assert.Equal(1.0654, drop, 1e-4);
        Assert.Equal(2, Recovery.HrvPoints(drop, 0.4));
        Assert.Equal(1, Recovery.RestingPoints(4, 4 / 2.2));
        Assert.Equal(2, Recovery.GradeOf(2, 1, isPoor: false));
    }

    [Theory]
    [InlineData(0.49, 0.2, 0)]
    [InlineData(0.5, 0.2, 1)]
    [InlineData(1.0, 0.2, 2)]
    [InlineData(1.5, 0.2, 3)]
    [InlineData(0.74, 0.5, 0)]
    [InlineData(1.24, 0.5, 1)]
    [InlineData(1.75, 0.5, 3)]
    public void Nights_that_resemble_each_other_must_fall_further(double drop, double phi, int points) => Assert.Equal(points, Recovery.HrvPoints(drop, phi));

    [Theory]
    [InlineData(2.9, 3, 0)]
    [InlineData(3, 1, 1)]
    [InlineData(5, 1.4, 1)]
    [InlineData(5, 1.5, 2)]
    [InlineData(8, 2.4, 2)]
    [InlineData(8, 2.5, 3)]
    [InlineData(20, 0.9, 0)]
    public void The_pulse_must_rise_in_beats_and_in_spreads(double bpm, double spreads, int points) => Assert.Equal(points, Recovery.RestingPoints(bpm, spreads));

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(2, 1, 2)]
    [InlineData(3, 2, 3)]
    [InlineData(3, null, 2)]
    [InlineData(1, null, 0)]
    [InlineData(null, 3, 2)]
    public void Two_signals_together_weigh_more_than_one(int? hrv, int? resting, int grade) => Assert.Equal(grade, Recovery.GradeOf(hrv, resting, isPoor: false));

    [Fact]
    public void With_complete_data_a_flag_appears_on_day_47()
    {
        var days = Analysis.Run(Rule, Make.History(
            (Metric.HrvRmssdMs, Make.Days(60, day => day < 28 ? 45 + (day % 3) : 30)),
            (Metric.RestingHeartRateBpm, Make.Days(60, day => day < 28 ? 55 + (day % 3) : 66))));

        Assert.Equal(47, days.TakeWhile(day => day.Level < 2).Count() + 1);
        Assert.StartsWith("The resting heart rate of the last week was 66 bpm against your own usual of ", Rule.Says(days[46]), StringComparison.Ordinal);
    }

    [Fact]
    public void Spot_samples_alone_are_only_watched()
    {
        double?[] fall = [.. Make.Days(110, day => day < 80 ? 50 + (day % 4) : 25)];

        var spots = Analysis.Run(Rule, Make.History((Metric.HrvSdnnMs, fall)));
        var nights = Analysis.Run(Rule, Make.History((Metric.HrvSdnnMs, fall), (Metric.HrvSdnnNightSamples, Make.Days(110, 3))));

        Assert.Equal(1, spots.Max(day => day.Level));
        Assert.Equal(2, nights.Max(day => day.Level));
        Assert.Contains("from single samples", Rule.Says(spots[^1]));
    }

    [Fact]
    public void Spot_samples_do_not_lift_a_pulse_that_says_nothing()
    {
        Assert.Equal(1, Recovery.GradeOf(3, 0, isPoor: true));
        Assert.Equal(2, Recovery.GradeOf(3, 1, isPoor: true));
    }

    [Fact]
    public void A_value_of_the_day_is_no_night()
    {
        var history = Make.From(Make.History((Metric.HrvRmssdMs, Make.Days(80, 45))), Metric.HrvRmssdMs, _ => "watch", _ => 0);

        Assert.Null(Recovery.Grade(history, 79, 79).Grade);
    }

    [Fact]
    public void An_estimated_pulse_is_never_compared_with_a_measured_one_and_says_what_it_is()
    {
        var history = Make.From(
            Make.History((Metric.RestingHeartRateBpm, Make.Days(160, day => day < 80 ? 50 + (day % 3) : 62 + (day % 3)))),
            Metric.RestingHeartRateBpm,
            day => day < 80 ? "watch" : "estimate from watch");

        var days = Analysis.Run(Rule, history);

        Assert.All(days, day => Assert.Equal(0, day.Level));
        Assert.Contains("(an estimate from the heart rate)", Rule.Says(days[^1]));
    }

    [Fact]
    public void Days_of_fever_are_missing_and_leave_the_week()
    {
        var history = Make.History(
            (Metric.RestingHeartRateBpm, Make.Days(100, day => day is >= 93 and <= 95 ? 90 : 55 + (day % 3))),
            (Metric.FeverSeverity, Make.Days(100, day => day is >= 93 and <= 95 ? -1 : null)));

        var days = Analysis.Run(Rule, history);

        Assert.Equal([null, null, null], days.Skip(93).Take(3).Select(day => day.Grade));
        Assert.Equal(0, days[96].Grade);
        Assert.Equal(55.5, days[96].Evidence["resting_heart_rate_7_days_bpm"]);
    }

    [Fact]
    public void A_beat_above_a_usual_that_hardly_moves_is_not_much()
    {
        var history = Make.History((Metric.RestingHeartRateBpm, Make.Days(90, day => day < 80 ? 55 : 57)));

        Assert.Equal(0, Recovery.Grade(history, 89, 89).Grade);
    }
}
