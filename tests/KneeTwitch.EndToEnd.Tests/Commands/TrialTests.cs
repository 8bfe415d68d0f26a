using System.Text.Json;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class TrialTests(DataFolder data) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task A_trial_is_drawn_shown_and_stopped_and_links_say_what_is_missing()
    {
        await RunAsync("wearer", "add", "Tess");

        var links = await JsonAsync("links", "--json");
        var none = await JsonAsync("trial", "status", "--json");
        var started = (await JsonAsync("trial", "start", "--strategy", "s6", "--pairs", "5", "--seed", "4", "--json")).GetProperty("trial");
        var second = await KneeTwitchProcess.RunAsync(data.Path, ["trial", "start", "--strategy", "S7"]);
        var shown = (await JsonAsync("trial", "status", "--json")).GetProperty("trial");
        var people = await RunAsync("trial", "status");
        var early = await KneeTwitchProcess.RunAsync(data.Path, ["trial", "log", "yes"]);
        var stopped = (await JsonAsync("trial", "stop", "--json")).GetProperty("trial");

        Assert.Equal(JsonValueKind.Null, links.GetProperty("next_look").ValueKind);
        Assert.Contains("A look needs 84 such days", links.GetProperty("says").GetString(), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Null, none.GetProperty("trial").ValueKind);
        Assert.Equal(("S6", "waiting", 4, 10), (Text(started, "strategy"), Text(started, "phase"), started.GetProperty("seed").GetInt32(), started.GetProperty("weeks").GetArrayLength()));
        Assert.Equal(DayOfWeek.Monday, DateOnly.Parse(Text(started, "start") ?? "", System.Globalization.CultureInfo.InvariantCulture).DayOfWeek);
        Assert.Equal((1, true), (second.ExitCode, second.Error.Contains("one at a time", StringComparison.Ordinal)));
        Assert.Equal(started.ToString(), shown.ToString());
        Assert.Contains("Less caffeine and nicotine", people, StringComparison.Ordinal);
        Assert.Equal((1, true), (early.ExitCode, early.Error.Contains("no day of the trial that has come", StringComparison.Ordinal)));
        Assert.Equal(("stopped", "counts_only"), (Text(stopped, "phase"), Text(stopped, "verdict")));
    }

    [Theory]
    [InlineData("--strategy", "S9")]
    [InlineData("--strategy", "S7", "--pairs", "0")]
    [InlineData("--strategy", "S7", "--drop-days", "3")]
    public async Task What_cannot_be_tried_is_refused_with_a_sentence(params string[] arguments)
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["trial", "start", .. arguments]);

        Assert.Equal(1, ran.ExitCode);
        Assert.StartsWith("kneetwitch trial start: ", ran.Error, StringComparison.Ordinal);
        Assert.Single(ran.Error.Trim().Split('\n'));
    }

    private static string? Text(JsonElement from, string name) => from.GetProperty(name).GetString();

    private async Task<JsonElement> JsonAsync(params string[] arguments) => JsonDocument.Parse(await RunAsync(arguments)).RootElement;

    private async Task<string> RunAsync(params string[] arguments)
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, arguments);
        Assert.True(ran.ExitCode == 0, ran.Error);
        return ran.Output;
    }
}
