using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.OpenMHealth;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.OpenMHealth.DataPoints;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.OpenMHealth;

public class OmhExportReaderTests
{
    private const string Pulse = "\"heart_rate\":{\"value\":64,\"unit\":\"beats/min\"}";
    private static readonly OmhExportReader Reader = new();

    [Fact]
    public async Task Points_on_lines_are_read_and_a_line_that_is_none_is_a_reject()
    {
        var result = await FromAsync(Reader, Sample("OpenMHealth", "points.ndjson"));

        Assert.Equal(["a line that is not JSON"], result.Reasons);
        Assert.Equal((600, 250, 420), (result.Only(Metric.Steps), result.Only(Metric.WaterMl), result.Only(Metric.VendorSleepMinutes)));
        Assert.Equal((30, 2_414.016, 120), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal)));
        Assert.Equal(["u1"], result.Context.Facts.People);
    }

    [Fact]
    public async Task The_source_and_whether_it_was_sensed_are_kept()
    {
        var result = await FromAsync(Reader, Sample("OpenMHealth", "points.ndjson"));

        Assert.Equal(Source.Named("Band (Open mHealth)"), result.Of(Metric.Steps)[0].Source);
        Assert.Equal(SourceKind.Manual, result.Of(Metric.WaterMl)[0].Source.Kind);
    }

    [Theory]
    [InlineData("""{"header":{"id":"1","schema_id":{"namespace":"omh","name":"step-count","version":"1.0"}},"body":{}}""", Certainty.Sure)]
    [InlineData("""[{"header":{"uuid":"1","schema_id":{"namespace":"ieee","name":"physical-activity","version":"1.0"}},"body":{}}]""", Certainty.Sure)]
    [InlineData("""{"shim":"fitbit","timeStamp":1,"body":[{"header":{"schema_id":{"namespace":"omh","name":"step-count","version":"2.0"}},"body":{}}]}""", Certainty.Sure)]
    [InlineData("""{"header":{"schema_id":{"namespace":"acme","name":"x","version":"1.0"}},"body":{}}""", Certainty.No)]
    [InlineData("""{"step_count":6000}""", Certainty.No)]
    public async Task It_is_known_by_the_namespace_of_its_headers(string json, Certainty certainty) =>
        Assert.Equal(certainty, (await RecognizeAsync(Reader, ("a.json", json))).Certainty);

    [Fact]
    public async Task A_body_alone_is_refused_unless_somebody_says_what_it_is()
    {
        const string Body = "{" + Pulse + ",\"effective_time_frame\":{\"date_time\":\"2026-03-10T08:00:00Z\"}}";

        Assert.Equal(Certainty.No, (await RecognizeAsync(Reader, ("a.json", Body))).Certainty);
        Assert.Equal(Certainty.Likely, (await RecognizeAsync(Reader, ("omh/heart-rate/1.0/a.json", Body))).Certainty);
        Assert.Equal(64, (await OfAsync(Reader, ("omh/heart-rate/1.0/a.json", Body))).Only(Metric.HeartRateBpm));
        Assert.Equal(64, (await OfAsync(Reader, ("a.json", Body))).Only(Metric.HeartRateBpm));
        Assert.Equal(["a body without a header, which does not say what it is"], (await OfAsync(Reader, ("a.json", "{\"mood\":1}"))).Reasons);
    }

    [Fact]
    public async Task What_a_server_wrapped_is_unwrapped_and_a_byte_order_mark_is_passed_over()
    {
        var result = await OfAsync(Reader, ("a.json", $$"""{{'\uFEFF'}}{"shim":"x","timeStamp":1773129600,"body":[{{Point("heart-rate", Pulse)}}]}"""));

        Assert.Equal(64, result.Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_header_of_IEEE_1752_has_another_name_for_its_id_and_no_user()
    {
        var result = await OfAsync(Reader, ("a.json", $$"""
            {"header":{"uuid":"1","source_creation_date_time":"2026-03-10T08:00:00Z","modality":"sensed","schema_id":{"namespace":"ieee","name":"heart-rate","version":"1.0"} },
             "body":{ {{Pulse}},"effective_time_frame":{"date_time":"2026-03-10T08:00:00Z"} } }
            """));

        Assert.Equal(64, result.Only(Metric.HeartRateBpm));
    }

    [Theory]
    [InlineData("\"schema_id\":{\"namespace\":\"omh\",\"name\":\"heart-rate\",\"version\":\"1.0\"}", "a header without an id")]
    [InlineData("\"id\":\"1\",\"schema_id\":{\"namespace\":\"omh\",\"name\":\"heart-rate\",\"version\":\"x\"}", "a header without a schema")]
    [InlineData("\"id\":\"1\",\"user_id\":1,\"schema_id\":{\"namespace\":\"omh\",\"name\":\"heart-rate\",\"version\":\"1.0\"}", "a header whose user is no text")]
    [InlineData("\"id\":\"1\",\"creation_date_time\":\"201-02-05T07:25:00Z\",\"schema_id\":{\"namespace\":\"omh\",\"name\":\"heart-rate\",\"version\":\"1.0\"}", "a header whose date cannot be read")]
    [InlineData("\"id\":\"1\",\"acquisition_provenance\":{\"modality\":\"recorded\"},\"schema_id\":{\"namespace\":\"omh\",\"name\":\"heart-rate\",\"version\":\"1.0\"}", "a header with a modality that there is not")]
    public async Task A_header_that_is_none_is_refused(string header, string reason) =>
        Assert.Equal([reason], (await OfAsync(Reader, ("a.json", $$"""{"header":{ {{header}} },"body":{ {{Pulse}},{{Morning}} } }"""))).Reasons);

    [Fact]
    public async Task A_point_that_was_sent_again_is_replaced()
    {
        var result = await OfAsync(Reader, ("a.ndjson", string.Join(
            '\n',
            Point("step-count", $"\"step_count\":500,{Hour}", "2.0", id: "same"),
            Point("step-count", $"\"step_count\":600,{Hour}", "2.0", id: "same"))));

        Assert.Equal(600, result.Only(Metric.Steps));
        Assert.Equal(1, result.Unread["points that were sent again"]);
    }

    [Fact]
    public async Task A_reading_that_was_converted_twice_has_two_ids_and_is_one_in_the_union()
    {
        var body = $"\"step_count\":500,{Hour}";

        var result = await OfAsync(Reader, ("a.ndjson", $"{Point("step-count", body, "2.0", id: "1")}\n{Point("step-count", body, "2.0", id: "2")}"));

        Assert.Single(result.Readings.Distinct());
    }

    [Fact]
    public async Task Several_users_are_listed_and_nobody_is_guessed()
    {
        using var folder = new ExportFolder();
        var path = folder.File("a.ndjson", $"{Point("heart-rate", $"{Pulse},{Morning}", id: "1", user: "ann")}\n{Point("heart-rate", $"{Pulse},{Morning}", id: "2", user: "bob")}\n{Point("heart-rate", $"{Pulse},{Morning}", id: "3")}");

        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => FromAsync(Reader, path));
        var result = await FromAsync(Reader, path, new ReadingContext { Zones = ZoneHistory.Of("UTC"), AsOf = Given.Accepted, Person = "ann" });

        Assert.Contains("holds 2 people: ann, bob", failure.Message, StringComparison.Ordinal);
        Assert.Single(result.Readings);
        Assert.Equal(["a point that belongs to nobody"], result.Reasons);
    }

    [Theory]
    [InlineData("mood-survey", "1.0", "schema omh/mood-survey")]
    [InlineData("step-count", "4.0", "schema omh/step-count 4")]
    [InlineData("ambient-temperature", "1.0", "schema omh/ambient-temperature")]
    public async Task An_unknown_schema_and_a_newer_version_are_named(string schema, string version, string unread) =>
        Assert.Equal(1, (await OfAsync(Reader, ("a.json", Point(schema, "\"x\":1", version)))).Unread[unread]);

    [Theory]
    [InlineData("\"lying\"")]
    [InlineData("[1,2]")]
    [InlineData("7")]
    public async Task A_body_may_be_no_object(string body)
    {
        Assert.Empty((await OfAsync(Reader, ("a.json", Raw("body-posture", body)))).Reasons);
        Assert.Equal(["a body that is no object"], (await OfAsync(Reader, ("a.json", Raw("heart-rate", body)))).Reasons);
    }

    [Fact]
    public async Task An_empty_body_says_nothing() => Assert.Equal(["an empty body"], (await OfAsync(Reader, ("a.json", Point("heart-rate", "")))).Reasons);
}
