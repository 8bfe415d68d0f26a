using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.HealthConnect;

public class HealthConnectWorkoutsTests
{
    private const string Exercise = "exercise_session_record_table";

    [Theory]
    [InlineData(53, Sport.Walk)]
    [InlineData(33, Sport.Run)]
    [InlineData(34, Sport.Run)]
    [InlineData(4, Sport.Cycle)]
    [InlineData(5, Sport.Cycle)]
    [InlineData(20, Sport.Intervals)]
    [InlineData(21, Sport.Hike)]
    [InlineData(44, Sport.Stairs)]
    [InlineData(45, Sport.Strength)]
    [InlineData(48, Sport.Swim)]
    [InlineData(56, Sport.Wheelchair)]
    [InlineData(58, Sport.Other)]
    [InlineData(60, Sport.Elliptical)]
    [InlineData(61, Sport.Row)]
    [InlineData(79, Sport.Other)]
    public async Task Sports_go_by_the_databases_numbers_and_not_by_the_programming_interfaces(int type, Sport sport)
    {
        var result = await new HealthConnectExport().Interval(Exercise, "2026-03-10 17:00", "2026-03-10 17:45", "exercise_type", type).ReadAsync();

        Assert.Equal(((double)sport, 45d), (result.Only(Metric.WorkoutSport), result.Only(Metric.WorkoutMinutes)));
    }

    [Fact]
    public async Task Distance_energy_ascent_and_pulse_are_what_the_same_app_measured_meanwhile()
    {
        var result = await new HealthConnectExport()
            .Interval(Exercise, "2026-03-10 17:00", "2026-03-10 18:00", "exercise_type", 33)
            .Interval("distance_record_table", "2026-03-10 17:00", "2026-03-10 17:30", "distance", 5_000)
            .Interval("distance_record_table", "2026-03-10 17:30", "2026-03-10 18:00", "distance", 4_000)
            .Interval("distance_record_table", "2026-03-10 17:00", "2026-03-10 18:00", "distance", 8_000, app: 2)
            .Interval("distance_record_table", "2026-03-10 18:00", "2026-03-10 19:00", "distance", 700)
            .Interval("active_calories_burned_record_table", "2026-03-10 17:00", "2026-03-10 18:00", "energy", 600_000)
            .Interval("elevation_gained_record_table", "2026-03-10 17:00", "2026-03-10 18:00", "elevation", 120)
            .Interval("elevation_gained_record_table", "2026-03-10 08:00", "2026-03-10 09:00", "elevation", 12)
            .Interval("heart_rate_record_table", "2026-03-10 17:00", "2026-03-10 19:00")
            .Pulse(1, "2026-03-10 17:10", 140).Pulse(1, "2026-03-10 17:50", 160).Pulse(1, "2026-03-10 18:30", 90)
            .ReadAsync();

        Assert.Equal(
            (9_000d, 600d, 120d, 150d, 160d),
            (result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal), result.Only(Metric.WorkoutAscentM), result.Only(Metric.WorkoutAverageHeartRateBpm), result.Only(Metric.WorkoutMaxHeartRateBpm)));
        Assert.Equal(1, result.Unread["elevation_gained_record_table outside workouts"]);
    }

    [Fact]
    public async Task A_workout_of_which_nothing_else_is_known_says_nothing_else()
    {
        var result = await new HealthConnectExport().Interval(Exercise, "2026-03-10 17:00", "2026-03-10 18:00", "exercise_type", 57).ReadAsync();

        Assert.Equal([Metric.WorkoutSport, Metric.WorkoutMinutes], result.Readings.Select(reading => reading.Metric));
    }
}
