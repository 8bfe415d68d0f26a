using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class SlotMergeTests
{
    [Fact]
    public void Two_devices_that_count_the_same_walk_count_it_once()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 10:00", "2026-03-02 10:30", 3000)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 10:00", "2026-03-02 10:30", 2800);

        var steps = life.Day("2026-03-02").Find(Metric.Steps);

        Assert.Equal(3000, steps?.Value);
        Assert.Equal("Watch", steps?.Source);
    }

    [Fact]
    public void While_the_watch_charges_the_phone_counts()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 1000)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 09:00", "2026-03-02 10:00", 900)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 10:00", "2026-03-02 11:00", 700)
            .Say(Metric.Steps, Build.Watch, "2026-03-02 11:00", "2026-03-02 12:00", 400);

        var steps = life.Day("2026-03-02").Find(Metric.Steps);

        Assert.Equal(2100, steps?.Value);
        Assert.Equal("Watch + Phone", steps?.Source);
    }

    [Fact]
    public void A_phone_left_at_home_takes_nothing_away()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 1000)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 09:00", "2026-03-02 10:00", 0);

        Assert.Equal(1000, life.Day("2026-03-02")[Metric.Steps]);
    }

    [Fact]
    public void Zeros_of_a_watch_on_the_table_do_not_hide_what_the_phone_saw()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 0)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 09:00", "2026-03-02 10:00", 640);

        Assert.Equal(640, life.Day("2026-03-02")[Metric.Steps]);
    }

    [Fact]
    public void A_counted_zero_is_measured()
    {
        var steps = Build.In("Europe/Berlin").Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 0).Day("2026-03-02").Find(Metric.Steps);

        Assert.Equal((0, DayState.Measured, "Watch"), (steps?.Value, steps?.State, steps?.Source));
    }

    [Fact]
    public void Equals_in_trust_do_not_take_turns()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 10:00", "2026-03-02 11:00", 800)
            .Say(Metric.Steps, Build.Ring, "2026-03-02 10:00", "2026-03-02 11:00", 900);

        Assert.Equal(900, life.Day("2026-03-02")[Metric.Steps]);
    }

    [Fact]
    public void The_wearer_can_trust_another_device_for_one_metric()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 10:00", "2026-03-02 11:00", 800)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 10:00", "2026-03-02 11:00", 900)
            .Say(Metric.DistanceM, Build.Watch, "2026-03-02 10:00", "2026-03-02 11:00", 610)
            .Say(Metric.DistanceM, Build.Phone, "2026-03-02 10:00", "2026-03-02 11:00", 700);
        life.Trust = TrustOrder.Default.With([(Metric.Steps, "Phone", 1)]);

        var day = life.Day("2026-03-02");

        Assert.Equal(900, day[Metric.Steps]);
        Assert.Equal(610, day[Metric.DistanceM]);
    }

    [Fact]
    public void A_reading_over_midnight_is_split_by_time()
    {
        var days = Build.In("Europe/Berlin").Say(Metric.Steps, Build.Watch, "2026-03-02 23:30", "2026-03-03 00:10", 400).Days("2026-03-02", "2026-03-03");

        Assert.Equal([300, 100], days.Select(day => day[Metric.Steps]!.Value));
    }

    [Fact]
    public void An_hour_s_total_beside_its_minutes_is_not_added_to_them()
    {
        var life = Build.In("Europe/Berlin").Say(Metric.Steps, Build.Watch, "2026-03-02 10:00", "2026-03-02 11:00", 620);
        for (var minute = 0; minute < 10; minute++)
        {
            life.Say(Metric.Steps, Build.Watch, $"2026-03-02 10:{minute:00}", $"2026-03-02 10:{minute + 1:00}", 60);
        }

        Assert.Equal(620, life.Day("2026-03-02")[Metric.Steps]);
    }

    [Fact]
    public void An_edited_reading_of_one_source_counts_once()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.App, "2026-03-02 10:00", "2026-03-02 10:10", 500)
            .Say(Metric.Steps, Build.App, "2026-03-02 10:00", "2026-03-02 10:10", 520);

        Assert.Equal(520, life.Day("2026-03-02")[Metric.Steps]);
    }

    [Fact]
    public void A_day_s_total_of_an_app_adds_only_what_nobody_else_counted()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Phone, "2026-03-02 10:00", "2026-03-02 11:00", 4000)
            .Say(Metric.Steps, Build.App, "2026-03-02 00:00", "2026-03-03 00:00", 5000)
            .Say(Metric.Steps, Build.OtherApp, "2026-03-02 00:00", "2026-03-03 00:00", 4500);

        Assert.Equal(5000, life.Day("2026-03-02")[Metric.Steps]!.Value, 6);
    }

    [Fact]
    public void A_zone_a_quarter_of_an_hour_off_has_its_midnight_inside_a_slot_of_nobody()
    {
        var days = Build.In("Asia/Kathmandu")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 23:00", "2026-03-03 00:00", 100)
            .Say(Metric.Steps, Build.Watch, "2026-03-03 00:00", "2026-03-03 01:00", 40)
            .Days("2026-03-01", "2026-03-04");

        Assert.Equal([100, 40], days.Select(day => day[Metric.Steps]!.Value));
    }

    [Theory]
    [InlineData("2026-03-29", 23)]
    [InlineData("2026-10-25", 25)]
    public void A_day_of_a_clock_change_holds_all_its_hours(string day, int hours)
    {
        var life = Build.In("Europe/Berlin");
        var start = life.Wearer.Zones.StartOf(Build.Date(day));
        var readings = Enumerable.Range(0, hours).Select(hour =>
            new Reading(Metric.Steps, start.AddHours(hour), start.AddHours(hour + 1), 100, Build.Watch));

        var summary = DaySummarizer.Summarize(life.Wearer, TrustOrder.Default, Build.ChunksOf(readings), Build.Date(day), Build.Date(day));

        Assert.Equal(100 * hours, Assert.Single(summary)[Metric.Steps]);
        Assert.Equal(1, summary[0].Find(Metric.Steps)?.Coverage);
    }

    [Fact]
    public void Hours_the_ring_was_worn_speak_for_the_day()
    {
        var life = Build.In("Europe/Berlin")
            .Pulse(Build.Ring, "2026-03-02 00:00", "2026-03-02 12:00", everyMinutes: 30)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 13:00", "2026-03-02 13:15", 900);

        var day = life.Day("2026-03-02");

        Assert.Equal(12, day[Metric.WornHours]);
        Assert.Equal(13 / 24.0, day.Find(Metric.Steps)!.Coverage, 5);
    }
}
