using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.HealthAutoExport;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.HealthAutoExport;

public class HealthAutoExportWorkoutTests
{
    private static readonly HealthAutoExportReader Reader = new();

    [Fact]
    public async Task A_workout_carries_its_units_with_each_amount()
    {
        var result = await FromAsync(Reader, Sample("HealthAutoExport", "payload.json"));

        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
        Assert.Equal(1_750 / 60.0, result.Only(Metric.WorkoutMinutes), 6);
        Assert.Equal(350, result.Only(Metric.WorkoutEnergyKcal), 3);
        Assert.Equal(4_828.032, result.Only(Metric.WorkoutDistanceM), 3);
        Assert.Equal(30.48, result.Only(Metric.WorkoutAscentM), 3);
        Assert.Equal(10, result.Only(Metric.WorkoutTemperatureC), 3);
        Assert.Equal([64, 150], result.Of(Metric.HeartRateBpm).Select(beat => beat.Value));
        Assert.Equal(1, result.Unread["routes"]);
    }

    [Fact]
    public async Task The_first_version_has_no_id_and_no_duration()
    {
        var result = await OfAsync(Reader, ("a.json", """
            {"data":{"workouts":[{"name":"Walking","start":"2026-03-10 07:00:00 +0100","end":"2026-03-10 07:30:00 +0100","activeEnergy":{"qty":100,"units":"kcal"},
             "heartRateData":[{"qty":99,"date":"2026-03-10 07:00:00 +0100","units":"bpm"}],"route":null,"elevation":{"ascent":12,"descent":3,"units":"m"}}]}}
            """));

        Assert.Equal((double)Sport.Walk, result.Only(Metric.WorkoutSport));
        Assert.Equal((30, 100, 12, 99), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutEnergyKcal), result.Only(Metric.WorkoutAscentM), result.Only(Metric.HeartRateBpm)));
    }

    [Theory]
    [InlineData("Traditional Strength Training", Sport.Strength)]
    [InlineData("Indoor Cycling", Sport.Cycle)]
    [InlineData("Pool Swim", Sport.Swim)]
    [InlineData("Quidditch", Sport.Other)]
    public async Task Names_are_words(string name, Sport sport)
    {
        var result = await OfAsync(Reader, ("a.json", $$"""{"data":{},"workouts":[{"name":"{{name}}","start":"2026-03-10 07:00:00 +0100","end":"2026-03-10 07:30:00 +0100"}]}"""));

        Assert.Equal((double)sport, result.Only(Metric.WorkoutSport));
    }
}
