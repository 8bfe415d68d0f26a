using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Tests.Diary;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class SleepRegularityTests
{
    private static readonly RiskFactor Rule = SleepRegularity.Factor;

    [Fact]
    public void G12_days_are_compared_minute_by_minute()
    {
        var one = Minutes((0, 420), (1380, 1440));
        var two = Minutes((0, 420), (1410, 1440));
        var three = Minutes((30, 480), (1380, 1440));

        SleepMinutesPair[] pairs = [SleepMinutesPair.Of(one, two), SleepMinutesPair.Of(two, three)];
        var (index, count) = SleepMinutesPair.Index(pairs);

        Assert.Equal([new(1410, 1440), new(1320, 1440)], pairs);
        Assert.Equal(89.5833, Assert.NotNull(index), 1e-4);
        Assert.Equal(2, count);
    }

    [Theory]
    [InlineData(1440, 0, 100)]
    [InlineData(1296, 144, 80)]
    [InlineData(720, 720, 0)]
    public void The_public_examples_hold(int agreeing, int differing, double index) =>
        Assert.Equal(index, Assert.NotNull(SleepMinutesPair.Index([new(agreeing, agreeing + differing)]).Index), 1e-9);

    [Theory]
    [InlineData(1080, true)]
    [InlineData(1079, false)]
    public void A_pair_needs_18_hours(int compared, bool isValid) => Assert.Equal(isValid, new SleepMinutesPair(compared, compared).IsValid);

    [Fact]
    public void The_same_hours_every_night_give_a_hundred()
    {
        var grade = SleepRegularity.Grade(Nights(Make.FirstDay, 20, _ => (23 * 60, 7 * 60)), 19);

        Assert.Equal(100, grade.Evidence["sleep_regularity_index"]);
        Assert.Equal((0, true), (grade.Grade, grade.IsClean));
    }

    [Fact]
    public void Nights_that_move_by_hours_are_flagged_first_on_day_19()
    {
        var days = Analysis.Run(Rule, Nights(Make.FirstDay, 30, Moving));

        Assert.Equal(19, days.TakeWhile(day => day.Level < 2).Count() + 1);
        Assert.Contains("regularity index of", Rule.Says(days[^1]));
    }

    [Fact]
    public void Seven_pairs_are_needed()
    {
        var history = Nights(Make.FirstDay, 20, _ => (23 * 60, 7 * 60));

        Assert.Null(SleepRegularity.Grade(history, 6).Grade);
        Assert.Equal(0, SleepRegularity.Grade(history, 7).Grade);
    }

    [Fact]
    public void A_rotating_schedule_is_only_watched()
    {
        var history = Nights(Make.FirstDay, 40, Moving, Make.Wearer() with { HasRotatingSchedule = true });

        var days = Analysis.Run(Rule, history);

        Assert.Equal(1, days.Max(day => day.Level));
        Assert.Contains("rotating schedule", Rule.Says(days[^1]));
    }

    [Fact]
    public void A_week_tagged_as_shift_work_is_only_watched()
    {
        var nights = Nights(Make.FirstDay, 30, Moving);
        var diary = Write.Log(Write.On("2026-01-25", new CheckIn { Tags = DayTags.ShiftWork }));
        var history = new History(nights.Wearer, Enumerable.Range(0, 30).Select(day => nights[day]).OfType<DaySummary>(), nights.Last, diary);

        Assert.Equal(2, Math.Min(2, Assert.NotNull(SleepRegularity.Grade(history, 23).Grade)));
        Assert.Equal(1, SleepRegularity.Grade(history, 24).Grade);
    }

    [Theory]
    [InlineData("2026-03-29")]
    [InlineData("2026-10-25")]
    public void A_change_of_the_clock_leaves_out_the_hour_that_does_not_exist_once(string change)
    {
        // The same clock times around the change: nothing may look irregular, and an hour is not compared.
        var first = DateOnly.Parse(change, System.Globalization.CultureInfo.InvariantCulture).AddDays(-5);
        var history = Nights(first, 12, _ => (23 * 60, 7 * 60));
        var sleep = SleepDays.Of(history);

        Assert.Equal(100, sleep.IndexUpTo(9, 14).Index);
        Assert.Equal(9, sleep.IndexUpTo(9, 14).Pairs);
        var pair = sleep.PairAt(5);
        Assert.Equal(1380, pair.Compared);
    }

    [Fact]
    public void A_night_that_is_not_in_yet_does_not_count_as_waking()
    {
        var history = Nights(Make.FirstDay, 10, day => day % 2 == 0 ? (21 * 60, 5 * 60) : (23 * 60, 7 * 60));
        var sleep = SleepDays.Of(history);

        Assert.Equal(sleep.IndexUpTo(8, 14), SleepDays.Of(Make.Through(history, 8)).IndexUpTo(8, 14));
    }

    [Fact]
    public void Travel_days_are_missing()
    {
        var zones = ZoneHistory.Of([new(DateTimeOffset.MinValue, "Europe/Berlin"), new(new DateTimeOffset(2026, 1, 10, 12, 0, 0, TimeSpan.Zero), "America/New_York")]);
        var history = Nights(Make.FirstDay, 20, _ => (23 * 60, 7 * 60), Make.Wearer() with { Zones = zones });
        var sleep = SleepDays.Of(history);

        Assert.True(UnusualDays.Of(history).IsTravel(9));
        Assert.Equal(0, sleep.PairAt(9).Compared + sleep.PairAt(10).Compared);
        Assert.Equal(1440, sleep.PairAt(11).Compared);
        Assert.Equal(100, sleep.IndexUpTo(19, 14).Index);
    }

    [Fact]
    public void Lying_awake_is_mentioned_and_never_graded()
    {
        var history = Make.With(
            Nights(Make.FirstDay, 20, _ => (23 * 60, 7 * 60)),
            (_, day) => day with { Values = [.. day.Values.Where(value => value.Metric != Metric.InBedMinutes), new DayValue(Metric.InBedMinutes, 640, DayState.Measured, 1, "watch")] });

        var last = Analysis.Run(Rule, history)[^1];

        Assert.Equal(0, last.Grade);
        Assert.Contains("You slept 75 % of the time in bed", Rule.Says(last));
    }

    private static (int Bed, int Wake) Moving(int day) => day % 2 == 0 ? (21 * 60, 5 * 60) : (26 * 60, 11 * 60);

    /// <summary>Nights by the clock: bed in minutes of the day before, wake in minutes of the day.</summary>
    private static History Nights(DateOnly first, int count, Func<int, (int Bed, int Wake)> night, Wearer? wearer = null)
    {
        var somebody = wearer ?? Make.Wearer();
        var days = Enumerable.Range(0, count).Select(day =>
        {
            var (bed, wake) = night(day);
            var date = first.AddDays(day);
            var span = new SleepSpan(
                somebody.Zones.ToUtc(date.AddDays(-1).ToDateTime(TimeOnly.MinValue).AddMinutes(bed)),
                somebody.Zones.ToUtc(date.ToDateTime(TimeOnly.MinValue).AddMinutes(wake)));
            var minutes = (span.To - span.From).TotalMinutes;
            return new DaySummary
            {
                Day = date,
                Values = [new(Metric.SleepMinutes, minutes, DayState.Measured, 1, "watch"), new(Metric.InBedMinutes, minutes, DayState.Measured, 1, "watch")],
                Asleep = [span],
            };
        });
        return new History(somebody, days, first.AddDays(count - 1));
    }

    private static MinuteState[] Minutes(params (int From, int To)[] asleep)
    {
        var minutes = new MinuteState[1440];
        Array.Fill(minutes, MinuteState.Awake);
        foreach (var (from, to) in asleep)
        {
            minutes.AsSpan(from, to - from).Fill(MinuteState.Asleep);
        }

        return minutes;
    }
}
