using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Bearable;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Bearable;

public class BearableExportReaderTests
{
    private const string Header = "\"date\",\"date formatted\",\"weekday\",\"time of day\",\"category\",\"rating/amount\",\"detail\",\"notes\"\n";
    private static readonly BearableExportReader Reader = new();

    [Fact]
    public async Task Two_symptoms_in_one_cell_are_two_with_their_own_severities()
    {
        var log = Log(await SampleAsync());

        var headache = log.All<Symptom>().First().What;
        var twitch = Assert.Single(log.All<Twitch>());
        Assert.Equal(("Headache", Metric.HeadacheSeverity, 2), (headache.Name, headache.Metric, headache.Severity));
        Assert.Equal((Side.Left, "calf", 5, PartOfDay.Morning), (twitch.What.Side, twitch.What.Place, twitch.What.Intensity, twitch.Entry.Time?.Part));
    }

    [Fact]
    public async Task A_part_of_the_day_is_no_hour() =>
        Assert.All((await SampleAsync()).Context.Diary.Entries, entry => Assert.Null(entry.Time?.At));

    [Fact]
    public async Task A_medicine_has_its_own_dose_and_the_note_of_several_lines_stays()
    {
        var doses = Log(await SampleAsync()).All<Dose>().Select(dose => dose.What).OrderBy(dose => dose.Name, StringComparer.Ordinal).ToList();

        Assert.Equal([("Ibuprofen", 1, null), ("Magnesium (citrate)", 400, "mg")], doses.Select(dose => (dose.Name, dose.Amount, dose.Unit)));
        Assert.Equal("with\ndinner, \"late\"", doses[0].Remark);
    }

    [Fact]
    public async Task A_night_is_logged_on_the_day_of_waking_and_begins_the_evening_before()
    {
        var night = Assert.Single((await SampleAsync()).Of(Metric.SleepStage));

        Assert.Equal((Utc("2026-02-28 22:30"), Utc("2026-03-01 06:10")), (night.Start, night.End));
    }

    [Fact]
    public async Task A_drink_counts_where_its_volume_stands_there_and_copies_of_a_device_are_left()
    {
        var result = await SampleAsync();

        Assert.Equal((500, Utc("2026-03-01 13:30")), (result.Only(Metric.WaterMl), result.Of(Metric.WaterMl)[0].Start));
        Assert.Equal(1, result.Unread["health measurements: copies of what a device measured"]);
        Assert.Empty(result.Of(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Amounts_that_do_not_pair_up_with_names_are_kept_as_one_and_said()
    {
        var result = await SampleAsync();

        Assert.Equal("Headache", Log(result).All<Symptom>().Last().What.Name);
        Assert.Contains("rows whose amounts and names do not pair up: kept as one entry", result.Context.Facts.Notes.Keys);
    }

    [Fact]
    public async Task A_word_of_a_scale_of_one_s_own_is_kept_as_it_is()
    {
        var symptom = Assert.Single(Log(await ReadAsync("\"x\",\"2026-03-01\",\"\",\"am\",\"Symptom\",\"\",\"Brain fog (thick (really)) (Awful)\",\"\"\n")).All<Symptom>()).What;

        Assert.Equal(("Brain fog (thick (really))", null, "Awful"), (symptom.Name, symptom.Severity, symptom.Remark));
    }

    [Fact]
    public async Task A_month_that_is_imported_again_with_an_edit_replaces_its_days()
    {
        const string Row = "\"x\",\"2026-03-01\",\"\",\"am\",\"Symptom\",\"\",\"Muscle twitch ({0})\",\"\"\n";
        var (first, second) = (await ReadAsync(Row.Replace("{0}", "Mild", StringComparison.Ordinal)), await ReadAsync(Row.Replace("{0}", "Severe", StringComparison.Ordinal), later: true));

        var log = DiaryLog.Of(first.Context.Diary.Entries.Concat(second.Context.Diary.Entries), ZoneHistory.Of("Europe/Berlin"));

        Assert.Equal(8, Assert.Single(log.All<Twitch>()).What.Intensity);
    }

    [Fact]
    public async Task Months_that_overlap_at_their_edges_say_one_thing_once()
    {
        var content = await File.ReadAllTextAsync(Sample("Bearable", "bearable.csv"), TestContext.Current.CancellationToken);

        var twice = await OfAsync(Reader, ("2026-02.csv", content), ("2026-03.csv", content));

        Assert.Equal(Log(await SampleAsync()).Items.Count, Log(twice).Items.Count);
    }

    [Fact]
    public async Task Older_files_have_seven_columns_and_dates_in_english()
    {
        var result = await OfAsync(Reader, ("b.csv", "\"date\",\"weekday\",\"time of day\",\"category\",\"rating/amount\",\"detail\",\"notes\"\n\"22nd Jan 2024\",\"Monday\",\"pm\",\"Energy\",\"3\",\"\",\"\"\n"));

        var tag = Assert.Single(Log(result).All<Tag>());
        Assert.Equal((new DateOnly(2024, 1, 22), "Energy", 3), (tag.Day, tag.What.Name, tag.What.Amount));
    }

    [Fact]
    public async Task A_date_that_a_spreadsheet_made_ambiguous_is_rejected() =>
        Assert.Equal(["a date that cannot be read"], (await ReadAsync("\"x\",\"01/02/2024\",\"\",\"am\",\"Energy\",\"3\",\"\",\"\"\n")).Reasons);

    [Fact]
    public async Task A_symptom_that_is_not_listed_is_not_absent() =>
        Assert.Empty(Log(await ReadAsync("\"x\",\"2026-03-01\",\"\",\"am\",\"Energy\",\"3\",\"\",\"\"\n")).All<Symptom>());

    private static Task<Result> SampleAsync() => FromAsync(Reader, Sample("Bearable", "bearable.csv"));

    private static async Task<Result> ReadAsync(string rows, bool later = false)
    {
        using var folder = new ExportFolder();
        folder.File("b.csv", Header + rows);
        return await FromAsync(Reader, folder.Path, new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = Utc(later ? "2026-04-03 00:00" : "2026-04-02 00:00") });
    }

    private static DiaryLog Log(Result result) => DiaryLog.Of(result.Context.Diary.Entries, ZoneHistory.Of("Europe/Berlin"));
}
