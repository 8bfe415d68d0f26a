using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.SleepAsAndroid;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.SleepAsAndroid;

public class SleepAsAndroidExportReaderTests
{
    private const string Header = "Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo,\"7:00\"";
    private static readonly SleepAsAndroidExportReader Reader = new();

    private static string Record(string to = "10. 03. 2026 7:00", string hours = "8.000", string adjust = "0", string comment = "", string id = "1773093600000", string deep = "-1.0") =>
        $"{Header}\n\"{id}\",\"Europe/Berlin\",\"09. 03. 2026 23:00\",\"{to}\",\"\",\"{hours}\",\"0.0\",\"{comment}\",\"10007\",\"-1\",\"-1.0\",\"-1\",\"{deep}\",\"{adjust}\",\"\",\"0.0\"\n";

    [Fact]
    public async Task Every_record_brings_its_own_header_and_columns_repeat()
    {
        var result = await FromAsync(Reader, Sample("SleepAsAndroid", "sleep-export.csv"));

        Assert.Empty(result.Reasons);
        Assert.Equal((240, 240), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep)));
        Assert.Equal(62, result.Only(Metric.HeartRateBpm));
        Assert.Equal(1, result.Unread["lines of noise levels"]);
        Assert.Equal("Europe/Berlin", result.Context.Facts.Zones[0].ZoneId);
    }

    [Fact]
    public async Task A_test_of_seconds_is_kept_but_is_no_night()
    {
        var result = await FromAsync(Reader, Sample("SleepAsAndroid", "sleep-export.csv"));

        Assert.Equal(2, result.Of(Metric.SleepStage).Count(stage => stage.Value == (double)SleepStage.InBed));
        Assert.Equal(480, result.Only(Metric.VendorSleepMinutes));
        Assert.Equal(1, result.Unread["records of less than 20 minutes: time in bed only"]);
    }

    [Fact]
    public async Task Tags_with_their_counts_and_the_words_beside_them_are_entries_of_the_diary()
    {
        var result = await FromAsync(Reader, Sample("SleepAsAndroid", "sleep-export.csv"));

        Assert.Equal(
            [
                new Tag { Name = "alcohol", IsYes = true, Amount = 3 }, new Tag { Name = "med", IsYes = true }, new Tag { Name = "mine", IsYes = true },
                new Note { Remark = "Fine night" },
            ],
            result.Context.Diary.Entries.Select(entry => entry.What));
        Assert.All(result.Context.Diary.Entries, entry => Assert.Equal(Utc("2026-03-09 22:00"), entry.Time?.At));
    }

    [Fact]
    public async Task A_tag_keeps_its_key_when_its_count_is_edited()
    {
        var before = await OfAsync(Reader, ("a.csv", Record(comment: "#alcohol")));
        var after = await OfAsync(Reader, ("a.csv", Record(comment: "#alcohol_2x #alcohol_2x")));

        Assert.Equal(Assert.Single(before.Context.Diary.Entries).Key, Assert.Single(after.Context.Diary.Entries).Key);
        Assert.Equal(new Tag { Name = "alcohol", IsYes = true, Amount = 2 }, after.Context.Diary.Entries[0].What);
    }

    [Fact]
    public async Task Minutes_that_the_wearer_took_off_were_awake()
    {
        var result = await OfAsync(Reader, ("sleep-export.csv", Record(adjust: "30")));

        Assert.Equal((450, 30), (result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.Awake)));
    }

    [Theory]
    [InlineData("0.4", 192, 288)]
    [InlineData("0.0", 0, 480)]
    [InlineData("-1.0", 0, 480)]
    [InlineData("-2.0", 0, 480)]
    [InlineData("7", 0, 480)]
    public async Task Without_stages_a_share_of_the_hours_was_deep_and_below_zero_it_was_not_measured(string share, double deep, double rest)
    {
        var result = await OfAsync(Reader, ("sleep-export.csv", Record(deep: share)));

        Assert.Equal((deep, rest), (result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Asleep)));
        Assert.Equal(480, result.Only(Metric.VendorSleepMinutes));
    }

    [Fact]
    public async Task A_record_of_more_cells_than_its_header_is_read_and_values_below_zero_are_none()
    {
        var record = Record().TrimEnd() + ",\"HR-1773100000000-62.0\",\"HR-1773100060000--1.0\",\"SPO2-1773100000000-96.0\",\"TALK-1773100000000\"\n";

        var result = await OfAsync(Reader, ("sleep-export.csv", record));

        Assert.Equal((62, 96), (result.Only(Metric.HeartRateBpm), result.Only(Metric.OxygenSaturationPercent)));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_text_that_is_called_zip_is_refused_with_what_to_do_and_read_under_another_name()
    {
        using var folder = new ExportFolder();

        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => FromAsync(Reader, folder.File("sleep-export.zip", Record())));

        Assert.Contains("called a zip but is none", failure.Message, StringComparison.Ordinal);
        Assert.Equal(480, (await FromAsync(Reader, folder.File("sleep-export", Record()))).Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task A_planned_alarm_weeks_ahead_and_a_rating_of_zero_say_nothing()
    {
        var result = await OfAsync(Reader, ("a.csv", Record().Replace("7:00\",\"\",", "7:00\",\"28. 03. 2026 8:51\",", StringComparison.Ordinal)));

        Assert.Equal(Utc("2026-03-10 06:00"), result.Of(Metric.SleepStage)[0].End);
        Assert.DoesNotContain("ratings", result.Unread.Keys);
    }

    [Fact]
    public async Task The_hour_that_repeats_in_autumn_is_told_by_the_hours()
    {
        var late = await OfAsync(Reader, ("a.csv", Record(to: "26. 10. 2025 2:30", hours: "4.500", id: "1761426000000")));
        var early = await OfAsync(Reader, ("a.csv", Record(to: "26. 10. 2025 2:30", hours: "3.500", id: "1761426000000")));

        Assert.Equal(Utc("2025-10-26 01:30"), late.Of(Metric.SleepStage)[0].End);
        Assert.Equal(Utc("2025-10-26 00:30"), early.Of(Metric.SleepStage)[0].End);
    }

    [Fact]
    public async Task Of_cumulative_exports_the_last_ones_word_counts()
    {
        var result = await OfAsync(Reader, ("sleep-export.1.csv", Record(to: "10. 03. 2026 6:00", hours: "7.000")), ("sleep-export.2.csv", Record()));

        Assert.Equal(480, result.Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task A_record_that_is_cut_off_is_a_reject_and_a_comment_may_hold_line_breaks()
    {
        var result = await OfAsync(Reader, ("a.csv", Record(comment: "one\ntwo, \"\"three\"\"") + Header + "\n\"1773180000000\",\"Europe/Ber"));

        Assert.Equal(480, result.Minutes(SleepStage.InBed));
        Assert.Single(result.Reasons);
    }

    [Fact]
    public async Task A_file_that_a_spreadsheet_saved_with_semicolons_is_known_too()
    {
        var text = "\uFEFF" + Record().Replace(',', ';');

        Assert.Equal(Certainty.Sure, (await RecognizeAsync(Reader, ("a.csv", text))).Certainty);
        Assert.Equal(480, (await OfAsync(Reader, ("a.csv", text))).Minutes(SleepStage.InBed));
    }
}
