using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class KnownZerosTests
{
    [Theory]
    [InlineData(Metric.WaterMl, true)]
    [InlineData(Metric.MagnesiumMg, true)]
    [InlineData(Metric.MindfulMinutes, false)]
    [InlineData(Metric.NicotineUnits, false)]
    [InlineData(Metric.Steps, false)]
    public void Only_an_entry_in_the_food_or_drink_log_says_that_there_was_no_coffee(Metric entry, bool isKnown)
    {
        var day = Build.In("Europe/Berlin").Say(entry, Build.App, "2026-03-02 08:00", 5).Day("2026-03-02");

        Assert.Equal(isKnown ? DayState.Zero : null, day.Find(Metric.CaffeineMg)?.State);
    }

    [Fact]
    public void A_day_s_total_of_a_food_app_is_an_entry_too() =>
        Assert.Equal(DayState.Zero, Build.In("Europe/Berlin").Total(Metric.VendorDietaryEnergyKcal, Build.App, "2026-03-02", 2100).Day("2026-03-02").Find(Metric.CaffeineMg)?.State);

    [Fact]
    public void A_check_in_makes_zeros_known_and_only_those_it_names()
    {
        var day = Build.In("America/New_York")
            .Total(Metric.CheckIn, Build.App, "2026-03-02", (double)(CheckInItems.NoNicotine | CheckInItems.RestDay))
            .Day("2026-03-02");

        Assert.Equal(DayState.Zero, day.Find(Metric.NicotineUnits)?.State);
        Assert.Equal(DayState.Zero, day.Find(Metric.LegMinutes)?.State);
        Assert.Null(day.Find(Metric.CaffeineMg));
        Assert.Null(day.Find(Metric.Steps));
    }

    [Fact]
    public void What_several_check_ins_of_a_day_say_holds_together()
    {
        var day = Build.In("Europe/Berlin")
            .Total(Metric.CheckIn, Build.App, "2026-03-02", (double)CheckInItems.DrinksComplete)
            .Total(Metric.CheckIn, Build.OtherApp, "2026-03-02", (double)CheckInItems.NoCaffeine)
            .Day("2026-03-02");

        Assert.Equal((double)(CheckInItems.DrinksComplete | CheckInItems.NoCaffeine), day[Metric.CheckIn]);
        Assert.Equal(0, day[Metric.CaffeineMg]);
    }

    [Fact]
    public void A_rest_day_with_a_run_in_it_is_a_run()
    {
        var day = Build.In("Europe/Berlin")
            .Total(Metric.CheckIn, Build.App, "2026-03-02", (double)CheckInItems.RestDay)
            .Workout(Build.Watch, Sport.Run, "2026-03-02 18:00", "2026-03-02 18:30")
            .Day("2026-03-02");

        Assert.Equal(30, day[Metric.LegMinutes]);
    }

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, DayState.Zero)]
    public void Ten_worn_hours_without_a_workout_are_rest(int hours, DayState? state) =>
        Assert.Equal(state, Build.In("Europe/Berlin").Pulse(Build.Watch, "2026-03-02 08:00", $"2026-03-02 {8 + hours}:00", 20).Day("2026-03-02").Find(Metric.LegMinutes)?.State);
}
