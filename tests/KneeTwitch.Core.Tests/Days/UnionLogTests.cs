using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class UnionLogTests
{
    [Fact]
    public void Drinks_of_all_apps_are_added_up()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.WaterMl, Build.App, "2026-03-02 08:00", 300)
            .Say(Metric.WaterMl, Build.OtherApp, "2026-03-02 12:00", 200)
            .Say(Metric.WaterMl, Build.App, "2026-03-02 16:30", 500)
            .Day("2026-03-02");

        Assert.Equal(1000, day[Metric.WaterMl]);
        Assert.Equal(3, day[Metric.DrinkEntries]);
        Assert.Equal(510, day[Metric.DrinkSpanMinutes]);
        Assert.Equal("App + Other app", day.Find(Metric.WaterMl)?.Source);
    }

    [Fact]
    public void One_drink_that_came_through_two_apps_counts_once()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.WaterMl, Build.App, "2026-03-02 08:00:00", 250)
            .Say(Metric.WaterMl, Build.OtherApp, "2026-03-02 08:01:00", 250)
            .Day("2026-03-02");

        Assert.Equal((250, 1), (day[Metric.WaterMl], day[Metric.DrinkEntries]));
    }

    [Theory]
    [InlineData("2026-03-02 08:01:01", 250)]
    [InlineData("2026-03-02 08:00:30", 240)]
    public void Another_minute_or_another_amount_is_another_drink(string at, double ml)
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.WaterMl, Build.App, "2026-03-02 08:00:00", 250)
            .Say(Metric.WaterMl, Build.OtherApp, at, ml)
            .Day("2026-03-02");

        Assert.Equal(2, day[Metric.DrinkEntries]);
    }

    [Fact]
    public void Two_glasses_in_one_minute_are_two() =>
        Assert.Equal(500, Build.In("Europe/Berlin")
            .Say(Metric.WaterMl, Build.App, "2026-03-02 08:00:00", 250)
            .Say(Metric.WaterMl, Build.App, "2026-03-02 08:00:20", 250)
            .Day("2026-03-02")[Metric.WaterMl]);

    [Fact]
    public void Two_glasses_in_one_minute_are_two_also_when_both_were_copied()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.WaterMl, Build.App, "2026-03-02 08:00:00", 250)
            .Say(Metric.WaterMl, Build.App, "2026-03-02 08:00:20", 250)
            .Say(Metric.WaterMl, Build.OtherApp, "2026-03-02 08:00:00", 250)
            .Say(Metric.WaterMl, Build.OtherApp, "2026-03-02 08:00:20", 250)
            .Day("2026-03-02");

        Assert.Equal(500, day[Metric.WaterMl]);
    }

    [Fact]
    public void A_copy_after_midnight_is_a_copy()
    {
        var days = Build.In("Europe/Berlin")
            .Say(Metric.WaterMl, Build.App, "2026-03-02 23:59:40", 250)
            .Say(Metric.WaterMl, Build.OtherApp, "2026-03-03 00:00:10", 250)
            .Days("2026-03-01", "2026-03-04");

        Assert.Equal(250, Assert.Single(days)[Metric.WaterMl]);
    }

    [Fact]
    public void A_log_without_coffee_means_no_coffee_but_unknown_magnesium()
    {
        var day = Build.In("Europe/Berlin").Say(Metric.WaterMl, Build.App, "2026-03-02 08:00", 250).Day("2026-03-02");

        Assert.Equal(DayState.Zero, day.Find(Metric.CaffeineMg)?.State);
        Assert.Null(day[Metric.MagnesiumMg]);
    }

    [Fact]
    public void Without_any_entry_nothing_is_known()
    {
        var day = Build.In("Europe/Berlin").Say(Metric.Steps, Build.Phone, "2026-03-02 08:00", 250).Day("2026-03-02");

        Assert.Null(day.Find(Metric.WaterMl));
        Assert.Null(day.Find(Metric.CaffeineMg));
    }
}
