using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class SleepAccountsTests
{
    [Fact]
    public void A_night_scored_shorter_by_a_later_export_is_as_short_as_that_says()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-01 22:50", "2026-03-02 03:00")
            .Sleep(Build.Ring, SleepStage.Deep, "2026-03-02 03:00", "2026-03-02 07:20")
            .Later()
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-01 23:20", "2026-03-02 03:10")
            .Sleep(Build.Ring, SleepStage.Deep, "2026-03-02 03:10", "2026-03-02 06:40")
            .Day("2026-03-02");

        Assert.Equal((440, 230, 210), (night[Metric.SleepMinutes], night[Metric.LightSleepMinutes], night[Metric.DeepSleepMinutes]));
        Assert.Equal((-40, 400), (night[Metric.BedTimeMinute], night[Metric.WakeTimeMinute]));
        Assert.Equal([new SetAside("Ring", 510, SetAsideReason.Repeated, 510)], night.Find(Metric.SleepMinutes)?.SetAside);
    }

    [Fact]
    public void It_does_not_matter_which_of_the_two_exports_came_first()
    {
        var days = Build.In("Europe/Berlin")
            .Sleep(Build.Ring, SleepStage.Asleep, "2026-03-01 22:00", "2026-03-02 08:00")
            .Later()
            .Sleep(Build.Ring, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 07:00");

        var backwards = DaySummarizer.Summarize(days.Wearer, days.Trust, days.Chunks.Reverse(), Build.Date("2026-03-02"), Build.Date("2026-03-02"));

        Assert.Equal(480, days.Day("2026-03-02")[Metric.SleepMinutes]);
        Assert.Equal(480, Assert.Single(backwards)[Metric.SleepMinutes]);
    }

    [Fact]
    public void Sleep_taken_back_in_the_middle_of_a_night_stays_taken_back()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 07:00")
            .Later()
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 01:00")
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-02 03:00", "2026-03-02 07:00")
            .Day("2026-03-02");

        Assert.Equal(360, night[Metric.SleepMinutes]);
    }

    [Fact]
    public void A_first_stage_that_a_whole_export_leaves_out_is_taken_back()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-01 22:40", "2026-03-01 23:20")
            .Sleep(Build.Ring, SleepStage.Deep, "2026-03-01 23:20", "2026-03-02 07:00")
            .Later()
            .Sleep(Build.Ring, SleepStage.Light, "2026-02-28 23:00", "2026-03-01 07:00")
            .Sleep(Build.Ring, SleepStage.Deep, "2026-03-01 23:20", "2026-03-02 07:00")
            .Day("2026-03-02");

        Assert.Equal(460, night[Metric.SleepMinutes]);
    }

    [Fact]
    public void A_night_that_a_later_export_begins_in_the_middle_of_keeps_its_beginning()
    {
        var days = Build.In("Europe/Berlin")
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-01 22:40", "2026-03-02 00:00")
            .Sleep(Build.Ring, SleepStage.Deep, "2026-03-02 00:00", "2026-03-02 07:00")
            .Later()
            .Sleep(Build.Ring, SleepStage.Deep, "2026-03-02 00:00", "2026-03-02 07:00")
            .Sleep(Build.Ring, SleepStage.Light, "2026-03-02 23:00", "2026-03-03 07:00");

        Assert.Equal(500, days.Day("2026-03-02")[Metric.SleepMinutes]);
        Assert.Equal(480, days.Day("2026-03-03")[Metric.SleepMinutes]);
    }

    [Fact]
    public void A_night_that_was_pushed_hour_by_hour_is_whole()
    {
        var night = Build.In("Europe/Berlin");
        for (var hour = 0; hour < 7; hour++)
        {
            night.Sleep(Build.Watch, SleepStage.Light, $"2026-03-02 0{hour}:00", $"2026-03-02 0{hour + 1}:00").Later();
        }

        Assert.Equal(420, night.Day("2026-03-02")[Metric.SleepMinutes]);
    }

    [Fact]
    public void A_plain_asleep_of_a_later_export_does_not_take_the_stages_back()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 05:00")
            .Sleep(Build.Watch, SleepStage.Awake, "2026-03-02 05:00", "2026-03-02 05:30")
            .Sleep(Build.Watch, SleepStage.Rem, "2026-03-02 05:30", "2026-03-02 07:00")
            .Later()
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 07:00")
            .Day("2026-03-02");

        Assert.Equal((450, 30, 90), (night[Metric.SleepMinutes], night[Metric.AwakeMinutes], night[Metric.RemSleepMinutes]));
    }

    [Fact]
    public void In_bed_told_anew_leaves_the_stages_alone()
    {
        var night = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.InBed, "2026-03-01 22:00", "2026-03-02 08:00")
            .Sleep(Build.Watch, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 07:00")
            .Later()
            .Sleep(Build.Watch, SleepStage.InBed, "2026-03-01 22:30", "2026-03-02 07:30")
            .Day("2026-03-02");

        Assert.Equal((480, 540), (night[Metric.SleepMinutes], night[Metric.InBedMinutes]));
    }

    [Fact]
    public void A_night_is_shown_stage_by_stage_and_source_by_source()
    {
        var days = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.InBed, "2026-03-01 22:45", "2026-03-02 04:00")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 04:00")
            .Sleep(Build.Phone, SleepStage.Asleep, "2026-03-01 22:30", "2026-03-02 07:00");

        var night = DayNight.Of(days.Wearer, days.Trust, days.Chunks, Build.Date("2026-03-02"));

        Assert.Equal(["Watch", "Phone"], night?.Sources);
        Assert.Equal((Build.Utc("2026-03-01 21:30"), Build.Utc("2026-03-02 06:00")), (night?.Start, night?.End));
        Assert.Equal([SleepStage.InBed, SleepStage.Asleep, SleepStage.Asleep], night?.Said.Select(stage => stage.Stage));
        Assert.Equal([("Watch", 300), ("Phone", 180)], night?.Taken.Select(stage => (stage.Source, (int)(stage.End - stage.Start).TotalMinutes)));
        Assert.Null(DayNight.Of(days.Wearer, days.Trust, days.Chunks, Build.Date("2026-03-05")));
    }

    [Fact]
    public void A_night_of_lying_in_bed_only_is_shown_as_that()
    {
        var days = Build.In("Europe/Berlin").Sleep(Build.Phone, SleepStage.InBed, "2026-03-01 23:00", "2026-03-02 07:00");

        var night = DayNight.Of(days.Wearer, days.Trust, days.Chunks, Build.Date("2026-03-02"));

        Assert.Equal([SleepStage.InBed], night?.Taken.Select(stage => stage.Stage));
    }
}
