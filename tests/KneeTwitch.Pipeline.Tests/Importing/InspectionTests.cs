using System.Text.Json;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Tests.Importing.Apple;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public class InspectionTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_described_without_a_database()
    {
        var report = await Inspection.InspectAsync([AppleExport.Sample("small.xml")], "Europe/Berlin", null, Cancel);

        var file = Assert.Single(report.Files);
        Assert.Equal(("apple-health", "14", 8L, 0L), (file.Format, file.Version, file.Readings, file.Duplicates));
        Assert.Equal(["Ann's Watch", "Apple Health"], file.Sources);
        Assert.Equal(new MetricTotals(2, 430, 120, 310), file.Metrics["steps"]);
        Assert.Equal(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero), file.From);
        Assert.Equal(430, report.Days[new DateOnly(2026, 3, 2)]["steps"]);
    }

    [Fact]
    public async Task The_same_file_twice_gives_the_same_days()
    {
        var sample = AppleExport.Sample("small.xml");

        var once = await Inspection.InspectAsync([sample], "Europe/Berlin", null, Cancel);
        var twice = await Inspection.InspectAsync([sample, sample], "Europe/Berlin", null, Cancel);

        Assert.Equal(2, twice.Files.Count);
        Assert.Equal(JsonSerializer.Serialize(once.Days), JsonSerializer.Serialize(twice.Days));
    }

    [Fact]
    public async Task Copies_inside_a_file_are_counted_as_duplicates()
    {
        using var folder = new ExportFolder();
        var record = AppleExport.Record("HKQuantityTypeIdentifierStepCount", "40", "count");
        var path = folder.File("export.xml", $"<HealthData>{record}{record}{record}</HealthData>");

        var file = Assert.Single((await Inspection.InspectAsync([path], "Europe/Berlin", null, Cancel)).Files);

        Assert.Equal((1L, 2L), (file.Readings, file.Duplicates));
    }

    [Fact]
    public async Task Names_in_json_are_the_contract_for_scripts()
    {
        var report = await Inspection.InspectAsync([AppleExport.Sample("small.xml")], "Europe/Berlin", null, Cancel);

        using var json = JsonDocument.Parse(JsonSerializer.Serialize(report, JsonSerializerOptions.Web));

        var file = json.RootElement.GetProperty("files")[0];
        Assert.All(
            ["path", "format", "sources", "readings", "duplicates", "rejects", "from", "to", "metrics", "unread", "version"],
            name => Assert.True(file.TryGetProperty(name, out _), name));
        Assert.Equal(430, file.GetProperty("metrics").GetProperty("steps").GetProperty("sum").GetDouble());
        Assert.Equal(430, json.RootElement.GetProperty("days").GetProperty("2026-03-02").GetProperty("steps").GetDouble());
    }

    [Fact]
    public async Task An_unknown_zone_is_said_in_a_sentence()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => Inspection.InspectAsync([AppleExport.Sample("small.xml")], "Moon/Base", null, Cancel));

        Assert.Contains("Moon/Base", failure.Message, StringComparison.Ordinal);
    }
}
