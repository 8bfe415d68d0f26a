using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class AsleepTests
{
    [Fact]
    public void A_day_knows_when_its_wearer_slept_naps_and_wakes_included()
    {
        var day = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Light, "2026-02-10 23:00", "2026-02-11 02:00")
            .Sleep(Build.Watch, SleepStage.Deep, "2026-02-11 02:00", "2026-02-11 03:00")
            .Sleep(Build.Watch, SleepStage.Awake, "2026-02-11 03:00", "2026-02-11 03:20")
            .Sleep(Build.Watch, SleepStage.Rem, "2026-02-11 03:20", "2026-02-11 07:00")
            .Sleep(Build.Watch, SleepStage.Light, "2026-02-11 13:00", "2026-02-11 14:00")
            .Day("2026-02-11");

        Assert.Equal(
            [
                new(Build.Utc("2026-02-10 22:00"), Build.Utc("2026-02-11 02:00")),
                new(Build.Utc("2026-02-11 02:20"), Build.Utc("2026-02-11 06:00")),
                new(Build.Utc("2026-02-11 12:00"), Build.Utc("2026-02-11 13:00")),
            ],
            day.Asleep);
    }

    [Theory]
    [InlineData("2026-03-28 23:00", "2026-03-29 07:00", "2026-03-29", 420)]
    [InlineData("2026-10-24 23:00", "2026-10-25 06:30", "2026-10-25", 510)]
    public void G13_a_night_across_a_change_of_the_clock_is_as_long_as_it_was(string from, string to, string day, double minutes) =>
        Assert.Equal(minutes, Build.In("Europe/Berlin").Sleep(Build.Watch, SleepStage.Asleep, from, to).Day(day)[Metric.SleepMinutes]);

    [Fact]
    public void The_samples_behind_a_nights_variability_are_counted()
    {
        var build = Build.In("Europe/Berlin").Sleep(Build.Watch, SleepStage.Asleep, "2026-02-10 23:00", "2026-02-11 07:00");
        for (var hour = 1; hour <= 4; hour++)
        {
            build.Say(Metric.HrvSdnnMs, Build.Watch, $"2026-02-11 0{hour}:00", 50 + hour);
        }

        build.Say(Metric.HrvSdnnMs, Build.Watch, "2026-02-11 12:00", 90);

        var day = build.Day("2026-02-11");

        Assert.Equal((52.5, 4.0), (day[Metric.HrvSdnnMs], day[Metric.HrvSdnnNightSamples]));
    }

    [Fact]
    public void Samples_of_the_day_are_not_samples_of_the_night()
    {
        var day = Build.In("Europe/Berlin").Say(Metric.HrvSdnnMs, Build.Watch, "2026-02-11 12:00", 90).Day("2026-02-11");

        Assert.Equal(90, day[Metric.HrvSdnnMs]);
        Assert.Null(day[Metric.HrvSdnnNightSamples]);
    }
}
