using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.OpenMHealth;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.OpenMHealth.DataPoints;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.OpenMHealth;

public class OmhFrameTests
{
    private static readonly OmhExportReader Reader = new();

    [Theory]
    [InlineData("\"start_date_time\":\"2026-03-10T09:00:00+01:00\",\"end_date_time\":\"2026-03-10T09:00:00Z\"")]
    [InlineData("\"start_date_time\":\"2026-03-10T08:00:00Z\",\"duration\":{\"value\":60,\"unit\":\"min\"}")]
    [InlineData("\"end_date_time\":\"2026-03-10T09:00:00.000Z\",\"duration\":{\"value\":3600,\"unit\":\"sec\"}")]
    public async Task An_interval_is_two_ends_or_one_and_a_duration(string interval)
    {
        var steps = Assert.Single((await StepsAsync(Interval(interval))).Of(Metric.Steps));

        Assert.Equal((Utc("2026-03-10 08:00"), Utc("2026-03-10 09:00")), (steps.Start, steps.End));
    }

    [Theory]
    [InlineData(0.1, "d", 2.4)]
    [InlineData(0.01, "wk", 1.68)]
    public async Task Fractions_of_days_and_weeks_are_exact(double value, string unit, double hours)
    {
        var steps = Assert.Single((await StepsAsync(Interval(FormattableString.Invariant($"\"start_date_time\":\"2026-03-10T08:00:00Z\",\"duration\":{{\"value\":{value},\"unit\":\"{unit}\"}}")))).Of(Metric.Steps));

        Assert.Equal((long)Math.Round(hours * 3_600), (steps.End - steps.Start).Ticks / TimeSpan.TicksPerSecond);
    }

    [Theory]
    [InlineData("morning", "2026-03-10 05:00", 6)]
    [InlineData("afternoon", "2026-03-10 11:00", 6)]
    [InlineData("evening", "2026-03-10 17:00", 4)]
    [InlineData("night", "2026-03-10 21:00", 8)]
    public async Task A_part_of_a_day_is_local_and_marked(string part, string start, int hours)
    {
        var result = await StepsAsync(Interval($"\"date\":\"2026-03-10\",\"part_of_day\":\"{part}\""));

        var steps = Assert.Single(result.Of(Metric.Steps));
        Assert.Equal((Utc(start), TimeSpan.FromHours(hours)), (steps.Start, steps.End - steps.Start));
        Assert.Equal(1, result.Unread["the hour of what only names a part of its day"]);
    }

    [Theory]
    [InlineData("\"start_date_time\":\"2026-03-10T08:00:00Z\"", "an interval with one end and no duration")]
    [InlineData("\"duration\":{\"value\":1,\"unit\":\"h\"}", "an interval with one end and no duration")]
    [InlineData("\"start_date_time\":\"2026-03-10T08:00:00Z\",\"end_date_time\":\"2013-06-06T07:00:00Z\"", "an end before its start")]
    [InlineData("\"start_date_time\":\"2026-03-10T08:00:00Z\",\"duration\":{\"value\":1,\"unit\":\"s\"}", "a duration that cannot be read")]
    [InlineData("\"date\":\"2026-03-10\",\"part_of_day\":\"MORNING\"", "a part of a day that is none")]
    [InlineData("\"start_date_time\":\"soon\",\"end_date_time\":\"later\"", "a date that cannot be read")]
    public async Task An_interval_that_is_none_is_refused(string interval, string reason) => Assert.Equal([reason], (await StepsAsync(Interval(interval))).Reasons);

    [Fact]
    public async Task A_frame_is_an_instant_or_an_interval_and_not_both()
    {
        const string Both = "\"effective_time_frame\":{\"date_time\":\"2026-03-10T08:00:00Z\",\"time_interval\":{\"date\":\"2026-03-10\",\"part_of_day\":\"night\"}}";
        const string Neither = "\"effective_time_frame\":{\"start_date_time\":\"2026-03-10T08:00:00Z\",\"end_date_time\":\"2026-03-10T09:00:00Z\"}";

        Assert.Equal(["a time frame with both an instant and an interval"], (await StepsAsync(Both)).Reasons);
        Assert.Equal(["a time frame that is none"], (await StepsAsync(Neither)).Reasons);
    }

    [Fact]
    public async Task From_the_second_version_on_counts_want_an_interval() =>
        Assert.Equal(["an instant where the schema wants an interval"], (await StepsAsync(Morning)).Reasons);

    [Fact]
    public async Task A_first_version_without_a_frame_is_placed_where_its_source_made_it()
    {
        var placed = await OfAsync(Reader, ("a.json", Point("heart-rate", "\"heart_rate\":{\"value\":64,\"unit\":\"beats/min\"}")));
        var refused = await OfAsync(Reader, ("a.json", Point("heart-rate", "\"heart_rate\":{\"value\":64,\"unit\":\"beats/min\"}", "2.0")));

        Assert.Equal(Utc("2026-03-10 11:00"), Assert.Single(placed.Readings).Start);
        Assert.Equal(["a body without a time frame"], refused.Reasons);
    }

    private static Task<Result> StepsAsync(string frame) => OfAsync(Reader, ("a.json", Point("step-count", $"\"step_count\":600,{frame}", "2.0")));
}
