using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

/// <summary>The rows of the table in the README of Summarizing that no other test holds.</summary>
public class HardCasesTests
{
    private static readonly ZoneChange Berlin = new(DateTimeOffset.MinValue, "Europe/Berlin");

    [Theory]
    [InlineData("Europe/Berlin", "2026-03-29", 23)]
    [InlineData("Europe/Berlin", "2026-10-25", 25)]
    [InlineData("America/New_York", "2026-03-08", 23)]
    [InlineData("America/New_York", "2026-11-01", 25)]
    [InlineData("Australia/Adelaide", "2026-10-04", 23)]
    [InlineData("Australia/Adelaide", "2026-04-05", 25)]
    [InlineData("Australia/Lord_Howe", "2026-10-04", 23.5)]
    [InlineData("Australia/Lord_Howe", "2026-04-05", 24.5)]
    [InlineData("Asia/Kolkata", "2026-03-29", 24)]
    [InlineData("Pacific/Chatham", "2026-09-27", 23)]
    public void A_day_of_a_clock_change_loses_no_step_and_its_neighbours_get_none(string zone, string day, double hours)
    {
        var date = Build.Date(day);
        var life = Build.In(zone);
        var (start, end) = (life.Wearer.Zones.StartOf(date), life.Wearer.Zones.EndOf(date));
        var readings = new List<Reading>();
        for (var at = start; at < end; at = at.AddMinutes(15))
        {
            readings.Add(new Reading(Metric.Steps, at, at.AddMinutes(15), 1, Build.Watch));
        }

        // From 23:00 to 10:00 on the clock.
        var asleep = new Reading(Metric.SleepStage, start.AddHours(-1), start.AddHours(hours - 14), (double)SleepStage.Asleep, Build.Watch);
        var days = DaySummarizer.Summarize(life.Wearer, TrustOrder.Default, Build.ChunksOf([.. readings, asleep]), date.AddDays(-1), date.AddDays(1));

        Assert.Equal(hours * 4, days.Single(one => one.Day == date)[Metric.Steps]);
        Assert.DoesNotContain(days, one => one.Day != date && one[Metric.Steps] > 0);
        Assert.Equal((hours - 13) * 60, days.Single(one => one.Day == date)[Metric.SleepMinutes]);
        Assert.Equal(10 * 60, days.Single(one => one.Day == date)[Metric.WakeTimeMinute]);
    }

    [Theory]
    [InlineData("America/New_York", "2026-03-02 12:00", "2026-03-02", 30)]
    [InlineData("Asia/Tokyo", "2026-03-02 12:00", "2026-03-02", 16)]
    [InlineData("Asia/Kolkata", "2026-03-02 12:00", "2026-03-02", 19.5)]
    public void A_day_of_a_flight_is_as_long_as_it_was(string to, string landedUtc, string day, double hours)
    {
        var zones = ZoneHistory.Of([Berlin, new ZoneChange(Build.Utc(landedUtc), to)]);
        var start = Build.Utc("2026-02-27 00:00");
        var readings = Enumerable.Range(0, 7 * 96).Select(slot => new Reading(Metric.Steps, start.AddMinutes(15 * slot), start.AddMinutes(15 * (slot + 1)), 1, Build.Watch)).ToList();

        var days = DaySummarizer.Summarize(Build.In(zones).Wearer, TrustOrder.Default, Build.ChunksOf(readings), new(2026, 2, 25), new(2026, 3, 8));

        Assert.Equal(hours * 4, days.Single(one => one.Day == Build.Date(day))[Metric.Steps]);
        Assert.Equal(readings.Count, days.Sum(one => one[Metric.Steps] ?? 0), 6);
    }

    [Fact]
    public void A_flight_east_over_the_date_line_leaves_no_day_out_and_one_west_no_hour_twice()
    {
        // Auckland's 3rd is over when the plane lands in Honolulu's 2nd: the wearer's 3rd goes on until Honolulu's midnight.
        var east = ZoneHistory.Of([new ZoneChange(DateTimeOffset.MinValue, "Pacific/Auckland"), new ZoneChange(Build.Utc("2026-03-02 20:00"), "Pacific/Honolulu")]);
        var west = ZoneHistory.Of([new ZoneChange(DateTimeOffset.MinValue, "Pacific/Honolulu"), new ZoneChange(Build.Utc("2026-03-02 20:00"), "Pacific/Auckland")]);

        Assert.Equal(47, (east.EndOf(new(2026, 3, 3)) - east.StartOf(new(2026, 3, 3))).TotalHours);
        Assert.Equal(10, (west.EndOf(new(2026, 3, 2)) - west.StartOf(new(2026, 3, 2))).TotalHours);
        Assert.Equal(15, (west.EndOf(new(2026, 3, 3)) - west.StartOf(new(2026, 3, 3))).TotalHours);
    }

    [Fact]
    public void A_night_on_a_plane_goes_to_bed_by_the_old_clock_and_wakes_by_the_new()
    {
        var zones = ZoneHistory.Of([Berlin, new ZoneChange(Build.Utc("2026-03-03 02:00"), "Asia/Kolkata")]);
        var asleep = new Reading(Metric.SleepStage, Build.Utc("2026-03-02 22:00"), Build.Utc("2026-03-03 04:00"), (double)SleepStage.Asleep, Build.Ring);

        var night = Assert.Single(DaySummarizer.Summarize(Build.In(zones).Wearer, TrustOrder.Default, Build.ChunksOf([asleep]), new(2026, 2, 28), new(2026, 3, 6)), day => day[Metric.SleepMinutes] > 0);

        Assert.Equal((new DateOnly(2026, 3, 3), 360, -60, 570), (night.Day, night[Metric.SleepMinutes], night[Metric.BedTimeMinute], night[Metric.WakeTimeMinute]));
    }

    [Fact]
    public void A_zero_of_a_watch_that_felt_a_pulse_is_a_zero()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 09:30", 0)
            .Pulse(Build.Watch, "2026-03-02 09:00", "2026-03-02 09:15")
            .Say(Metric.Steps, Build.Phone, "2026-03-02 09:00", "2026-03-02 09:30", 60)
            .Day("2026-03-02");

        Assert.Equal(30, day[Metric.Steps]);
    }

    [Fact]
    public void Gait_is_weighted_by_how_long_one_walked()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.WalkingSpeedMps, Build.Phone, "2026-03-02 09:00:00", "2026-03-02 09:01:00", 1.0)
            .Say(Metric.WalkingSpeedMps, Build.Phone, "2026-03-02 12:00:00", "2026-03-02 12:03:00", 1.4)
            .Say(Metric.WalkingSpeedMps, Build.Watch, "2026-03-02 12:00:00", "2026-03-02 12:03:00", 2)
            .Day("2026-03-02");

        Assert.Equal(1.3, day[Metric.WalkingSpeedMps]!.Value, 6);
        Assert.Equal("Phone", day.Find(Metric.WalkingSpeedMps)?.Source);
    }

    [Fact]
    public void A_night_s_own_value_counts_also_where_it_began_before_the_sleep_did_or_no_sleep_is_known()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-01 22:45", "2026-03-02 06:30", 42)
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-02 15:00", 90);

        var alone = life.Day("2026-03-02").Find(Metric.HrvRmssdMs);
        var night = life.Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 06:30").Day("2026-03-02").Find(Metric.HrvRmssdMs);

        Assert.Equal((42, 1), (alone?.Value, alone?.Coverage));
        Assert.Equal(42, night?.Value);
    }

    [Fact]
    public void Zones_come_from_a_maximum_set_by_hand_and_else_from_the_vendor()
    {
        var life = Build.In("Europe/Berlin")
            .Workout(Build.Watch, Sport.Run, "2026-03-02 18:00", "2026-03-02 18:30", (Metric.WorkoutZone2Minutes, 20), (Metric.WorkoutZone4Minutes, 10));

        var byVendor = Assert.Single(life.Day("2026-03-02").Sessions);
        life.Wearer = life.Wearer with { MaximalHeartRateBpm = 200 };
        var byHand = Assert.Single(life.Pulse(Build.Watch, "2026-03-02 18:00", "2026-03-02 18:30", bpm: 150).Day("2026-03-02").Sessions);

        Assert.Equal(80, byVendor.LoadEdwards);
        Assert.Equal(90, byHand.LoadEdwards);
    }

    [Theory]
    [InlineData(Metric.Steps, "Watch")]
    [InlineData(Metric.WalkingAsymmetryPercent, "Phone")]
    [InlineData(Metric.BodyMassKg, "App")]
    [InlineData(Metric.RestingHeartRateBpm, "Watch")]
    public void Who_is_believed_first_depends_on_what_it_is(Metric metric, string first)
    {
        Source[] sources = [Build.Watch, Build.Phone, Build.App];

        Assert.Equal(first, sources.MinBy(source => TrustOrder.Default.Rank(metric, source))?.Name);
    }
}
