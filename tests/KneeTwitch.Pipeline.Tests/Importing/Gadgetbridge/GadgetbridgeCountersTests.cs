using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Gadgetbridge;

public class GadgetbridgeCountersTests
{
    private const string Garmin = "GARMIN_ACTIVITY_SAMPLE";
    private const string Columns = "STEPS, HEART_RATE, DISTANCE_CM, ACTIVE_CALORIES";

    [Fact]
    public async Task Counters_that_grow_through_the_day_give_what_was_added()
    {
        var result = await new GadgetbridgeExport()
            .Row(Garmin, "2026-03-10 06:00", Columns, "100, 60, 7000, 4")
            .Row(Garmin, "2026-03-10 06:10", Columns, "400, 60, 30000, 16")
            .Row(Garmin, "2026-03-10 06:20", Columns, "-1, 60, -1, -1")
            .Row(Garmin, "2026-03-10 06:30", Columns, "900, 60, 65000, 40")
            .ReadAsync();

        Assert.Equal([(Utc("2026-03-09 23:00"), 100), (Utc("2026-03-10 06:00"), 300), (Utc("2026-03-10 06:10"), 500)], result.Of(Metric.Steps).Select(reading => (reading.Start, reading.Value)));
        Assert.Equal((650, 40), (result.Sum(Metric.DistanceM), result.Sum(Metric.ActiveEnergyKcal)));
    }

    [Fact]
    public async Task Counters_begin_again_at_local_midnight()
    {
        var result = await new GadgetbridgeExport()
            .Row(Garmin, "2026-03-10 22:50", Columns, "8000, 60, 0, 0")
            .Row(Garmin, "2026-03-10 23:20", Columns, "50, 60, 0, 0")
            .Row(Garmin, "2026-03-11 06:00", Columns, "350, 60, 0, 0")
            .ReadAsync();

        Assert.Equal([(Utc("2026-03-09 23:00"), 8_000), (Utc("2026-03-10 23:00"), 50), (Utc("2026-03-10 23:20"), 300)], result.Of(Metric.Steps).Select(reading => (reading.Start, reading.Value)));
    }

    [Fact]
    public async Task A_counter_read_at_midnight_sharp_is_the_day_that_ends_or_the_new_one_where_it_fell()
    {
        var result = await new GadgetbridgeExport()
            .Row(Garmin, "2026-03-10 22:50", Columns, "8000, 60, 0, 0")
            .Row(Garmin, "2026-03-10 23:00", Columns, "8010, 60, 0, 0")
            .Row(Garmin, "2026-03-11 06:00", Columns, "350, 60, 0, 0")
            .Row(Garmin, "2026-03-11 23:00", Columns, "0, 60, 0, 0")
            .ReadAsync();

        Assert.Equal([8_000, 10, 350], result.Of(Metric.Steps).Select(reading => reading.Value));
    }

    [Fact]
    public async Task A_watch_that_restarts_begins_at_zero_in_the_middle_of_a_day()
    {
        var result = await new GadgetbridgeExport()
            .Row(Garmin, "2026-03-10 10:00", Columns, "5000, 60, 0, 0")
            .Row(Garmin, "2026-03-10 11:00", Columns, "200, 60, 0, 0")
            .ReadAsync();

        Assert.Equal(5_200, result.Sum(Metric.Steps));
    }

    [Fact]
    public async Task Two_watches_count_apart()
    {
        var result = await new GadgetbridgeExport()
            .Device(2, "Other", "00:00:00:00:00:02")
            .Row(Garmin, "2026-03-10 10:00", Columns, "5000, 60, 0, 0")
            .Row(Garmin, "2026-03-10 10:30", Columns, "6000, 60, 0, 0", device: 2)
            .ReadAsync();

        Assert.Equal([5_000, 6_000], result.Of(Metric.Steps).Select(reading => reading.Value));
    }

    [Fact]
    public async Task Energy_beyond_what_a_day_can_take_is_in_small_calories()
    {
        var result = await new GadgetbridgeExport().Row(Garmin, "2026-03-10 20:00", Columns, "5000, 60, 0, 412000").ReadAsync();

        Assert.Equal(412, result.Only(Metric.ActiveEnergyKcal));
    }

    [Fact]
    public async Task Cmf_counts_through_the_day_as_well()
    {
        var result = await new GadgetbridgeExport()
            .Row("CMF_ACTIVITY_SAMPLE", "2026-03-10 06:00", "STEPS, HEART_RATE, DISTANCE", "100, 60, 70")
            .Row("CMF_ACTIVITY_SAMPLE", "2026-03-10 07:00", "STEPS, HEART_RATE, DISTANCE", "150, 60, 110")
            .ReadAsync();

        Assert.Equal((150, 110), (result.Sum(Metric.Steps), result.Sum(Metric.DistanceM)));
    }
}
