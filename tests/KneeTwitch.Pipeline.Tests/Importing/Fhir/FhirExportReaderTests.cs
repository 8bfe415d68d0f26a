using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Fhir;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Fhir.Observations;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fhir;

public class FhirExportReaderTests
{
    private static readonly FhirExportReader Reader = new();

    [Fact]
    public async Task A_bundle_is_read_as_a_whole()
    {
        var result = await FromAsync(Reader, Sample("Fhir", "bundle.json"));

        Assert.Empty(result.Reasons);
        Assert.Equal((1_200, 8_000), (result.Only(Metric.Steps), result.Only(Metric.VendorSteps)));
        Assert.Equal((121, 79), (result.Only(Metric.SystolicMmhg), result.Only(Metric.DiastolicMmhg)));
        Assert.Equal((1984, Sex.Female), (result.Context.Facts.BirthYear, result.Context.Facts.Sex));
        Assert.Equal(Utc("2026-03-20 08:00"), result.Context.Facts.ExportedAt);
        Assert.Equal("Band 3 (FHIR)", result.Of(Metric.Steps)[0].Source.Name);
    }

    [Fact]
    public async Task Only_a_page_of_a_search_is_said_to_be_one()
    {
        var result = await FromAsync(Reader, Sample("Fhir", "bundle.json"));

        Assert.Equal(1, result.Unread["further pages that the file refers to"]);
    }

    [Fact]
    public async Task Other_resources_are_counted()
    {
        var result = await FromAsync(Reader, Sample("Fhir", "bundle.json"));

        Assert.Equal((1, 1), (result.Unread["resource DocumentReference"], result.Unread["resource Patient"]));
    }

    [Fact]
    public async Task A_bulk_export_has_one_resource_a_line_and_a_line_that_is_none_is_a_reject()
    {
        var result = await FromAsync(Reader, Sample("Fhir", "bulk"));

        Assert.Equal(["a line that is not JSON"], result.Reasons);
        Assert.Equal([64, 60, 62, 64], result.Of(Metric.HeartRateBpm).Select(beat => beat.Value));
        Assert.Equal(68.0389, result.Only(Metric.BodyMassKg), 3);
        Assert.Equal(420, result.Only(Metric.VendorSleepMinutes));
    }

    [Theory]
    [InlineData("{\"resourceType\":\"Observation\"}", Certainty.Sure)]
    [InlineData("\uFEFF{\"resourceType\":\"Bundle\",\"entry\":[]}", Certainty.Sure)]
    [InlineData("[{\"resourceType\":\"Observation\"}]", Certainty.Sure)]
    [InlineData("{\"entry\":[{\"resource\":{\"resourceType\":\"Observation\"}}],\"resourceType\":\"Bundle\"}", Certainty.Sure)]
    [InlineData("{\"entry\":[]}", Certainty.No)]
    [InlineData("<Bundle xmlns=\"http://hl7.org/fhir\"/>", Certainty.Sure)]
    public async Task It_is_known_by_its_resource_types(string content, Certainty certainty) =>
        Assert.Equal(certainty, (await RecognizeAsync(Reader, ("a", content))).Certainty);

    [Fact]
    public async Task Xml_is_refused_with_what_to_do()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(Reader, ("a.xml", "<Bundle xmlns=\"http://hl7.org/fhir\"/>")));

        Assert.Contains("Ask for it as JSON", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_type_of_a_bundle_may_come_after_its_entries_and_a_byte_order_mark_before_all()
    {
        var result = await OfAsync(Reader, ("a.json", $$"""{{'\uFEFF'}}{"entry":[{"resource":{{Pulse("1", 70)}} }],"resourceType":"Bundle"}"""));

        Assert.Equal(70, result.Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Bundles_within_bundles_and_on_lines_are_opened()
    {
        var inner = $$"""{"resourceType":"Bundle","entry":[{"resource":{{Pulse("1", 70)}} }]}""";

        Assert.Equal(70, (await OfAsync(Reader, ("a.json", $$"""{"resourceType":"Bundle","entry":[{"resource":{{inner}} }]}"""))).Only(Metric.HeartRateBpm));
        Assert.Equal(2, (await OfAsync(Reader, ("a.ndjson", $"{Pulse("2", 71)}\n{inner}\n"))).Of(Metric.HeartRateBpm).Count);
    }

    [Fact]
    public async Task Several_patients_are_listed_and_nobody_is_guessed()
    {
        var files = ("a.ndjson", $"{Pulse("1", 70, "Patient/ann")}\n{Pulse("2", 80, "Patient/bob")}\n{Pulse("3", 90, null)}");

        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(Reader, files));
        var result = await OfPersonAsync("bob", files);

        Assert.Contains("holds 2 people: ann, bob", failure.Message, StringComparison.Ordinal);
        Assert.Equal(80, result.Only(Metric.HeartRateBpm));
        Assert.Equal(["an observation that belongs to nobody"], result.Reasons);
    }

    [Fact]
    public async Task One_patient_by_relative_absolute_and_versioned_references_is_one_person()
    {
        var result = await OfAsync(Reader, ("a.ndjson", string.Join(
            '\n', Pulse("1", 70, "Patient/7"), Pulse("2", 71, "https://a.example/fhir/Patient/7"), Pulse("3", 72, "https://a.example/fhir/Patient/7/_history/2"))));

        Assert.Equal(3, result.Of(Metric.HeartRateBpm).Count);
        Assert.Equal(["7"], result.Context.Facts.People);
    }

    [Fact]
    public async Task The_same_id_on_two_servers_is_two_people() =>
        await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(Reader, ("a.ndjson", $"{Pulse("1", 70, "https://a.example/fhir/Patient/7")}\n{Pulse("2", 71, "https://b.example/fhir/Patient/7")}")));

    [Fact]
    public async Task Records_that_a_phone_fetched_from_two_clinics_are_its_owners()
    {
        var result = await OfAsync(Reader, ("clinical-records/a.json", Pulse("1", 70, "Patient/7")), ("clinical-records/b.json", Pulse("1", 80, "Patient/ab")));

        Assert.Equal(2, result.Of(Metric.HeartRateBpm).Count);
    }

    [Fact]
    public async Task What_is_about_a_group_or_a_device_is_not_the_person()
    {
        var result = await OfAsync(Reader, ("a.json", Pulse("1", 70, "Group/7")));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["observations of something other than the person"]);
    }

    [Fact]
    public async Task Contained_resources_belong_to_their_parent_and_are_no_resources_of_their_own()
    {
        var parent = Observation("8867-4", Quantity(70, "/min"), extra: $",\"extension\":[{{\"url\":\"u\",\"valueInteger\":99}}],\"contained\":[{Pulse("p", 99)}]");

        Assert.Equal(70, (await OfAsync(Reader, ("a.json", parent))).Only(Metric.HeartRateBpm));
    }

    private static async Task<Result> OfPersonAsync(string person, (string Path, string Content) file)
    {
        using var folder = new ExportFolder();
        var path = folder.File(file.Path, file.Content);
        return await FromAsync(Reader, path, new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = Given.Accepted, Person = person });
    }
}
