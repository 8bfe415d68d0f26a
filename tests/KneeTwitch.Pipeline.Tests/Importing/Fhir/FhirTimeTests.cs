using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Fhir;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Fhir.Observations;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fhir;

public class FhirTimeTests
{
    private static readonly FhirExportReader Reader = new();

    [Theory]
    [InlineData("\"effectiveDateTime\":\"2026-03-10T09:00:00+01:00\"", "2026-03-10 08:00")]
    [InlineData("\"effectiveInstant\":\"2026-03-10T08:00:00.250Z\"", "2026-03-10 08:00:00.250")]
    [InlineData("\"effectiveDateTime\":\"2026-03-10\"", "2026-03-09 23:00")]
    public async Task An_instant_is_itself_and_a_date_is_the_wearers_day(string time, string start) =>
        Assert.Equal(Utc(start), Assert.Single((await OfAsync(Reader, ("a.json", Observation("29463-7", Quantity(70, "kg"), time)))).Readings).Start);

    [Theory]
    [InlineData("2026")]
    [InlineData("2026-03")]
    public async Task A_month_or_a_year_is_too_vague(string date)
    {
        var result = await OfAsync(Reader, ("a.json", Observation("29463-7", Quantity(70, "kg"), $"\"effectiveDateTime\":\"{date}\"")));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["observations dated to a month or a year"]);
    }

    [Fact]
    public async Task When_it_was_issued_is_not_when_it_was_measured() =>
        Assert.Equal(["an observation without a time"], (await OfAsync(Reader, ("a.json", Observation("8867-4", Quantity(70, "/min"), "\"issued\":\"2026-03-10T08:00:00Z\"")))).Reasons);

    [Fact]
    public async Task The_last_day_of_a_period_of_dates_is_part_of_it()
    {
        var night = await OfAsync(Reader, ("a.json", Observation("55423-8", Quantity(900, "1"), "\"effectivePeriod\":{\"start\":\"2026-03-10T20:00:00+01:00\",\"end\":\"2026-03-10\"}")));

        Assert.Equal(Utc("2026-03-10 23:00"), Assert.Single(night.Of(Metric.Steps)).End);
    }

    [Theory]
    [InlineData("2026-03-10T00:00:00+01:00", "2026-03-11T00:00:00+01:00")]
    [InlineData("2026-03-10T00:00:00+09:00", "2026-03-10T23:59:59+09:00")]
    [InlineData("2026-03-09T23:00:00Z", "2026-03-10T23:00:00Z")]
    public async Task A_period_from_midnight_to_midnight_is_a_day(string start, string end)
    {
        var result = await OfAsync(Reader, ("a.json", Observation("55423-8", Quantity(9_000, "1"), $"\"effectivePeriod\":{{\"start\":\"{start}\",\"end\":\"{end}\"}}")));

        Assert.Equal((9_000, Utc("2026-03-10 00:00")), (result.Only(Metric.VendorSteps), result.Readings[0].Start));
    }

    [Theory]
    [InlineData("\"effectivePeriod\":{\"start\":\"2026-03-10T08:00:00Z\"}", "a period without a start or an end")]
    [InlineData("\"effectivePeriod\":{\"start\":\"2026-03-10T08:00:00Z\",\"end\":\"2026-03-10T07:00:00Z\"}", "an end before its start")]
    [InlineData("\"effectiveDateTime\":\"yesterday\"", "a date that cannot be read")]
    [InlineData("\"effectiveTiming\":{}", "an observation with a schedule instead of a time")]
    public async Task A_time_that_is_none_is_a_reject(string time, string reason) =>
        Assert.Equal([reason], (await OfAsync(Reader, ("a.json", Observation("55423-8", Quantity(10, "1"), time)))).Reasons);

    [Fact]
    public async Task The_mean_pulse_of_a_day_is_no_beat_but_a_resting_pulse_is_one_a_day()
    {
        Assert.Empty((await OfAsync(Reader, ("a.json", Observation("8867-4", Quantity(70, "/min"), Day)))).Readings);
        Assert.Equal(52, (await OfAsync(Reader, ("a.json", Observation("40443-4", Quantity(52, "/min"), Day)))).Only(Metric.RestingHeartRateBpm));
    }

    [Fact]
    public async Task Samples_are_at_equal_distances_and_letters_are_none()
    {
        var result = await OfAsync(Reader, ("a.json", Observation("8867-4", """
            "valueSampledData":{"origin":{"value":60,"code":"/min"},"period":60000,"factor":0.5,"dimensions":1,"data":"0 10 E U L 20"}
            """, "\"effectivePeriod\":{\"start\":\"2026-03-10T08:00:00Z\",\"end\":\"2026-03-10T08:06:00Z\"}")));

        Assert.Equal([60, 65, 70], result.Readings.Select(beat => beat.Value));
        Assert.Equal(Utc("2026-03-10 08:05"), result.Readings[2].Start);
        Assert.Equal(3, result.Unread["samples that could not be measured"]);
    }

    [Fact]
    public async Task Sampled_steps_fill_their_distance()
    {
        var result = await OfAsync(Reader, ("a.json", Observation("55423-8", "\"valueSampledData\":{\"origin\":{\"value\":0},\"period\":60000,\"dimensions\":1,\"data\":\"100 90\"}")));

        Assert.Equal(190, result.Sum(Metric.Steps));
        Assert.Equal(TimeSpan.FromMinutes(1), result.Readings[0].End - result.Readings[0].Start);
    }

    [Theory]
    [InlineData("\"period\":2,\"dimensions\":1", 1, 0)]
    [InlineData("\"period\":0,\"dimensions\":1", 0, 1)]
    [InlineData("\"period\":60000,\"dimensions\":2", 0, 1)]
    public async Task Samples_that_cannot_be_placed_are_left(string how, int unread, int rejects)
    {
        var result = await OfAsync(Reader, ("a.json", Observation("8867-4", $"\"valueSampledData\":{{\"origin\":{{\"value\":60,\"code\":\"/min\"}},{how},\"data\":\"1 2\"}}")));

        Assert.Empty(result.Readings);
        Assert.Equal((unread, rejects), (result.Unread.Count, result.Reasons.Count));
    }
}
