using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Importing.Fhir;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fhir;

public class FhirMedicineTests
{
    private const string Since = "\"effectivePeriod\":{\"start\":\"2026-03-01\"}";
    private const string At = "\"effectiveDateTime\":\"2026-03-10T07:00:00Z\"";
    private static readonly FhirExportReader Reader = new();

    [Fact]
    public async Task An_administration_is_a_dose()
    {
        var result = await OfAsync(Reader, ("a.json", Resource("MedicationAdministration", "completed", $"{At},\"dosage\":{{\"dose\":{{\"value\":5,\"unit\":\"mg\"}}}}")));

        var entry = Assert.Single(result.Context.Diary.Entries);
        Assert.Equal(new Dose { Name = "Examplol", Amount = 5, Unit = "mg" }, entry.What);
        Assert.Equal(DiaryTime.Instant(Utc("2026-03-10T07:00:00")), entry.Time);
    }

    [Theory]
    [InlineData("not-done", "", true)]
    [InlineData("completed", ",\"wasNotGiven\":true", true)]
    [InlineData("stopped", "", false)]
    public async Task A_dose_that_was_not_given_is_a_skipped_one(string status, string extra, bool isSkipped) =>
        Assert.Equal(isSkipped, Assert.Single((await OfAsync(Reader, ("a.json", Resource("MedicationAdministration", status, At + extra)))).Diary<Dose>()).IsSkipped);

    [Fact]
    public async Task A_statement_of_a_period_is_a_course()
    {
        var result = await OfAsync(Reader, ("a.json", Resource(
            "MedicationStatement",
            "active",
            Since + ",\"dosage\":[{\"timing\":{\"repeat\":{\"frequency\":2,\"period\":1,\"periodUnit\":\"d\"}},\"doseAndRate\":[{\"doseQuantity\":{\"value\":25,\"unit\":\"mg\"}}]}]")));

        var entry = Assert.Single(result.Context.Diary.Entries);
        Assert.Equal(new Medicine { Name = "Examplol", DailyAmount = 50, Unit = "mg" }, entry.What);
        Assert.Equal(DiaryTime.On(new DateOnly(2026, 3, 1)), entry.Time);
    }

    [Fact]
    public async Task The_last_day_of_a_period_is_part_of_it()
    {
        var result = await OfAsync(Reader, ("a.json", Resource("MedicationStatement", "completed", "\"effectivePeriod\":{\"start\":\"2026-03-01\",\"end\":\"2026-03-08\"}")));

        Assert.Equal(new DateOnly(2026, 3, 9), Assert.Single(result.Diary<Medicine>()).StoppedOn);
    }

    [Fact]
    public async Task A_completed_statement_of_one_time_is_a_dose() =>
        Assert.Single((await OfAsync(Reader, ("a.json", Resource("MedicationStatement", "completed", At)))).Diary<Dose>());

    [Theory]
    [InlineData("not-taken", "")]
    [InlineData("intended", "")]
    [InlineData("unknown", "")]
    [InlineData("active", ",\"wasNotTaken\":true")]
    [InlineData("active", ",\"taken\":\"n\"")]
    public async Task What_is_not_taken_is_no_course(string status, string extra)
    {
        var result = await OfAsync(Reader, ("a.json", Resource("MedicationStatement", status, Since + extra)));

        Assert.Empty(result.Context.Diary.Entries);
        Assert.Equal(1, result.Unread["medicines that are not taken, or nobody knows"]);
    }

    [Theory]
    [InlineData("MedicationRequest", "authoredOn")]
    [InlineData("MedicationOrder", "dateWritten")]
    public async Task A_request_is_a_course_while_it_is_active(string type, string field)
    {
        var active = await OfAsync(Reader, ("a.json", Resource(type, "active", $"\"{field}\":\"2026-03-02\"")));
        var stopped = await OfAsync(Reader, ("a.json", Resource(type, "stopped", $"\"{field}\":\"2026-03-02\"")));

        Assert.Single(active.Diary<Medicine>());
        Assert.True(Assert.Single(stopped.Context.Diary.Entries).IsDeleted);
        Assert.Equal(active.Context.Diary.Entries[0].Key, stopped.Context.Diary.Entries[0].Key);
    }

    [Theory]
    [InlineData("\"intent\":\"proposal\"")]
    [InlineData("\"doNotPerform\":true")]
    public async Task What_is_only_proposed_or_warned_of_is_no_course(string extra) =>
        Assert.Empty((await OfAsync(Reader, ("a.json", Resource("MedicationRequest", "active", $"\"authoredOn\":\"2026-03-02\",{extra}")))).Context.Diary.Entries);

    [Fact]
    public async Task What_was_entered_in_error_deletes_what_an_earlier_export_brought()
    {
        var first = await OfAsync(Reader, ("monday.json", Resource("MedicationAdministration", "completed", $"{At},\"meta\":{{\"lastUpdated\":\"2026-03-10T08:00:00Z\"}}")));
        var second = await OfAsync(Reader, ("friday.json", Resource("MedicationAdministration", "entered-in-error", $"{At},\"meta\":{{\"lastUpdated\":\"2026-03-12T08:00:00Z\"}}")));

        var (dose, deletion) = (Assert.Single(first.Context.Diary.Entries), Assert.Single(second.Context.Diary.Entries));
        Assert.True(dose.Union(deletion).IsDeleted);
    }

    [Theory]
    [InlineData("\"identifier\":[{\"system\":\"urn:pharmacy\",\"value\":\"7\"}]", "\"id\":\"1\"")]
    [InlineData("\"id\":\"1\"", "\"id\":\"1\"")]
    public async Task A_version_is_known_by_the_name_its_sender_gave_it_whatever_its_file_is_called(string id, string before)
    {
        var name = id == before ? id : $"{id},\"id\":\"900\"";
        var older = await OfAsync(Reader, ("a.json", Resource("MedicationStatement", "active", $"{Since},{(id == before ? "" : id + ",")}\"dateAsserted\":\"2026-03-01\"", before)));
        var newer = await OfAsync(Reader, ("b.json", Resource("MedicationStatement", "active", $"{Since},\"dateAsserted\":\"2026-03-20\",\"note\":[{{\"text\":\"with food\"}}]", name)));

        var union = Assert.Single(older.Context.Diary.Entries).Union(Assert.Single(newer.Context.Diary.Entries));

        Assert.Equal("with food", union.What?.Remark);
    }

    [Fact]
    public async Task A_history_that_deletes_a_medicine_deletes_it_here()
    {
        const string Url = "https://a.example/fhir/MedicationStatement/1";
        var first = await OfAsync(Reader, ("a.json", $$"""{"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":"{{Url}}","resource":{{Resource("MedicationStatement", "active", Since)}} }]}"""));
        var second = await OfAsync(Reader, ("b.json", $$"""{"resourceType":"Bundle","type":"history","entry":[{"fullUrl":"{{Url}}","request":{"method":"DELETE","url":"MedicationStatement/1"} }]}"""));

        Assert.True(second.Context.Diary.Entries[0].IsDeleted);
        Assert.Equal(first.Context.Diary.Entries[0].Key, second.Context.Diary.Entries[0].Key);
    }

    [Theory]
    [InlineData("\"medicationReference\":{\"reference\":\"Medication/5\"}")]
    [InlineData("\"medicationReference\":{\"reference\":\"#m\"},\"contained\":[{\"resourceType\":\"Medication\",\"id\":\"m\",\"code\":{\"text\":\"Otherol\"}}]")]
    [InlineData("\"medicationReference\":{\"display\":\"Otherol\"}")]
    [InlineData("\"medication\":{\"concept\":{\"coding\":[{\"display\":\"Otherol\"}]}}")]
    [InlineData("\"medicationCodeableConcept\":{\"coding\":[{\"system\":\"urn:x\",\"display\":\"Otherol\"}]}")]
    public async Task A_medicine_is_named_here_or_where_it_refers_to(string medicine)
    {
        const string Substance = "{\"resourceType\":\"Medication\",\"id\":\"5\",\"code\":{\"text\":\"Otherol\"}}";

        var result = await OfAsync(Reader, ("a.ndjson", $"{{\"resourceType\":\"MedicationStatement\",\"status\":\"active\",{Since},{medicine}}}\n{Substance}"));

        Assert.Equal("Otherol", Assert.Single(result.Diary<Medicine>()).Name);
    }

    [Fact]
    public async Task A_code_of_the_chemical_classification_is_kept()
    {
        const string Medicine = "\"medicationCodeableConcept\":{\"text\":\"Examplol\",\"coding\":[{\"system\":\"http://www.whocc.no/atc\",\"code\":\"C03CA01\"}]}";

        var result = await OfAsync(Reader, ("a.json", $"{{\"resourceType\":\"MedicationStatement\",\"status\":\"active\",{Since},{Medicine}}}"));

        Assert.Equal("C03CA01", Assert.Single(result.Diary<Medicine>()).Atc);
    }

    [Theory]
    [InlineData("{\"timing\":{\"code\":{\"coding\":[{\"code\":\"BID\"}]}},\"doseQuantity\":{\"value\":4,\"unit\":\"mg\"}}", 8.0)]
    [InlineData("{\"timing\":{\"repeat\":{\"frequency\":1,\"period\":8,\"periodUnit\":\"h\"}},\"doseQuantity\":{\"value\":4,\"unit\":\"mg\"}}", 12.0)]
    [InlineData("{\"asNeededBoolean\":true,\"timing\":{\"repeat\":{\"frequency\":1,\"period\":1,\"periodUnit\":\"d\"}},\"doseQuantity\":{\"value\":4,\"unit\":\"mg\"}}", null)]
    [InlineData("{\"doseQuantity\":{\"value\":4,\"unit\":\"mg\"}}", null)]
    public async Task The_amount_of_a_day_is_only_said_where_the_schedule_says_it(string instruction, double? expected)
    {
        var result = await OfAsync(Reader, ("a.json", Resource("MedicationRequest", "active", $"\"authoredOn\":\"2026-03-02\",\"dosageInstruction\":[{instruction}]")));

        Assert.Equal(expected, Assert.Single(result.Diary<Medicine>()).DailyAmount);
    }

    [Fact]
    public async Task A_medicine_begun_in_some_month_is_kept_and_says_so()
    {
        var result = await OfAsync(Reader, ("a.json", Resource("MedicationStatement", "active", "\"effectivePeriod\":{\"start\":\"2019-05\"}")));

        Assert.Equal(DiaryTime.On(new DateOnly(2019, 5, 1)), Assert.Single(result.Context.Diary.Entries).Time);
        Assert.Single(result.Context.Facts.Notes);
    }

    [Fact]
    public async Task A_medicine_without_a_name_or_a_time_is_rejected()
    {
        var result = await OfAsync(Reader, ("a.ndjson", $"{{\"resourceType\":\"MedicationStatement\",\"status\":\"active\",{Since}}}\n{Resource("MedicationStatement", "active", "\"note\":[]")}"));

        Assert.Equal(["a medicine without a name", "a medicine without a time"], result.Reasons);
        Assert.StartsWith("a.ndjson, byte ", result.Context.Rejects.All[0].First, StringComparison.Ordinal);
    }

    private static string Resource(string type, string status, string fields, string id = "\"id\":\"1\"") =>
        $$"""{"resourceType":"{{type}}",{{id}},"status":"{{status}}","medicationCodeableConcept":{"text":"Examplol"},{{fields}}}""";
}
