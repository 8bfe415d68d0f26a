using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class WornHoursTests
{
    [Fact]
    public void Sleep_and_energy_of_a_watch_tell_that_it_was_worn()
    {
        var day = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Light, "2026-03-01 23:00", "2026-03-02 06:00")
            .Say(Metric.ActiveEnergyKcal, Build.Watch, "2026-03-02 09:50", "2026-03-02 10:10", 12)
            .Day("2026-03-02");

        Assert.Equal(8, day[Metric.WornHours]);
    }

    [Fact]
    public void A_phone_under_the_pillow_and_a_watch_s_total_of_the_day_tell_nothing()
    {
        var day = Build.In("Europe/Berlin")
            .Sleep(Build.Phone, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 06:00")
            .Say(Metric.ActiveEnergyKcal, Build.Watch, "2026-03-02 00:00", "2026-03-03 00:00", 400)
            .Day("2026-03-02");

        Assert.Null(day[Metric.WornHours]);
    }

    [Fact]
    public void An_app_that_has_heart_rate_that_day_speaks_for_something_worn()
    {
        var day = Build.In("Europe/Berlin")
            .Pulse(Build.App, "2026-03-02 12:00", "2026-03-02 12:30")
            .Sleep(Build.App, SleepStage.Asleep, "2026-03-02 00:00", "2026-03-02 06:00")
            .Day("2026-03-02");

        Assert.Equal(7, day[Metric.WornHours]);
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    public void A_watch_worn_all_day_was_worn_as_many_hours_as_the_day_has(string day, int hours)
    {
        var life = Build.In("Europe/Berlin").Pulse(Build.Watch, $"{day} 00:00", $"{Build.Date(day).AddDays(1):yyyy-MM-dd} 00:00", everyMinutes: 30);

        Assert.Equal(hours, life.Day(day)[Metric.WornHours]);
    }
}
