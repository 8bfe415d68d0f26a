using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.HealthAutoExport;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.HealthAutoExport;

public class HealthAutoExportNightsTests
{
    private const string Window = "\"sleepStart\":\"2026-03-09 23:00:00 +0100\",\"sleepEnd\":\"2026-03-10 07:00:00 +0100\"";
    private static readonly HealthAutoExportReader Reader = new();

    [Fact]
    public async Task Sums_of_stages_are_hours()
    {
        var result = await FromAsync(Reader, Sample("HealthAutoExport", "payload.json"));

        Assert.Equal((420, 480), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.VendorInBedMinutes)));
        Assert.Equal((240, 60, 120, 30), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal(480, result.Minutes(SleepStage.InBed));
        Assert.Equal(Utc("2026-03-10 00:00"), result.Of(Metric.VendorSleepMinutes)[0].Start);
    }

    [Fact]
    public async Task Asleep_is_only_what_has_no_stage()
    {
        var result = await NightAsync($$"""{"date":"2026-03-10","asleep":1,"core":4,"deep":1,"rem":1,{{Window}}}""");

        Assert.Equal(420, result.Only(Metric.VendorSleepMinutes));
    }

    [Fact]
    public async Task The_oldest_shape_knows_no_stages()
    {
        var result = await NightAsync($$"""
            {"date":"2026-03-10","asleep":6.5,"inBed":8,{{Window}},"inBedStart":"2026-03-09 22:30:00 +0100","inBedEnd":"2026-03-10 07:10:00 +0100","sleepSource":"Band","inBedSource":"iPhone"}
            """);

        Assert.Equal((390, 480), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.VendorInBedMinutes)));
        Assert.Equal(390, result.Minutes(SleepStage.Asleep));
        Assert.Equal("Band (Health Auto Export)", result.Readings[0].Source.Name);
    }

    [Fact]
    public async Task Stages_that_are_all_zero_say_nothing_of_the_sleep()
    {
        var result = await NightAsync($$"""{"date":"2026-03-10","totalSleep":0,"asleep":0,"core":0,"deep":0,"rem":0,"awake":0,"inBed":0,{{Window}}}""");

        Assert.Empty(result.Of(Metric.VendorSleepMinutes));
        Assert.Equal(480, result.Minutes(SleepStage.InBed));
        Assert.Equal(0, result.Minutes(SleepStage.Asleep));
    }

    [Fact]
    public async Task Totals_without_times_are_a_day_only()
    {
        var result = await NightAsync("""{"date":"2026-03-10","totalSleep":7.5,"core":3.5,"deep":1.5,"rem":2.0}""");

        Assert.Equal(450, result.Only(Metric.VendorSleepMinutes));
        Assert.Empty(result.Of(Metric.SleepStage));
    }

    [Fact]
    public async Task Segments_go_by_their_times_and_not_by_their_amounts()
    {
        var result = await NightAsync("""
            {"date":null,"startDate":"2026-03-09 23:00:00 +0100","endDate":"2026-03-09 23:30:00 +0100","value":"Core","qty":0.4},
            {"startDate":"2026-03-09 23:30:00 +0100","endDate":"2026-03-10 00:30:00 +0100","value":"REM","qty":1},
            {"startDate":"2026-03-09 22:30:00 +0100","endDate":"2026-03-10 00:30:00 +0100","value":"In Bed","qty":2},
            {"startDate":"2026-03-09 22:30:00 +0100","endDate":"2026-03-10 00:30:00 +0100","value":"Dreaming","qty":2}
            """);

        Assert.Equal((30, 60, 120), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.InBed)));
        Assert.Equal(["a sleep stage that is not known"], result.Reasons);
    }

    [Fact]
    public async Task A_night_that_comes_in_segments_and_in_sums_is_told_by_its_segments()
    {
        var result = await NightAsync($$"""
            {"date":"2026-03-10","totalSleep":7,{{Window}}},
            {"date":"2026-03-11","totalSleep":6,"sleepEnd":"2026-03-11 07:00:00 +0100"},
            {"startDate":"2026-03-09 23:00:00 +0100","endDate":"2026-03-10 06:00:00 +0100","value":"Asleep","qty":7}
            """);

        Assert.Equal(360, result.Only(Metric.VendorSleepMinutes));
        Assert.Equal(420, result.Minutes(SleepStage.Asleep));
        Assert.Equal(1, result.Unread["sums of nights that are told segment by segment"]);
    }

    private static Task<Result> NightAsync(string points) =>
        OfAsync(Reader, ("a.json", $$$"""{"data":{"metrics":[{"name":"sleep_analysis","units":"hr","data":[{{{points}}}]}]}}"""));
}
