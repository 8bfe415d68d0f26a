using System.Text;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Generic;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Generic;

public class GenericClockTests
{
    private static readonly GenericExportReader Reader = new();

    [Theory]
    [InlineData("2026-03-01T08:00:00+01:00", "2026-03-01 07:00")]
    [InlineData("2026-03-01T08:00Z", "2026-03-01 08:00")]
    [InlineData("2026-03-01 08:00", "2026-03-01 07:00")]
    [InlineData("01.03.2026 08:00", "2026-03-01 07:00")]
    [InlineData("2026-03-01 24:00", "2026-03-01 23:00")]
    [InlineData("1772352000", "2026-03-01 08:00")]
    [InlineData("1772352000000", "2026-03-01 08:00")]
    [InlineData("'2026-03-01 08:00", "2026-03-01 07:00")]
    public async Task A_time_is_read_as_it_is_written(string time, string utc) =>
        Assert.Equal(Utc(utc), Assert.Single((await OfAsync(Reader, ("m.csv", $"time,metric,value,unit\n{time},hydration.intake,250,ml\n"))).Readings).Start);

    [Fact]
    public async Task The_row_s_zone_goes_before_the_file_s_and_that_before_the_wearer_s()
    {
        var result = await OfAsync(Reader, ("m.csv", "# tz: America/New_York\ntime,tz,metric,value,unit\n2026-03-01 08:00,Asia/Tokyo,hydration.intake,1,ml\n2026-03-01 08:00,,hydration.intake,2,ml\n"));

        Assert.Equal([Utc("2026-02-28 23:00"), Utc("2026-03-01 13:00")], result.Readings.Select(reading => reading.Start));
    }

    [Fact]
    public async Task A_date_and_a_clock_may_stand_in_two_columns_and_the_clock_may_be_a_fraction_of_a_day()
    {
        var result = await OfAsync(Reader, ("m.csv", "date,clock,metric,value,unit\n2026-03-01,08:30,hydration.intake,1,ml\n2026-03-01,0.5,hydration.intake,2,ml\n"));

        Assert.Equal([Utc("2026-03-01 07:30"), Utc("2026-03-01 11:00")], result.Readings.Select(reading => reading.Start));
    }

    [Fact]
    public async Task One_day_above_twelve_tells_how_all_dates_with_slashes_are_meant()
    {
        var result = await OfAsync(Reader, ("m.csv", "time,metric,value,unit\n03/04/2026 10:00,hydration.intake,1,ml\n25/03/2026 10:00,hydration.intake,2,ml\n"));

        Assert.Empty(result.Reasons);
        Assert.Equal(Utc("2026-04-03 08:00"), result.Readings[0].Start);
    }

    [Fact]
    public async Task Dates_that_nothing_explains_are_asked_about()
    {
        var ask = await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(Reader, ("m.csv", "time,metric,value,unit\n03/04/2026 10:00,hydration.intake,1,ml\n")));

        Assert.Contains("03/04/2026 10:00 (line 2)", ask.Message, StringComparison.Ordinal);
        Assert.Contains("2026-03-31", ask.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_that_contradict_each_other_are_refused() =>
        await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(Reader, ("m.csv", "time,metric,value,unit\n13/04/2026,body.weight,70,kg\n04/13/2026,body.weight,70,kg\n")));

    [Fact]
    public async Task The_hour_that_comes_twice_is_its_first_and_the_one_that_is_leapt_over_moves_forward_and_both_are_said()
    {
        var context = new ReadingContext { Zones = KneeTwitch.Core.Wearers.ZoneHistory.Of("Europe/Berlin"), AsOf = Utc("2026-11-01 00:00") };
        using var folder = new ExportFolder();
        folder.File("m.csv", "time,metric,value,unit\n2026-10-25 02:30,hydration.intake,1,ml\n2026-03-29 02:30,hydration.intake,2,ml\n");

        var result = await FromAsync(Reader, folder.Path, context);

        Assert.Equal([Utc("2026-10-25 00:30"), Utc("2026-03-29 01:30")], result.Readings.Select(reading => reading.Start));
        Assert.Equal(2, context.Facts.Notes.Count);
    }

    [Theory]
    [InlineData("1985-03-01 10:00", "a date before 1990")]
    [InlineData("9999-03-01 10:00", "a date that cannot be read")]
    [InlineData("0001-03-01 10:00", "a date that cannot be read")]
    [InlineData("2026-08-01 10:00", "a date more than a month after the export")]
    [InlineData("yesterday", "a date that cannot be read")]
    public async Task A_time_that_cannot_be_is_rejected(string time, string reason) =>
        Assert.Equal([reason], (await OfAsync(Reader, ("m.csv", $"time,metric,value,unit\n{time},hydration.intake,250,ml\n"))).Reasons);

    [Fact]
    public async Task A_twitch_of_tomorrow_is_fine_and_one_of_next_week_is_not()
    {
        var result = await OfAsync(Reader, ("d.csv", "time,side,location,intensity\n2026-04-02 20:00,L,knee,3\n2026-04-09 20:00,L,knee,3\n"));

        Assert.Single(result.Context.Diary.Entries);
        Assert.Equal(["a date after the export"], result.Reasons);
    }

    [Fact]
    public async Task Utf16_and_windows_1252_are_read_and_the_latter_is_said()
    {
        var csv = "time,side,location,intensity,note\n2026-03-01 10:00,L,knee,3,müde\n";
        using var folder = new ExportFolder();
        var (wide, old) = (Path.Combine(folder.Path, "wide.csv"), Path.Combine(folder.Path, "old.csv"));
        await File.WriteAllBytesAsync(wide, [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(csv)], TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(old, Encoding.Latin1.GetBytes(csv), TestContext.Current.CancellationToken);

        var (fromWide, fromOld) = (await FromAsync(Reader, wide), await FromAsync(Reader, old));

        Assert.Equal(["müde", "müde"], fromWide.Context.Diary.Entries.Concat(fromOld.Context.Diary.Entries).Select(entry => entry.What?.Remark));
        Assert.Equal((0, 1), (fromWide.Context.Facts.Notes.Count, fromOld.Context.Facts.Notes.Count));
    }
}
