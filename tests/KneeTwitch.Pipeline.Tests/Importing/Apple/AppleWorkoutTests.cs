using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Apple.AppleExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Apple;

public class AppleWorkoutTests
{
    private const string Times = "sourceName=\"Ann's Watch\" startDate=\"2026-03-10 17:00:00 +0100\" endDate=\"2026-03-10 18:10:00 +0100\"";

    [Fact]
    public async Task An_old_workout_has_its_totals_as_attributes()
    {
        var result = await OfAsync($"<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"61.5\" durationUnit=\"min\" totalDistance=\"6.2\" totalDistanceUnit=\"mi\" totalEnergyBurned=\"2092\" totalEnergyBurnedUnit=\"kJ\" {Times}/>");

        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
        Assert.Equal(61.5, result.Only(Metric.WorkoutMinutes));
        Assert.Equal(9_977.93, result.Only(Metric.WorkoutDistanceM), 2);
        Assert.Equal(500, result.Only(Metric.WorkoutEnergyKcal), 6);
        Assert.All(result.Readings, reading => Assert.Equal(TimeSpan.FromMinutes(70), reading.End - reading.Start));
    }

    [Fact]
    public async Task A_new_workout_has_statistics_and_its_parts_do_not_count_again()
    {
        var result = await FromAsync(Sample("workout-with-parts.xml"));

        Assert.Equal((double)Sport.Cycle, result.Only(Metric.WorkoutSport));
        Assert.Equal(20_500, result.Only(Metric.WorkoutDistanceM));
        Assert.Equal(480.5, result.Only(Metric.WorkoutEnergyKcal));
        Assert.Equal(131.5, result.Only(Metric.WorkoutAverageHeartRateBpm));
        Assert.Equal(163, result.Only(Metric.WorkoutMaxHeartRateBpm));
        Assert.Equal("Europe/Paris", Assert.Single(result.Context.Facts.Zones).ZoneId);
    }

    [Fact]
    public async Task The_last_of_repeated_metadata_counts_and_units_stand_in_the_text()
    {
        var result = await FromAsync(Sample("workout-with-parts.xml"));

        Assert.Equal(65.75, result.Only(Metric.WorkoutAscentM), 6);
        Assert.Equal(13.3333, result.Only(Metric.WorkoutTemperatureC), 4);
    }

    [Fact]
    public async Task A_missing_unit_of_duration_means_minutes_and_a_missing_duration_the_whole_span()
    {
        var unitless = await OfAsync($"<Workout workoutActivityType=\"HKWorkoutActivityTypeYoga\" duration=\"45\" {Times}/>");
        var nothing = await OfAsync($"<Workout workoutActivityType=\"HKWorkoutActivityTypeYoga\" {Times}/>");

        Assert.Equal(45, unitless.Only(Metric.WorkoutMinutes));
        Assert.Equal(70, nothing.Only(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task A_distance_of_zero_was_not_measured_and_a_new_sport_is_other()
    {
        var result = await OfAsync($"<Workout workoutActivityType=\"HKWorkoutActivityTypeQuidditch\" duration=\"45\" totalDistance=\"0\" totalDistanceUnit=\"km\" totalEnergyBurned=\"0\" totalEnergyBurnedUnit=\"kcal\" {Times}/>");

        Assert.Equal([Metric.WorkoutSport, Metric.WorkoutMinutes], result.Readings.Select(reading => reading.Metric));
        Assert.Equal((double)Sport.Other, result.Only(Metric.WorkoutSport));
    }

    [Fact]
    public async Task A_workout_that_was_never_closed_is_still_one()
    {
        var result = await OfAsync($"<Workout workoutActivityType=\"HKWorkoutActivityTypeHiking\" duration=\"45\" {Times}>{Record("HKQuantityTypeIdentifierStepCount", "9", "count")}");

        Assert.Equal((double)Sport.Hike, result.Only(Metric.WorkoutSport));
        Assert.Equal(9, result.Only(Metric.Steps));
    }
}
