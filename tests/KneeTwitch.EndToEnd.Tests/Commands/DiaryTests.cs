using System.Text.Json;

namespace KneeTwitch.EndToEnd.Tests.Commands;

/// <summary>The diary from the command line, as people and scripts write it.</summary>
public sealed class DiaryTests(DataFolder data) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task What_is_written_is_listed_changed_and_deleted_by_its_id()
    {
        var written = await AddAsync("twitch", "--side", "left", "--place", "thigh front", "--at", "2026-03-01 22:15", "--minutes", "3", "--at-rest", "--weak", "no");
        var id = written.GetProperty("id").GetString() ?? "";

        await AddAsync("twitch", "--id", id[..8], "--intensity", "6", "--clear", "minutes");

        var listed = Assert.Single(await ListAsync("--from", "2026-03-01", "--to", "2026-03-01", "--kind", "twitch"));
        var what = listed.GetProperty("what");
        Assert.Equal(id, listed.GetProperty("id").GetString());
        Assert.Equal(("left", "thigh_front", 6.0), (what.GetProperty("side").GetString(), what.GetProperty("place").GetString(), what.GetProperty("intensity").GetDouble()));
        Assert.Equal((true, false), (what.GetProperty("at_rest").GetBoolean(), what.GetProperty("is_weak").GetBoolean()));
        Assert.False(what.TryGetProperty("minutes", out _));
        Assert.False(what.TryGetProperty("after_exercise", out _));

        var deleted = await RunAsync("diary", "delete", id[..8], "--later");
        Assert.True(deleted.ExitCode == 0, deleted.Error);
        Assert.Empty(await ListAsync("--from", "2026-03-01", "--to", "2026-03-01", "--kind", "twitch"));
    }

    [Fact]
    public async Task A_second_check_in_adds_to_the_first_and_the_day_follows()
    {
        await AddAsync("check-in", "--on", "2026-02-02", "--twitch", "no", "--stress", "4", "--no", "chest-pain,fainting", "--day", "ill");
        await AddAsync("check-in", "--on", "2026-02-02", "--thirst", "3", "--yes", "foot-slap:left:lasting");
        var judged = await RunAsync("diary", "add", "check-in", "--on", "2026-02-02", "--soreness-left", "2");
        var days = await RunAsync("days", "--from", "2026-02-02", "--to", "2026-02-02", "--metric", "stress_score", "--json");

        Assert.True(judged.ExitCode == 0, judged.Error);
        var what = Assert.Single(await ListAsync("--from", "2026-02-02", "--to", "2026-02-02")).GetProperty("what");
        Assert.Equal((4, 3, 2), (what.GetProperty("stress").GetInt32(), what.GetProperty("thirst").GetInt32(), what.GetProperty("soreness_left").GetInt32()));
        Assert.False(what.GetProperty("has_twitched").GetBoolean());
        Assert.Equal("ill", what.GetProperty("tags").GetString());
        Assert.Equal(
            ["chest_pain False", "fainting False", "foot_slap True"],
            what.GetProperty("answers").EnumerateArray().Select(answer => $"{answer.GetProperty("question").GetString()} {answer.GetProperty("is_yes").GetBoolean()}").Order());
        Assert.Contains("\"value\": 4", days.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_can_be_written()
    {
        string[][] all =
        [
            ["twitch"], ["check-in", "--twitch", "yes"], ["cramp", "--severity", "7", "--woke-up"], ["girth", "--place", "thigh", "--side", "left", "--cm", "52", "52.4", "52.2"],
            ["injury", "--side", "right", "--place", "knee", "--healed-on", "2026-01-30"], ["medicine", "Salbutamol 100 mcg", "--daily", "2", "--unit", "puffs"], ["dose", "Ibuprofen", "--amount", "400", "--unit", "mg"],
            ["symptom", "headache", "--severity", "3"], ["visit", "--about", "RF2"], ["note", "a walk"], ["tag", "sauna", "--is", "yes"],
        ];

        foreach (var kind in all)
        {
            await AddAsync([.. kind, "--on", "2026-01-20"]);
        }

        var entries = await ListAsync("--from", "2026-01-20", "--to", "2026-01-20");
        Assert.Equal(all.Select(kind => kind[0].Replace('-', '_')).Order(), entries.Select(entry => entry.GetProperty("kind").GetString()).Order());
        Assert.Equal(52.2, entries.Single(entry => entry.GetProperty("kind").GetString() == "girth").GetProperty("what").GetProperty("centimetres").GetDouble());
    }

    [Theory]
    [InlineData("intensity outside of 0 to 10", "twitch", "--intensity", "11")]
    [InlineData("needs --side and --cm", "girth", "--place", "thigh")]
    [InlineData("needs NAME", "medicine")]
    [InlineData("none of: left, right, both", "twitch", "--side", "middle")]
    [InlineData("neither yes nor no", "twitch", "--weak", "perhaps")]
    [InlineData("is no time", "twitch", "--at", "yesterday")]
    [InlineData("date after the export", "twitch", "--on", "2099-01-01")]
    [InlineData("check-in that says nothing", "check-in")]
    [InlineData("no entry \"ffffffff\"", "twitch", "--id", "ffffffff")]
    public async Task What_cannot_be_is_refused_in_one_sentence(string why, params string[] typed)
    {
        var refused = await RunAsync(["diary", "add", .. typed, "--later"]);

        Assert.NotEqual(0, refused.ExitCode);
        Assert.Contains(why, refused.Error, StringComparison.Ordinal);
        Assert.Empty(refused.Output);
    }

    [Fact]
    public async Task A_diary_of_ones_own_is_imported_and_the_second_time_nothing_is_new()
    {
        var diary = data.File("twitches.csv");
        await File.WriteAllTextAsync(diary, "time,side,location,intensity\n2026-04-01 21:30,left,knee,4\n2026-04-02 07:10,right,calf,2\n", TestContext.Current.CancellationToken);

        foreach (var _ in (int[])[1, 2])
        {
            var imported = await RunAsync("diary", "import", "--json", diary);
            Assert.True(imported.ExitCode == 0, imported.Error);
        }

        Assert.Equal(["knee", "calf"], (await ListAsync("--from", "2026-04-01", "--to", "2026-04-02")).Select(entry => entry.GetProperty("what").GetProperty("place").GetString()));
    }

    private Task<KneeTwitchProcess> RunAsync(params string[] arguments) => KneeTwitchProcess.RunAsync(data.Path, arguments);

    private async Task<JsonElement> AddAsync(params string[] arguments)
    {
        var added = await RunAsync(["diary", "add", .. arguments, "--later", "--json"]);
        Assert.True(added.ExitCode == 0, added.Error);
        return JsonDocument.Parse(added.Output).RootElement;
    }

    private async Task<List<JsonElement>> ListAsync(params string[] arguments)
    {
        var listed = await RunAsync(["diary", "list", "--json", .. arguments]);
        Assert.True(listed.ExitCode == 0, listed.Error);
        return [.. JsonDocument.Parse(listed.Output).RootElement.GetProperty("entries").EnumerateArray()];
    }
}
