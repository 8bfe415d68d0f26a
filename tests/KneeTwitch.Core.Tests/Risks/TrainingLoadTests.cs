using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class TrainingLoadTests
{
    private static readonly RiskFactor Rule = TrainingLoad.Factor;

    [Fact]
    public void G07_the_last_week_against_the_habit_before_it()
    {
        var history = Loads([.. Make.Days(56, 50), .. Make.Days(7, 80)]);

        var day = TrainingLoad.Grade(history, 62, 62);

        Assert.Equal(75.9955, day.Evidence["acute_load"], 1e-4);
        Assert.Equal(50, day.Evidence["chronic_load"], 1e-4);
        Assert.Equal(1.5199, day.Evidence["load_ratio"], 1e-4);
    }

    [Fact]
    public void G08_a_doubled_week_is_far_above_the_usual_sums()
    {
        double?[] week = [0, 60, 0, 60, 0, 60, 90];
        double?[] hard = [0, 120, 0, 120, 60, 120, 150];

        var day = TrainingLoad.Grade(Loads(Make.Days(77, d => d < 70 ? week[d % 7] : hard[d % 7])), 76, 76);

        Assert.Equal(570, day.Evidence["load_7_days"], 1e-4);
        Assert.Equal(11.1111, day.Evidence["load_7_days_z"], 1e-4);
        Assert.Equal(2.3088, day.Evidence["load_ratio"], 1e-4);
        Assert.Equal(3, day.Grade);
        Assert.False(day.IsClean);
    }

    [Fact]
    public void G10_a_run_far_longer_than_those_before()
    {
        var ratio = SessionSpikes.Ratio(14, [8, 10, 9.5]);

        Assert.Equal(1.4, ratio ?? 0, 1e-4);
        Assert.Equal(2, SessionSpikes.Grade(1.4));
    }

    [Fact]
    public void G11_a_new_starter_is_judged_by_minutes()
    {
        var minutes = (double?[])[.. Make.Days(40, 5), 30, 40, 0, 45, 30, 20, 0];

        var day = TrainingLoad.Grade(Make.History((Metric.LegMinutes, minutes)), 46, 46);

        Assert.Equal(165, day.Evidence["leg_minutes_7_days"], 1e-4);
        Assert.Equal(1, day.Grade);
        Assert.False(day.IsClean);
    }

    [Theory]
    [InlineData(149, 0)]
    [InlineData(150, 1)]
    [InlineData(210, 2)]
    [InlineData(300, 3)]
    public void A_new_starter_has_limits_in_minutes_a_week(double week, int grade)
    {
        var day = TrainingLoad.Grade(Make.History((Metric.LegMinutes, [.. Make.Days(50, 0), .. Make.Days(6, 0), week])), 56, 56);

        Assert.Equal(grade, day.Grade);
        Assert.Equal(grade == 0, day.IsClean);
    }

    [Fact]
    public void Ten_minutes_a_day_is_no_new_starter()
    {
        var history = Make.History((Metric.LegMinutes, Make.Days(60, 10)), (Metric.LegLoadKcal, Make.Days(60, 80)));

        var day = TrainingLoad.Grade(history, 59, 59);

        Assert.False(day.Evidence.ContainsKey("leg_minutes_7_days"));
        Assert.Equal(1, day.Evidence["load_ratio"], 1e-4);
    }

    [Theory]
    [InlineData(1.10, 0)]
    [InlineData(1.100001, 1)]
    [InlineData(1.30, 1)]
    [InlineData(1.300001, 2)]
    [InlineData(2.00, 2)]
    [InlineData(2.000001, 3)]
    public void A_spike_must_be_above_its_limit(double ratio, int grade) => Assert.Equal(grade, SessionSpikes.Grade(ratio));

    [Fact]
    public void A_spike_holds_for_its_day_and_two_more()
    {
        var history = Runs([(40, 8000), (44, 10000), (48, 9500), (52, 14000)]);

        var grades = Enumerable.Range(51, 5).Select(day => TrainingLoad.Grade(history, day, day));

        Assert.Equal([0, 2, 2, 2, 0], grades.Select(day => day.Grade ?? -1));
        Assert.Equal([true, false, false, false, true], grades.Select(day => day.IsClean));
    }

    [Fact]
    public void A_spike_needs_three_sessions_of_the_same_sport_in_thirty_days()
    {
        var tooOld = Runs([(21, 8000), (44, 10000), (48, 9500), (52, 14000)]);
        var oneOther = Make.History(
            Make.Wearer(),
            [(40, Make.Session(Sport.Cycle, distanceM: 8000)), .. RunsOf([(44, 10000), (48, 9500), (52, 14000)])],
            (Metric.LegMinutes, Make.Days(60, 60)),
            (Metric.LegLoadKcal, Make.Days(60, 400)));

        Assert.Equal(0, TrainingLoad.Grade(tooOld, 52, 52).Grade);
        Assert.Equal(0, TrainingLoad.Grade(oneOther, 52, 52).Grade);
    }

    [Fact]
    public void Without_distance_a_session_is_measured_by_its_load()
    {
        var sessions = new[] { (40, 100.0), (44, 120), (48, 110), (52, 180) }.Select(one => (one.Item1, Make.Session(Sport.FieldSport, loadRpe: one.Item2)));
        var history = Make.History(Make.Wearer(), sessions, (Metric.LegMinutes, Make.Days(60, 60)), (Metric.LegLoadRpe, Make.Days(60, 200)));

        Assert.Equal(1.5, TrainingLoad.Grade(history, 52, 52).Evidence["session_spike_ratio"], 1e-4);
    }

    [Fact]
    public void Upper_body_sessions_are_no_spikes()
    {
        var sessions = new[] { 10.0, 10, 10, 60 }.Select((minutes, i) => (40 + (4 * i), Make.Session(Sport.UpperBodyStrength, loadRpe: minutes)));
        var history = Make.History(Make.Wearer(), sessions, (Metric.LegMinutes, Make.Days(60, 60)), (Metric.LegLoadRpe, Make.Days(60, 200)));

        Assert.Equal(0, TrainingLoad.Grade(history, 52, 52).Grade);
    }

    [Fact]
    public void With_complete_data_a_flag_appears_on_day_53_and_not_before()
    {
        // Three times the load from day 39 on: the ratio is high enough on the first day that can be judged.
        var days = Analysis.Run(Rule, Loads([.. Make.Days(39, 100), .. Make.Days(21, 300)]));

        Assert.All(days.Take(41), day => Assert.Null(day.Grade));
        Assert.Equal(Standing.NotEnoughData, days[40].Standing);
        Assert.Contains("41 of 42 days", days[40].Missing);
        Assert.All(days.Take(52), day => Assert.InRange(day.Level, 0, 1));
        Assert.InRange(days[52].Level, 2, 3);
    }

    [Fact]
    public void One_hard_session_never_flags()
    {
        var days = Analysis.Run(Rule, Loads(Make.Days(120, d => d == 80 ? 900 : 60)));

        Assert.Contains(days, day => day.Grade >= 2);
        Assert.All(days, day => Assert.InRange(day.Level, 0, 1));
    }

    [Fact]
    public void A_ratio_without_its_partner_is_only_watched()
    {
        // Habit swings between 0 and 700 a week, so a high week is nothing unusual: R is high, z7 is not.
        var history = Loads(Make.Days(90, d => (d / 7) % 2 == 0 || d > 83 ? 100 : 0));

        var day = TrainingLoad.Grade(history, 89, 89);

        Assert.True(day.Evidence["load_ratio"] >= 1.5);
        Assert.True(day.Evidence["load_7_days_z"] < 2);
        Assert.Equal(1, day.Grade);
    }

    [Fact]
    public void Without_any_habit_the_day_is_missing_and_never_infinite()
    {
        var history = Make.History((Metric.LegLoadKcal, [.. Make.Days(60, 0), 500]));

        var day = TrainingLoad.Grade(history, 60, 60);

        Assert.Null(day.Grade);
        Assert.Null(day.IsClean);
    }

    [Fact]
    public void A_missing_load_is_neither_a_hit_nor_clean()
    {
        double?[] loads = [.. Make.Days(60, 50), .. Make.Days(7, 150), null];
        var history = Make.History((Metric.LegLoadKcal, loads), (Metric.LegMinutes, loads), (Metric.Steps, Make.Days(68, 1)));

        Assert.Equal(3, TrainingLoad.Grade(history, 66, 66).Grade);
        Assert.Null(TrainingLoad.Grade(history, 67, 67).Grade);
        Assert.Null(TrainingLoad.Grade(history, 67, 67).IsClean);
    }

    private static History Loads(IEnumerable<double?> loads)
    {
        double?[] all = [.. loads];
        return Make.History((Metric.LegLoadKcal, all), (Metric.LegMinutes, all));
    }

    private static History Runs((int Day, double DistanceM)[] runs) =>
        Make.History(Make.Wearer(), RunsOf(runs), (Metric.LegMinutes, Make.Days(60, 60)), (Metric.LegLoadKcal, Make.Days(60, 400)));

    private static IEnumerable<(int, Session)> RunsOf((int Day, double DistanceM)[] runs) =>
        runs.Select(run => (run.Day, Make.Session(Sport.Run, distanceM: run.DistanceM)));
}
