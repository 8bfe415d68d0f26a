using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Generic;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Generic;

public class GenericTwitchesTests
{
    private const string Header = "time,side,location,duration_s,intensity,weakness,cramp,count,trigger,note,id\n";
    private static readonly GenericExportReader Reader = new();

    [Fact]
    public async Task A_row_is_an_episode_with_everything_it_says()
    {
        var twitch = Log(await FromAsync(Reader, Sample("Generic", "twitches.csv"))).All<Twitch>().First();

        Assert.Equal(Utc("2026-03-01 21:15"), twitch.Entry.Time?.At);
        Assert.Equal((Side.Left, "knee", 1.5, 3, 12), (twitch.What.Side, twitch.What.Place, twitch.What.Minutes, twitch.What.Intensity, twitch.What.Count));
        Assert.Equal((false, false, "after long run, lying down"), (twitch.What.IsWeak, twitch.What.IsCramped, twitch.What.Remark));
        Assert.Equal(["coffee"], twitch.What.Triggers);
    }

    [Fact]
    public async Task A_blank_is_not_asked_and_never_no()
    {
        var twitch = Assert.Single((await ReadAsync($"{Header}2026-03-01 10:00,,knee,,,,,,,,\n")).All<Twitch>()).What;

        Assert.Equal((null, null, null, null), (twitch.Side, twitch.Intensity, twitch.IsWeak, twitch.Minutes));
    }

    [Fact]
    public async Task A_day_without_twitching_can_be_written_down()
    {
        var log = Log(await FromAsync(Reader, Sample("Generic", "twitches.csv")));

        Assert.False(log.CheckInOn(new(2026, 3, 3))?.HasTwitched);
        Assert.Null(log.CheckInOn(new(2026, 3, 5)));
    }

    [Fact]
    public async Task A_date_alone_stays_a_date()
    {
        var eyelid = Log(await FromAsync(Reader, Sample("Generic", "twitches.csv"))).All<Twitch>().Single(twitch => twitch.What.Place == "eyelid");

        Assert.Equal((null, new DateOnly(2026, 3, 2)), (eyelid.Entry.Time?.At, eyelid.Entry.Time?.Day));
    }

    [Fact]
    public async Task Comma_and_semicolon_twins_say_the_same()
    {
        var comma = await ReadAsync($"{Header}2026-03-01 10:00,L,knee,90.5,2.5,no,no,,,\"a, b\",\n");
        var semicolon = await ReadAsync($"\uFEFFsep=;\r\n{Header.Replace(',', ';').TrimEnd()}\r\n01.03.2026 10:00;L;knee;90,5;2,5;no;no;;;a, b;;;\r\n;;;;;;;;;;\r\n");

        Assert.Equal(Text(comma), Text(semicolon));
    }

    [Theory]
    [InlineData("ja", true)]
    [InlineData("nein", false)]
    [InlineData("x", true)]
    [InlineData("0", false)]
    public async Task Yes_and_no_are_understood_in_other_languages(string word, bool answer) =>
        Assert.Equal(answer, Assert.Single((await ReadAsync($"zeit;seite;ort;dauer;intensity;schwäche\n01.03.2026 10:00;links;Knie;2m;leicht;{word}\n")).All<Twitch>()).What.IsWeak);

    [Theory]
    [InlineData("90s", 1.5)]
    [InlineData("2m", 2)]
    [InlineData("1:30", 1.5)]
    [InlineData("1h", 60)]
    [InlineData("PT90S", 1.5)]
    public async Task A_duration_can_be_written_in_several_ways(string duration, double minutes) =>
        Assert.Equal(minutes, Assert.Single((await ReadAsync($"time,side,location,duration\n2026-03-01 10:00,L,knee,{duration}\n")).All<Twitch>()).What.Minutes);

    [Theory]
    [InlineData("90000", "3", "no", "duration_s: no duration of up to a day")]
    [InlineData("90", "11", "no", "intensity: not 0 to 10, mild, moderate or severe")]
    [InlineData("90", "NaN", "no", "intensity: not 0 to 10, mild, moderate or severe")]
    [InlineData("90", "3", "perhaps", "weakness: neither yes nor no")]
    public async Task What_cannot_be_is_rejected_with_its_reason_and_place(string seconds, string intensity, string weakness, string reason)
    {
        var result = await OfAsync(Reader, ("d.csv", $"{Header}2026-03-01 10:00,L,knee,{seconds},{intensity},{weakness},,,,,\n"));

        Assert.Equal((reason, "d.csv, line 2"), (Assert.Single(result.Context.Rejects.All).Reason, result.Context.Rejects.All[0].First));
        Assert.Empty(result.Context.Diary.Entries);
    }

    [Fact]
    public async Task Equal_rows_are_several_twitches_and_the_same_file_again_is_none_more()
    {
        var file = $"{Header}2026-03-01 10:00,L,knee,,,,,,,,\n2026-03-01 10:00,L,knee,,,,,,,,\n";

        var twice = (await EntriesAsync(file)).Concat(await EntriesAsync(file));

        Assert.Equal(2, twice.DistinctBy(entry => entry.Key).Count());
    }

    [Fact]
    public async Task A_corrected_intensity_is_the_same_twitch()
    {
        var (before, after) = (await EntriesAsync($"{Header}2026-03-01 10:00,L,knee,,3,,,,,,\n"), await EntriesAsync($"{Header}2026-03-01 10:00,L,knee,,5,,,,,better,\n"));

        Assert.Equal(before[0].Key, after[0].Key);
    }

    [Fact]
    public async Task A_later_row_with_the_same_id_is_an_edit_also_of_the_time()
    {
        var twitch = Assert.Single(Log(await FromAsync(Reader, Sample("Generic", "twitches.csv"))).All<Twitch>(), twitch => twitch.What.Place == "thigh");

        Assert.Equal(6, twitch.What.Intensity);
        Assert.Equal(
            (await EntriesAsync($"{Header}2026-03-01 10:00,L,knee,,3,,,,,,a\n"))[0].Key,
            (await EntriesAsync($"{Header}2026-03-02 11:00,R,calf,,3,,,,,,a\n"))[0].Key);
    }

    [Fact]
    public async Task A_formula_stays_text() =>
        Assert.Equal("=1+1", Assert.Single((await ReadAsync($"{Header}2026-03-01 10:00,L,knee,,,,,,,=1+1,\n")).All<Twitch>()).What.Remark);

    [Fact]
    public async Task Columns_of_one_s_own_are_kept_with_the_note_and_named()
    {
        var result = await OfAsync(Reader, ("d.csv", "time,side,location,intensity,weather\n2026-03-01 10:00,L,knee,3,rain\n"));

        Assert.Equal("weather: rain", Assert.Single((Log(result)).All<Twitch>()).What.Remark);
        Assert.Equal(["column weather: kept with the entry's note"], result.Context.Facts.Notes.Keys);
    }

    [Fact]
    public async Task A_word_for_a_place_that_is_none_of_ours_is_kept() =>
        Assert.Equal("left of the patella", Assert.Single((await ReadAsync($"{Header}2026-03-01 10:00,L,left of the patella,,3,,,,,,\n")).All<Twitch>()).What.Place);

    private static async Task<DiaryLog> ReadAsync(string csv) => Log(await OfAsync(Reader, ("diary.csv", csv)));

    private static async Task<IReadOnlyList<DiaryEntry>> EntriesAsync(string csv) => (await OfAsync(Reader, ("diary.csv", csv))).Context.Diary.Entries;

    private static DiaryLog Log(Result result) => DiaryLog.Of(result.Context.Diary.Entries, ZoneHistory.Of("Europe/Berlin"));

    private static IEnumerable<string> Text(DiaryLog log) => log.Items.Select(item => $"{item.Entry.Key} {item.Entry.Time} {DiaryJson.Write(item.What)}");
}
