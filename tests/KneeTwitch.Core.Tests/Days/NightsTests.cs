using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class NightsTests
{
    [Theory]
    [InlineData("2026-03-28 23:00", "2026-03-29 07:00", "2026-03-29", 420, 420)]
    [InlineData("2026-10-24 23:00", "2026-10-25 06:30", "2026-10-25", 510, 390)]
    public void A_night_over_a_clock_change_is_as_long_as_it_was(string bed, string wake, string day, double minutes, double wakeMinute)
    {
        var night = Build.In("Europe/Berlin").Sleep(Build.Watch, SleepStage.Asleep, bed, wake).Day(day);

        Assert.Equal(minutes, night[Metric.SleepMinutes]);
        Assert.Equal(-60, night[Metric.BedTimeMinute]);
        Assert.Equal(wakeMinute, night[Metric.WakeTimeMinute]);
    }

    [Fact]
    public void Stages_awake_and_in_bed_are_told_apart()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.InBed, "2026-03-01 22:40", "2026-03-02 07:00")
            .Sleep(Build.Watch, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 02:00")
            .Sleep(Build.Watch, SleepStage.Deep, "2026-03-02 02:00", "2026-03-02 03:30")
            .Sleep(Build.Watch, SleepStage.Awake, "2026-03-02 03:30", "2026-03-02 03:50")
            .Sleep(Build.Watch, SleepStage.Rem, "2026-03-02 03:50", "2026-03-02 06:50")
            .Day("2026-03-02");

        Assert.Equal(180 + 90 + 180, night[Metric.SleepMinutes]);
        Assert.Equal((180, 90, 180, 20), (night[Metric.LightSleepMinutes], night[Metric.DeepSleepMinutes], night[Metric.RemSleepMinutes], night[Metric.AwakeMinutes]));
        Assert.Equal(500, night[Metric.InBedMinutes]);
        Assert.Equal(90, night[Metric.SleepEfficiencyPercent]);
        Assert.Equal((-80, 410), (night[Metric.BedTimeMinute], night[Metric.WakeTimeMinute]));
        Assert.Equal(DayState.Zero, night.Find(Metric.NapMinutes)?.State);
    }

    [Fact]
    public void Awake_on_the_bed_in_the_evening_does_not_begin_the_night()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.InBed, "2026-03-01 22:50", "2026-03-02 07:00")
            .Sleep(Build.Watch, SleepStage.Awake, "2026-03-01 18:45", "2026-03-01 23:00")
            .Sleep(Build.Watch, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 02:00")
            .Sleep(Build.Watch, SleepStage.Awake, "2026-03-02 02:00", "2026-03-02 02:20")
            .Sleep(Build.Watch, SleepStage.Deep, "2026-03-02 02:20", "2026-03-02 06:50")
            .Sleep(Build.Watch, SleepStage.Awake, "2026-03-02 06:50", "2026-03-02 08:00")
            .Day("2026-03-02");

        Assert.Equal((450, 40, 490), (night[Metric.SleepMinutes], night[Metric.AwakeMinutes], night[Metric.InBedMinutes]));
        Assert.Equal((-70, 410), (night[Metric.BedTimeMinute], night[Metric.WakeTimeMinute]));
    }

    [Fact]
    public void In_bed_is_not_asleep()
    {
        var night = Build.In("Europe/Berlin").Sleep(Build.Phone, SleepStage.InBed, "2026-03-01 23:00", "2026-03-02 07:00").Day("2026-03-02");

        Assert.Null(night[Metric.SleepMinutes]);
        Assert.Equal(480, night[Metric.InBedMinutes]);
    }

    [Fact]
    public void A_ring_and_a_watch_are_one_night_and_not_two()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 07:00")
            .Sleep(Build.Ring, SleepStage.Asleep, "2026-03-01 22:50", "2026-03-02 06:40")
            .Day("2026-03-02");

        Assert.Equal(480, night[Metric.SleepMinutes]);
        Assert.Equal("Watch", night.Find(Metric.SleepMinutes)?.Source);
    }

    [Fact]
    public void The_hours_after_the_watch_ran_empty_come_from_the_phone()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 04:00")
            .Sleep(Build.Phone, SleepStage.Asleep, "2026-03-01 22:30", "2026-03-02 07:00")
            .Day("2026-03-02");

        Assert.Equal(480, night[Metric.SleepMinutes]);
        Assert.Equal("Watch + Phone", night.Find(Metric.SleepMinutes)?.Source);
    }

    [Fact]
    public void A_gap_of_a_watch_that_says_when_one_is_awake_is_filled()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 02:00")
            .Sleep(Build.Watch, SleepStage.Light, "2026-03-02 03:00", "2026-03-02 06:40")
            .Sleep(Build.Watch, SleepStage.Awake, "2026-03-02 06:40", "2026-03-02 07:00")
            .Sleep(Build.Phone, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 07:00")
            .Day("2026-03-02");

        Assert.Equal(460, night[Metric.SleepMinutes]);
        Assert.Equal(20, night[Metric.AwakeMinutes]);
    }

    [Fact]
    public void A_pause_of_a_source_that_never_says_awake_is_lying_awake()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 02:00")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-02 03:00", "2026-03-02 07:00")
            .Sleep(Build.Phone, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 07:00")
            .Day("2026-03-02");

        Assert.Equal(420, night[Metric.SleepMinutes]);
        Assert.Equal(480, night[Metric.InBedMinutes]);
    }

    [Fact]
    public void A_night_that_was_analysed_again_counts_once()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 03:00")
            .Sleep(Build.Ring, SleepStage.Deep, "2026-03-02 03:00", "2026-03-02 07:00")
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-01 22:55", "2026-03-02 03:10")
            .Sleep(Build.Ring, SleepStage.Deep, "2026-03-02 03:10", "2026-03-02 07:05")
            .Day("2026-03-02");

        Assert.Equal(490, night[Metric.SleepMinutes]);
        Assert.Equal(490, night[Metric.LightSleepMinutes] + night[Metric.DeepSleepMinutes]);
    }

    [Fact]
    public void A_nap_counts_into_the_day_s_sleep_and_by_itself()
    {
        var day = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:30", "2026-03-02 05:30")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-02 13:00", "2026-03-02 13:45")
            .Day("2026-03-02");

        Assert.Equal(405, day[Metric.SleepMinutes]);
        Assert.Equal(45, day[Metric.NapMinutes]);
        Assert.Equal((-30, 330), (day[Metric.BedTimeMinute], day[Metric.WakeTimeMinute]));
    }

    [Fact]
    public void A_night_shift_worker_sleeps_on_the_day_they_come_home()
    {
        var days = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-02 08:30", "2026-03-02 15:30")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-03 08:30", "2026-03-03 15:00")
            .Days("2026-03-01", "2026-03-05");

        Assert.Equal([420.0, 390.0], days.Select(day => day[Metric.SleepMinutes]));
        Assert.Equal(510, days[0][Metric.BedTimeMinute]);
    }

    [Fact]
    public void The_sleep_day_turns_at_six_in_the_evening_by_the_midpoint()
    {
        var days = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-02 16:30", "2026-03-02 19:29")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-04 16:30", "2026-03-04 19:30")
            .Days("2026-03-01", "2026-03-06");

        Assert.Equal([Build.Date("2026-03-02"), Build.Date("2026-03-05")], days.Where(day => day[Metric.SleepMinutes] is not null).Select(day => day.Day));
    }

    [Fact]
    public void A_night_on_a_flight_over_the_date_line_is_one_night()
    {
        var zones = ZoneHistory.Of(
        [
            new ZoneChange(Build.Utc("2026-01-01"), "Pacific/Auckland"),
            new ZoneChange(Build.Utc("2026-03-02 14:00"), "America/Los_Angeles"),
        ]);
        var asleep = new Reading(Metric.SleepStage, Build.Utc("2026-03-02 10:00"), Build.Utc("2026-03-02 17:00"), (double)SleepStage.Asleep, Build.Ring);

        var days = DaySummarizer.Summarize(Build.In(zones).Wearer, TrustOrder.Default, Build.ChunksOf([asleep]), Build.Date("2026-02-27"), Build.Date("2026-03-06"));

        Assert.Equal(420, Assert.Single(days, day => day[Metric.SleepMinutes] is not null)[Metric.SleepMinutes]);
    }

    [Fact]
    public void A_record_of_no_length_or_of_days_is_not_sleep()
    {
        var life = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-02 03:00", "2026-03-02 03:00")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 00:00", "2026-03-03 00:00");

        Assert.All(life.Days("2026-02-26", "2026-03-06"), day => Assert.Null(day[Metric.SleepMinutes]));
    }
}
