using System.Text.Json;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class SourcesTests(DataFolder data) : IClassFixture<DataFolder>
{
    private const string Xml =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <HealthData locale="en_GB">
         <ExportDate value="2026-03-03 09:00:00 +0000"/>
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Ida's Watch" unit="count" startDate="2026-03-01 10:00:00 +0000" endDate="2026-03-01 10:15:00 +0000" value="900"/>
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Ida's iPhone" unit="count" startDate="2026-03-01 10:00:00 +0000" endDate="2026-03-01 10:15:00 +0000" value="700"/>
         <Record type="HKQuantityTypeIdentifierStepCount" sourceName="Ida's iPhone" unit="count" startDate="2026-03-01 12:00:00 +0000" endDate="2026-03-01 12:15:00 +0000" value="300"/>
        </HealthData>
        """;

    [Fact]
    public async Task Trusting_another_source_changes_the_day_s_number_and_the_default_brings_it_back()
    {
        var export = data.File("export.xml");
        await File.WriteAllTextAsync(export, Xml, TestContext.Current.CancellationToken);
        Assert.Equal(0, (await KneeTwitchProcess.RunAsync(data.Path, ["up", "--exit", export])).ExitCode);

        var listed = await JsonAsync("sources", "list", "--json");
        var byDefault = await StepsAsync();
        var trusted = await JsonAsync("sources", "trust", "steps", "Ida's iPhone", "50", "--json");
        var changed = await StepsAsync();
        await JsonAsync("sources", "trust", "steps", "Ida's iPhone", "--json");

        Assert.Equal(["Ida's Watch worn 2026-03-01", "Ida's iPhone phone 2026-03-01"], listed.GetProperty("sources").EnumerateArray().Select(source => $"{source.GetProperty("name")} {source.GetProperty("kind")} {source.GetProperty("last")}"));
        Assert.Equal(["Ida's Watch 100 100 False", "Ida's iPhone 200 200 False"], Ranks(listed));
        Assert.Equal(["Ida's iPhone 50 200 True", "Ida's Watch 100 100 False"], Ranks(trusted));
        Assert.Equal((1200, 1000, 1200), (byDefault, changed, await StepsAsync()));
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_refused_with_a_sentence()
    {
        var export = data.File("other.xml");
        await File.WriteAllTextAsync(export, Xml, TestContext.Current.CancellationToken);
        await KneeTwitchProcess.RunAsync(data.Path, ["up", "--exit", export]);

        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["sources", "trust", "steps", "Nobody's Watch", "1"]);

        Assert.NotEqual(0, ran.ExitCode);
        Assert.Contains("has no source \"Nobody's Watch\"", ran.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Ranks(JsonElement answer) => answer.GetProperty("trust").EnumerateArray()
        .Where(rank => rank.GetProperty("metric").GetString() == "steps")
        .Select(rank => $"{rank.GetProperty("source")} {rank.GetProperty("rank")} {rank.GetProperty("default_rank")} {rank.GetProperty("changed")}");

    private async Task<double> StepsAsync() =>
        (await JsonAsync("days", "--metric", "steps", "--json")).GetProperty("days").EnumerateArray().Single().GetProperty("value").GetDouble();

    private async Task<JsonElement> JsonAsync(params string[] arguments)
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, arguments);
        Assert.True(ran.ExitCode == 0, ran.Error);
        return JsonDocument.Parse(ran.Output).RootElement;
    }
}
