using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Fhir;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Fhir.Observations;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fhir;

public class FhirVersionTests
{
    private const string Replaced = "versions of resources that were replaced";
    private static readonly FhirExportReader Reader = new();

    [Theory]
    [InlineData("final", 1)]
    [InlineData("amended", 1)]
    [InlineData("corrected", 1)]
    [InlineData("preliminary", 1)]
    [InlineData("registered", 0)]
    [InlineData("unknown", 0)]
    [InlineData("cancelled", 0)]
    [InlineData("entered-in-error", 0)]
    public async Task The_status_decides_whether_it_counts(string status, int count)
    {
        var result = await OfAsync(Reader, ("a.json", Pulse("1", 70, status: status)));

        Assert.Equal(count, result.Readings.Count);
        Assert.Equal(status is "preliminary" || count == 0, result.Unread.Count > 0);
    }

    [Theory]
    [InlineData("entered-in-error")]
    [InlineData("cancelled")]
    public async Task What_was_entered_in_error_takes_its_earlier_version_with_it(string status)
    {
        var result = await OfAsync(Reader, ("a.ndjson", $"{Pulse("1", 70)}\n{Pulse("2", 75)}\n{Pulse("1", 70, status: status)}"));

        Assert.Equal(75, result.Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task The_version_that_was_updated_last_counts_wherever_it_stands()
    {
        var result = await OfAsync(Reader, ("a.ndjson", string.Join(
            '\n',
            Pulse("1", 72, extra: ",\"meta\":{\"versionId\":\"10\",\"lastUpdated\":\"2026-03-12T00:00:00Z\"}"),
            Pulse("1", 71, extra: ",\"meta\":{\"versionId\":\"9\",\"lastUpdated\":\"2026-03-11T00:00:00Z\"}"))));

        Assert.Equal(72, result.Only(Metric.HeartRateBpm));
        Assert.Equal(1, result.Unread[Replaced]);
    }

    [Fact]
    public async Task Versions_are_numbers_and_ten_is_more_than_nine()
    {
        var result = await OfAsync(Reader, ("a.ndjson", $"{Pulse("1", 72, extra: ",\"meta\":{\"versionId\":\"10\"}")}\n{Pulse("1", 71, extra: ",\"meta\":{\"versionId\":\"9\"}")}"));

        Assert.Equal(72, result.Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task An_identifier_is_the_same_thing_on_every_server()
    {
        const string Identifier = ",\"identifier\":[{\"system\":\"urn:device\",\"value\":\"x-1\"}]";

        var result = await OfAsync(Reader, ("a.json", Pulse("1", 70, extra: Identifier)), ("b.json", Pulse("900", 71, extra: Identifier)));

        Assert.Equal(71, result.Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_reports_number_on_all_its_observations_does_not_make_them_one()
    {
        const string Identifier = ",\"identifier\":[{\"system\":\"urn:report\",\"value\":\"77\"}]";

        var result = await OfAsync(Reader, ("a.ndjson", $"{Pulse("1", 70, extra: Identifier)}\n{Observation("9279-1", Quantity(14, "/min"), extra: Identifier)}"));

        Assert.Equal((70, 14), (result.Only(Metric.HeartRateBpm), result.Only(Metric.RespiratoryRatePerMinute)));
    }

    [Fact]
    public async Task The_same_id_from_two_servers_is_not_the_same_thing()
    {
        var result = await OfAsync(Reader, ("a.json", Pulse("1", 70)), ("b.json", Pulse("1", 80)));

        Assert.Equal(2, result.Of(Metric.HeartRateBpm).Count);
    }

    [Fact]
    public async Task Without_any_id_an_observation_is_what_it_says()
    {
        var one = Observation("8867-4", Quantity(70, "/min"));

        Assert.Equal(70, (await OfAsync(Reader, ("a.ndjson", $"{one}\n{one}"))).Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_history_that_deletes_takes_what_it_deletes()
    {
        const string Url = "https://a.example/fhir/Observation/1";

        var result = await OfAsync(Reader, ("a.json", $$"""
            {"resourceType":"Bundle","type":"history","entry":[{"fullUrl":"{{Url}}","resource":{{Pulse("1", 70)}} },
             {"fullUrl":"{{Url}}","request":{"method":"DELETE","url":"Observation/1"} }]}
            """));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["resources that were deleted"]);
    }
}
