using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class ProvenanceTests
{
    [Fact]
    public void Steps_say_who_gave_which_quarters_and_what_was_left_out()
    {
        var steps = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 1000)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 09:30", "2026-03-02 11:00", 900)
            .Day("2026-03-02").Find(Metric.Steps);

        Assert.Equal(1600, steps?.Value);
        Assert.Equal([new DayPart("Watch", 1000, 60), new DayPart("Phone", 600, 60)], steps?.Parts);
        Assert.Equal([new SetAside("Phone", 300, SetAsideReason.LessTrusted, 30)], steps?.SetAside);
    }

    [Fact]
    public void What_a_source_said_twice_and_what_a_total_holds_already_is_told()
    {
        var steps = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 500)
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 10:00", 480)
            .Say(Metric.Steps, Build.App, "2026-03-02 00:00", "2026-03-03 00:00", 2000)
            .Day("2026-03-02").Find(Metric.Steps);

        Assert.Equal(2000, steps!.Value!.Value, 6);
        Assert.Contains(new SetAside("Watch", 480, SetAsideReason.Repeated, 0), steps.SetAside);
        Assert.Contains(new SetAside("App", 500, SetAsideReason.WithinTotal, 0), steps.SetAside);
    }

    [Fact]
    public void The_parts_of_a_number_add_up_to_it()
    {
        var life = Build.In("Europe/Berlin");
        for (var hour = 6; hour < 22; hour++)
        {
            life.Say(Metric.Steps, Build.Watch, $"2026-03-02 {hour:00}:00", $"2026-03-02 {hour:00}:{10 + hour}", 37 * hour);
            life.Say(Metric.Steps, Build.Phone, $"2026-03-02 {hour:00}:20", $"2026-03-02 {hour + 1:00}:05", 21 * hour);
        }

        var steps = life.Day("2026-03-02").Find(Metric.Steps);

        Assert.Equal(steps!.Value!.Value, steps.Parts.Sum(part => part.Amount), 4);
        Assert.Equal((6 + 21) * 8 * 58, steps.Parts.Sum(part => part.Amount) + steps.SetAside.Sum(aside => aside.Amount), 4);
    }

    [Fact]
    public void A_night_says_whose_sleep_was_left_out_and_why()
    {
        var sleep = Build.In("Europe/Berlin")
            .Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 07:00")
            .Sleep(Build.Ring, SleepStage.Asleep, "2026-03-01 22:50", "2026-03-02 06:40")
            .Sleep(Build.Phone, SleepStage.InBed, "2026-03-01 22:00", "2026-03-02 07:00")
            .Day("2026-03-02").Find(Metric.SleepMinutes);

        Assert.Equal([new DayPart("Watch", 480, 480)], sleep?.Parts);
        Assert.Equal(
            [new SetAside("Phone", 540, SetAsideReason.NotAsleep, 540), new SetAside("Ring", 470, SetAsideReason.LessTrusted, 470)],
            sleep?.SetAside);
    }

    [Fact]
    public void A_copied_drink_is_named_as_a_copy()
    {
        var water = Build.In("Europe/Berlin")
            .Say(Metric.WaterMl, Build.App, "2026-03-02 08:00:00", 236.588)
            .Say(Metric.WaterMl, Build.OtherApp, "2026-03-02 08:00:30", 237)
            .Day("2026-03-02").Find(Metric.WaterMl);

        Assert.Equal([new DayPart("App", 236.588, 0)], water?.Parts);
        Assert.Equal([new SetAside("Other app", 237, SetAsideReason.Copy, 0)], water?.SetAside);
    }

    [Fact]
    public void A_workout_s_copies_are_named()
    {
        var day = Build.In("Europe/Berlin")
            .Workout(Build.Watch, Sport.Run, "2026-03-02 18:00:00", "2026-03-02 19:00:00", (Metric.WorkoutRpe, 5))
            .Workout(Build.App, Sport.Run, "2026-03-02 18:00:20", "2026-03-02 19:00:00")
            .Day("2026-03-02");

        Assert.Equal("App", Assert.Single(day.Sessions).Copies);
        Assert.Equal([new DayPart("Watch", 300, 60)], day.Find(Metric.LegLoadRpe)?.Parts);
        Assert.Equal(SetAsideReason.Copy, Assert.Single(day.Find(Metric.LegLoadRpe)!.SetAside).Reason);
    }

    [Fact]
    public void The_slots_of_a_day_are_shown_by_source()
    {
        var life = Build.In("Asia/Kolkata")
            .Say(Metric.Steps, Build.Watch, "2026-03-02 09:00", "2026-03-02 09:15", 100)
            .Say(Metric.Steps, Build.Phone, "2026-03-02 09:00", "2026-03-02 09:30", 160);

        var slots = DaySlots.Of(life.Wearer, life.Trust, life.Chunks, Build.Date("2026-03-02"), Metric.Steps);

        Assert.Equal(["Watch", "Phone"], slots?.Sources);
        Assert.Equal(
            [(Build.Utc("2026-03-02 03:30"), "Watch", 100), (Build.Utc("2026-03-02 03:45"), "Phone", 80)],
            slots?.Slots.Select(slot => (slot.Start, slot.Taken, slot.Amount)));
        Assert.Equal([new DayPart("Watch", 100, 15), new DayPart("Phone", 80, 15)], slots?.Slots[0].Said);
    }

    [Fact]
    public void Nothing_has_no_slots()
    {
        var life = Build.In("Asia/Kolkata").Say(Metric.WaterMl, Build.App, "2026-03-02 09:00", 300);

        Assert.Null(DaySlots.Of(life.Wearer, life.Trust, life.Chunks, Build.Date("2026-03-02"), Metric.Steps));
        Assert.Null(DaySlots.Of(life.Wearer, life.Trust, life.Chunks, Build.Date("2026-03-02"), Metric.WaterMl));
    }
}
