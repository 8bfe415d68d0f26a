using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class FitMonitoringTests
{
    private const int Walk = 6, Run = 1, Cycle = 2, Sitting = 8;

    /// <summary>Midnight in Berlin.</summary>
    private static readonly uint Midnight = Seconds("2026-03-09T23:00:00Z");

    [Fact]
    public async Task Counters_become_differences_and_the_days_total()
    {
        var result = await OfAsync(Day()
            .Add(55, (253, U32, Midnight + 36_000), (5, E8, Walk), (3, U32, 500))
            .Add(55, (253, U32, Midnight + 36_600), (5, E8, Walk), (3, U32, 800))
            .Add(55, (253, U32, Midnight + 40_000), (5, E8, Run), (3, U32, 1_000))
            .Add(55, (253, U32, Midnight + 40_000), (5, E8, Walk), (3, U32, 800)));

        Assert.Equal([500, 300, 1_000], result.All(Metric.Steps));
        Assert.Equal(1_800, result.Only(Metric.VendorSteps));
    }

    [Fact]
    public async Task Only_on_foot_are_cycles_steps()
    {
        var result = await OfAsync(Day().Add(55, (253, U32, Midnight + 3_600), (5, E8, Cycle), (3, U32, 900), (2, U32, 500_000)));

        Assert.Empty(result.All(Metric.Steps));
        Assert.Equal(5_000, result.Only(Metric.CyclingDistanceM));
    }

    [Fact]
    public async Task Short_times_count_on_from_the_last_one_past_a_turn()
    {
        var low = (int)(Midnight & 0xFFFF);
        var result = await OfAsync(Day()
            .Add(55, (26, U16, (low + 60) & 0xFFFF), (24, Raw, new[] { (byte)(Walk | (3 << 5)) }), (3, U32, 70))
            .Add(55, (26, U16, (low + 40_000) & 0xFFFF), (24, Raw, new[] { (byte)Sitting }))
            .Add(55, (26, U16, (low + 80_000) & 0xFFFF), (24, Raw, new[] { (byte)Walk }), (3, U32, 90)));

        Assert.Equal(["23:00:00-23:01:00 70", "10:06:40-21:13:20 20"], result.Spans(Metric.Steps));
    }

    [Fact]
    public async Task The_closing_row_at_midnight_belongs_to_the_day_before()
    {
        var result = await OfAsync(Day()
            .Add(55, (253, U32, Midnight + 80_000), (5, E8, Walk), (3, U32, 900))
            .Add(55, (253, U32, Midnight + 86_400), (5, E8, Walk), (3, U32, 1_000))
            .Add(55, (253, U32, Midnight + 86_460), (5, E8, Walk), (3, U32, 30)));

        Assert.Equal([900, 100, 30], result.All(Metric.Steps));
        Assert.Equal([1_000, 30], result.All(Metric.VendorSteps));
    }

    [Fact]
    public async Task Files_of_one_day_go_on_where_the_last_one_ended_in_whatever_order_they_lie()
    {
        var morning = Day().Add(55, (253, U32, Midnight + 30_000), (5, E8, Walk), (3, U32, 400)).Build();
        var evening = Later(40_000).Add(55, (253, U32, Midnight + 50_000), (5, E8, Walk), (3, U32, 1_500)).Build();

        var result = await OfAsync(("1.fit", evening), ("2.fit", morning));

        Assert.Equal([400, 1_100], result.All(Metric.Steps));
        Assert.Equal(1_500, result.Only(Metric.VendorSteps));
    }

    [Fact]
    public async Task A_file_that_begins_within_a_day_does_not_count_what_came_before_it()
    {
        var result = await OfAsync(Later(40_000)
            .Add(55, (253, U32, Midnight + 40_060), (5, E8, Walk), (3, U32, 1_500))
            .Add(55, (253, U32, Midnight + 40_120), (5, E8, Walk), (3, U32, 1_560)));

        Assert.Equal([60], result.All(Metric.Steps));
        Assert.Equal(1_560, result.Only(Metric.VendorSteps));
    }

    [Fact]
    public async Task Pulse_calories_and_minutes_are_read_beside_the_steps()
    {
        var result = await OfAsync(Day()
            .Add(55, (253, U32, Midnight + 3_600), (5, E8, Walk), (19, U16, 55), (27, U8, 61), (33, U16, 12), (34, U16, 3)));

        Assert.Equal(55, result.Only(Metric.ActiveEnergyKcal));
        Assert.Equal(61, result.Only(Metric.HeartRateBpm));
        Assert.Equal((12, 3), (result.Only(Metric.VendorModerateMinutes), result.Only(Metric.VendorVigorousMinutes)));
    }

    private static FitBuilder Day() => new FitBuilder().FileId(32, created: Midnight)
        .Add(103, (253, U32, Midnight), (0, U32, Midnight + 3_600));

    private static FitBuilder Later(uint seconds) => new FitBuilder().FileId(32, created: Midnight + seconds)
        .Add(103, (253, U32, Midnight + seconds), (0, U32, Midnight + seconds + 3_600));
}
