using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class VendorTotalsTests
{
    [Fact]
    public void The_vendor_s_total_stands_in_where_nothing_finer_is_known()
    {
        var day = Build.In("Europe/Berlin").Total(Metric.VendorSteps, Build.Ring, "2026-03-02", 7400).Day("2026-03-02");

        Assert.Equal(7400, day[Metric.Steps]);
        Assert.Equal("Ring", day.Find(Metric.Steps)?.Source);
    }

    [Fact]
    public void Finer_data_goes_before_the_vendor_s_total()
    {
        var day = Build.In("Europe/Berlin")
            .Total(Metric.VendorSteps, Build.Ring, "2026-03-02", 7400)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 10:00", "2026-03-02 10:15", 900)
            .Day("2026-03-02");

        Assert.Equal(900, day[Metric.Steps]);
        Assert.Equal(7400, day[Metric.VendorSteps]);
    }

    [Fact]
    public void A_vendor_s_zero_is_a_device_in_a_drawer()
    {
        var day = Build.In("Europe/Berlin").Total(Metric.VendorActiveEnergyKcal, Build.Watch, "2026-03-02", 0).Day("2026-03-02");

        Assert.Null(day[Metric.ActiveEnergyKcal]);
    }

    [Fact]
    public void Total_energy_is_neither_active_nor_basal_energy()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.TotalEnergyKcal, Build.Watch, "2026-03-02 10:00", "2026-03-02 10:15", 60)
            .Say(Metric.TotalEnergyKcal, Build.Watch, "2026-03-02 10:15", "2026-03-02 10:30", 20)
            .Total(Metric.VendorTotalEnergyKcal, Build.Ring, "2026-03-02", 2100)
            .Day("2026-03-02");

        Assert.Equal((80, 2100), (day[Metric.TotalEnergyKcal], day[Metric.VendorTotalEnergyKcal]));
        Assert.Null(day[Metric.ActiveEnergyKcal]);
        Assert.Null(day[Metric.BasalEnergyKcal]);
        Assert.Null(day[Metric.LegLoadKcal]);
        Assert.Null(day[Metric.WornHours]);
    }

    [Fact]
    public void The_vendor_s_total_energy_stands_in_for_total_energy_only()
    {
        var day = Build.In("Europe/Berlin")
            .Total(Metric.VendorTotalEnergyKcal, Build.Ring, "2026-03-02", 2100)
            .Total(Metric.VendorActiveEnergyKcal, Build.Watch, "2026-03-02", 420)
            .Day("2026-03-02");

        Assert.Equal((2100, 420), (day[Metric.TotalEnergyKcal], day[Metric.ActiveEnergyKcal]));
        Assert.Null(day[Metric.BasalEnergyKcal]);
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("Pacific/Kiritimati")]
    [InlineData("Pacific/Pago_Pago")]
    public void A_total_stays_on_its_day_wherever_the_wearer_lives(string zone)
    {
        var life = Build.In(zone).Total(Metric.VendorSteps, Build.Ring, "2026-03-29", 7400);

        var days = life.Days("2026-03-01", "2026-11-30");

        Assert.Equal(Build.Date("2026-03-29"), Assert.Single(days).Day);
    }

    [Fact]
    public void Hours_stood_are_counted_once_for_all_devices()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.StandHours, Build.Watch, "2026-03-02 10:00", "2026-03-02 11:00", 1)
            .Say(Metric.StandHours, Build.Ring, "2026-03-02 10:00", "2026-03-02 11:00", 1)
            .Say(Metric.StandHours, Build.Watch, "2026-03-02 11:00", "2026-03-02 12:00", 0)
            .Say(Metric.StandHours, Build.Watch, "2026-03-02 12:00", "2026-03-02 13:00", 1)
            .Total(Metric.VendorStandHours, Build.Watch, "2026-03-02", 9)
            .Day("2026-03-02");

        Assert.Equal(2, day[Metric.StandHours]);
        Assert.Equal(3, day[Metric.WornHours]);
    }
}
