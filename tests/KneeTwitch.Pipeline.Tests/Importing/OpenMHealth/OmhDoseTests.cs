using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Importing.OpenMHealth;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.OpenMHealth.DataPoints;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.OpenMHealth;

public class OmhDoseTests
{
    private const string Medication = "\"medication\":{\"trade_name\":\"Examplol\",\"strength\":[{\"value\":50,\"unit\":\"mg\"}]}";
    private const string Tablet = "\"dose\":{\"value\":0.5,\"unit\":\"tablet\"}";
    private static readonly OmhExportReader Reader = new();

    [Fact]
    public async Task A_dose_is_an_entry_of_the_diary()
    {
        var result = await OfAsync(Reader, ("a.json", Point(OmhSchemas.DoseTaken, $"{Medication},{Tablet},{Morning}")));

        var entry = Assert.Single(result.Context.Diary.Entries);
        Assert.Equal(new Dose { Name = "Examplol", Amount = 0.5, Unit = "tablet" }, entry.What);
        Assert.Equal(DiaryTime.Instant(Utc("2026-03-10T08:00:00")), entry.Time);
        Assert.Empty(result.Unread);
    }

    [Fact]
    public async Task A_missed_dose_of_a_part_of_a_day_has_no_hour()
    {
        var when = Interval("\"date\":\"2026-03-10\",\"part_of_day\":\"evening\"");

        var result = await OfAsync(Reader, ("a.json", Point(OmhSchemas.DoseNotTaken, $"{Medication},{when},\"reason_for_missing_dose\":\"forgot\"")));

        var entry = Assert.Single(result.Context.Diary.Entries);
        Assert.Equal(new Dose { Name = "Examplol", IsSkipped = true, Remark = "forgot" }, entry.What);
        Assert.Equal(DiaryTime.On(new DateOnly(2026, 3, 10), PartOfDay.Evening), entry.Time);
    }

    [Fact]
    public async Task A_dose_that_was_converted_again_under_a_new_id_is_the_same_dose()
    {
        var result = await OfAsync(
            Reader,
            ("a.json", Point(OmhSchemas.DoseTaken, $"{Medication},{Tablet},{Morning}", id: "1")),
            ("b.json", Point(OmhSchemas.DoseTaken, $"{Medication},{Tablet},{Morning}", id: "2")));

        Assert.Single(result.Context.Diary.Entries.DistinctBy(entry => entry.Key));
    }

    [Theory]
    [InlineData("\"dose\":{\"value\":1,\"unit\":\"tablet\"},\"medication\":{\"rxnorm_code\":830525}", "a medicine without a name or a strength")]
    [InlineData(Medication + ",\"dose\":{\"value\":-1,\"unit\":\"tablet\"}", "an amount that cannot be")]
    public async Task A_dose_that_cannot_be_is_rejected_at_its_place(string body, string reason)
    {
        var result = await OfAsync(Reader, ("a.json", Point(OmhSchemas.DoseTaken, $"{body},{Morning}")));

        Assert.Equal([reason], result.Reasons);
        Assert.StartsWith("a.json, byte ", result.Context.Rejects.All[0].First, StringComparison.Ordinal);
    }
}
