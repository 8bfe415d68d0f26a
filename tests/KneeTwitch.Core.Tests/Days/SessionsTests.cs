using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class SessionsTests
{
    [Fact]
    public void Many_copies_are_one_workout_and_the_richest_stays()
    {
        var day = Build.In("Europe/Berlin")
            .Workout(Build.Watch, Sport.Run, "2026-03-02 18:00:00", "2026-03-02 19:00:00", (Metric.WorkoutMinutes, 58), (Metric.WorkoutDistanceM, 10000))
            .Workout(Build.App, Sport.Other, "2026-03-02 18:00:40", "2026-03-02 19:01:00", (Metric.WorkoutRpe, 6))
            .Day("2026-03-02");

        var session = Assert.Single(day.Sessions);
        Assert.Equal((Sport.Run, 58, 10000, 6), (session.Sport, session.Minutes, session.DistanceM, session.Rpe));
        Assert.Equal("Watch", session.Source);
        Assert.Equal(348, session.LoadRpe);
        Assert.Equal(58, day[Metric.LegMinutes]);
    }

    [Theory]
    [InlineData("2026-03-02 18:01:10", "2026-03-02 19:01:10")]
    [InlineData("2026-03-02 18:00:00", "2026-03-02 18:50:00")]
    public void Another_start_or_another_length_is_another_workout(string from, string to)
    {
        var day = Build.In("Europe/Berlin")
            .Workout(Build.Watch, Sport.Run, "2026-03-02 18:00:00", "2026-03-02 19:00:00")
            .Workout(Build.App, Sport.Run, from, to)
            .Day("2026-03-02");

        Assert.Equal(2, day.Sessions.Count);
    }

    [Fact]
    public void A_workout_belongs_to_the_day_it_began()
    {
        var days = Build.In("Europe/Berlin").Workout(Build.Watch, Sport.Cycle, "2026-03-02 23:30", "2026-03-03 01:30").Days("2026-03-01", "2026-03-04");

        Assert.Equal(Build.Date("2026-03-02"), Assert.Single(days).Day);
    }

    [Fact]
    public void Loads_come_from_heart_rate_age_and_sex_as_far_as_they_are_known()
    {
        // Age 40 that year: maximum 180, so 90, 108, 126, 144 and 162 begin the zones.
        var life = Build.In("Europe/Berlin")
            .Workout(Build.Watch, Sport.Run, "2026-03-02 18:00", "2026-03-02 19:00", (Metric.WorkoutEnergyKcal, 500))
            .Pulse(Build.Watch, "2026-03-02 18:00", "2026-03-02 18:30", bpm: 126)
            .Pulse(Build.Watch, "2026-03-02 18:30", "2026-03-02 19:00", bpm: 162)
            .Say(Metric.RestingHeartRateBpm, Build.Watch, "2026-03-02 07:00", 60);

        var unknown = Assert.Single(life.Day("2026-03-02").Sessions);
        life.Wearer = life.Wearer with { BirthYear = 1985, Sex = Sex.Male };
        var day = life.Day("2026-03-02");
        var known = Assert.Single(day.Sessions);

        Assert.Null(unknown.ZoneMinutes);
        Assert.Null(unknown.LoadBanister);
        Assert.Equal(144, unknown.AverageHeartRateBpm);
        Assert.Equal([0.0, 0, 30, 0, 30], known.ZoneMinutes);
        Assert.Equal(240, known.LoadEdwards);
        Assert.Equal(60 * 0.7 * 0.64 * Math.Exp(1.92 * 0.7), known.LoadBanister!.Value, 4);
        Assert.Equal((240, 500), (day[Metric.LegLoadEdwards], day[Metric.LegLoadKcal]));
        Assert.Null(day[Metric.LegLoadRpe]);
    }

    [Fact]
    public void Zones_that_cover_less_than_half_of_a_session_are_no_load()
    {
        var life = Build.In("Europe/Berlin")
            .Workout(Build.Watch, Sport.Run, "2026-03-02 18:00", "2026-03-02 19:00")
            .Pulse(Build.Watch, "2026-03-02 18:00", "2026-03-02 18:25", bpm: 126);
        life.Wearer = life.Wearer with { BirthYear = 1985 };

        var session = Assert.Single(life.Day("2026-03-02").Sessions);

        Assert.Equal(25, session.ZoneMinutes![2]);
        Assert.Null(session.LoadEdwards);
    }

    [Fact]
    public void A_day_lacks_a_method_that_one_of_its_sessions_lacks()
    {
        var day = Build.In("Europe/Berlin")
            .Workout(Build.Watch, Sport.Run, "2026-03-02 08:00", "2026-03-02 09:00", (Metric.WorkoutRpe, 5), (Metric.WorkoutEnergyKcal, 600))
            .Workout(Build.Watch, Sport.Swim, "2026-03-02 18:00", "2026-03-02 19:00", (Metric.WorkoutEnergyKcal, 400))
            .Day("2026-03-02");

        Assert.Null(day[Metric.LegLoadRpe]);
        Assert.Equal(800, day[Metric.LegLoadKcal]);
        Assert.Equal(90, day[Metric.LegMinutes]);
    }

    [Fact]
    public void Arms_put_no_load_on_legs()
    {
        var day = Build.In("Europe/Berlin").Workout(Build.Watch, Sport.UpperBodyStrength, "2026-03-02 08:00", "2026-03-02 09:00").Day("2026-03-02");

        Assert.Equal((0, DayState.Measured), (day[Metric.LegLoadRpe], day.Find(Metric.LegLoadRpe)?.State));
    }

    [Theory]
    [InlineData(10, DayState.Zero)]
    [InlineData(9, null)]
    public void A_day_without_workout_is_known_as_rest_only_if_the_watch_was_worn(int hours, DayState? state)
    {
        var day = Build.In("Europe/Berlin").Pulse(Build.Watch, "2026-03-02 08:00", $"2026-03-02 {8 + hours:00}:00").Day("2026-03-02");

        Assert.Equal(state, day.Find(Metric.LegLoadRpe)?.State);
        Assert.Equal(state, day.Find(Metric.LegMinutes)?.State);
    }
}
