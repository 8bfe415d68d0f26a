using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class CaffeineTests
{
    [Fact]
    public void The_largest_dose_of_a_day_is_kept()
    {
        var day = Coffee().Day("2026-02-10");

        Assert.Equal(400, day[Metric.CaffeineMg]);
        Assert.Equal(200, day[Metric.CaffeineLargestDoseMg]);
    }

    [Fact]
    public void What_is_left_at_bedtime_belongs_to_the_night_that_follows()
    {
        var build = Coffee().Sleep(Build.Watch, SleepStage.Asleep, "2026-02-10 23:00", "2026-02-11 07:00");

        Assert.Equal(87.467464, Assert.NotNull(build.Day("2026-02-11")[Metric.CaffeineAtBedtimeMg]), 1e-4);
        Assert.Null(build.Day("2026-02-10")[Metric.CaffeineAtBedtimeMg]);
    }

    [Fact]
    public void Coffee_after_going_to_bed_and_coffee_of_the_day_before_do_not_count()
    {
        var build = Build.In("Europe/Berlin")
            .Say(Metric.CaffeineMg, Build.App, "2026-02-09 22:00", 100)
            .Say(Metric.CaffeineMg, Build.App, "2026-02-11 06:00", 100)
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-02-10 23:00", "2026-02-11 07:00");

        Assert.Null(build.Day("2026-02-11")[Metric.CaffeineAtBedtimeMg]);
    }

    [Fact]
    public void Without_a_night_there_is_no_bedtime() => Assert.Null(Coffee().Day("2026-02-11")[Metric.CaffeineAtBedtimeMg]);

    private static Build Coffee() => Build.In("Europe/Berlin")
        .Say(Metric.CaffeineMg, Build.App, "2026-02-10 08:00", 200)
        .Say(Metric.CaffeineMg, Build.App, "2026-02-10 13:30", 120)
        .Say(Metric.CaffeineMg, Build.App, "2026-02-10 16:00", 80);
}
