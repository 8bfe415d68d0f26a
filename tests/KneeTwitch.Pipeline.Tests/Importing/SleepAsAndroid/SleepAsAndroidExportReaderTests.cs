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

    private static string Record(string to = "10. 03. 2026 7:00", string hours = "8.000", string adjust = "0", string comment = "", string id = "1773093600000") =>
        $"{Header}\n\"{id}\",\"Europe/Berlin\",\"09. 03. 2026 23:00\",\"{to}\",\"\",\"{hours}\",\"0.0\",\"{comment}\",\"10007\",\"-1\",\"-1.0\",\"-1\",\"-1.0\",\"{adjust}\",\"\",\"0.0\"\n";

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
    public async Task Tags_are_counted_without_their_counts_and_the_wearers_own_are_not_named()
    {
        var result = await FromAsync(Reader, Sample("SleepAsAndroid", "sleep-export.csv"));

        Assert.Equal(["tag alcohol", "tag med", "tag of the wearer's own"], result.Unread.Keys.Where(what => what.StartsWith("tag ", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public async Task Minutes_that_the_wearer_took_off_were_awake()
    {
        var result = await OfAsync(Reader, ("sleep-export.csv", Record(adjust: "30")));

        Assert.Equal((450, 30), (result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.Awake)));
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
