using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class VendorNotesTests
{
    [Theory]
    [InlineData(1100, false)]
    [InlineData(900, false)]
    [InlineData(1101, true)]
    [InlineData(899, true)]
    [InlineData(0, false)]
    public void A_total_more_than_a_tenth_away_leaves_a_note(double said, bool isNoted)
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 1000)
            .Total(Metric.VendorSteps, Build.Watch, "2026-03-02", said)
            .Day("2026-03-02");

        Assert.Equal(1000, day[Metric.Steps]);
        Assert.Equal(isNoted ? [new DayNote(NoteKind.VendorDiffers, Metric.Steps, 1000, said, "Watch")] : [], day.Notes);
    }

    [Fact]
    public void A_food_app_s_day_is_compared_with_its_servings_and_never_added()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.MagnesiumMg, Build.App, "2026-03-02 08:00", 90)
            .Say(Metric.MagnesiumMg, Build.App, "2026-03-02 13:00", 110)
            .Total(Metric.VendorMagnesiumMg, Build.App, "2026-03-02", 200.01)
            .Day("2026-03-02");

        Assert.Equal(200, day[Metric.MagnesiumMg]);
        Assert.Empty(day.Notes);
        Assert.Equal(SetAsideReason.VendorTotal, Assert.Single(day.Find(Metric.MagnesiumMg)!.SetAside).Reason);
    }

    [Theory]
    [InlineData(Metric.VendorCarbohydratesG, Metric.CarbohydratesG)]
    [InlineData(Metric.VendorProteinG, Metric.ProteinG)]
    [InlineData(Metric.VendorFatG, Metric.FatG)]
    [InlineData(Metric.VendorFiberG, Metric.FiberG)]
    [InlineData(Metric.VendorSugarG, Metric.SugarG)]
    [InlineData(Metric.VendorVitaminDMcg, Metric.VitaminDMcg)]
    [InlineData(Metric.VendorVitaminB6Mg, Metric.VitaminB6Mg)]
    [InlineData(Metric.VendorVitaminB12Mcg, Metric.VitaminB12Mcg)]
    [InlineData(Metric.VendorVitaminCMg, Metric.VitaminCMg)]
    [InlineData(Metric.VendorIronMg, Metric.IronMg)]
    [InlineData(Metric.VendorZincMg, Metric.ZincMg)]
    [InlineData(Metric.VendorAlcoholDrinks, Metric.AlcoholDrinks)]
    public void A_food_app_s_day_stands_in_only_where_no_serving_is_known(Metric total, Metric metric)
    {
        var alone = Build.In("Europe/Berlin").Total(total, Build.App, "2026-03-02", 12).Day("2026-03-02");
        var beside = Build.In("Europe/Berlin").Say(metric, Build.App, "2026-03-02 08:00", 5).Total(total, Build.App, "2026-03-02", 12).Day("2026-03-02");

        Assert.Equal((12, 12), (alone[metric], alone[total]));
        Assert.Equal((5, 12), (beside[metric], beside[total]));
    }

    [Fact]
    public void A_total_without_a_night_stands_in_for_it_but_says_no_bed_time()
    {
        var day = Build.In("Europe/Berlin")
            .Sleep(Build.Phone, SleepStage.InBed, "2026-03-01 23:00", "2026-03-02 07:00")
            .Total(Metric.VendorSleepMinutes, Build.App, "2026-03-02", 410)
            .Day("2026-03-02");

        Assert.Equal((410, 480, null), (day[Metric.SleepMinutes], day[Metric.InBedMinutes], day[Metric.BedTimeMinute]));
    }

    [Fact]
    public void A_total_stands_in_for_zeros_counted_on_a_table() =>
        Assert.Equal(6000, Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 0)
            .Total(Metric.VendorSteps, Build.Ring, "2026-03-02", 6000)
            .Day("2026-03-02")[Metric.Steps]);

    [Fact]
    public void Every_total_of_a_vendor_is_compared_with_a_number_of_the_day()
    {
        var totals = Metrics.All.Where(info => info.DayRule == DayRule.VendorTotal).ToList();
        var build = Build.In("Europe/Berlin");
        totals.ForEach(info => build.Total(info.Metric, Build.Ring, "2026-03-02", 10));

        var day = build.Day("2026-03-02");

        Assert.NotEmpty(totals);
        Assert.All(totals, info => Assert.Equal(10, day[Metrics.Find(info.Name["vendor_".Length..])!.Value]));
    }

    [Fact]
    public void Of_two_totals_the_more_trusted_is_the_vendor_s_word()
    {
        var said = Build.In("Europe/Berlin")
            .Total(Metric.VendorSteps, Build.Phone, "2026-03-02", 3000)
            .Total(Metric.VendorSteps, Build.Watch, "2026-03-02", 0)
            .Total(Metric.VendorSteps, Build.Ring, "2026-03-02", 6000)
            .Day("2026-03-02").Find(Metric.VendorSteps);

        Assert.Equal((6000, "Ring"), (said?.Value, said?.Source));
        Assert.Equal([new SetAside("Phone", 3000, SetAsideReason.LessTrusted, 0)], said?.SetAside);
    }
}
