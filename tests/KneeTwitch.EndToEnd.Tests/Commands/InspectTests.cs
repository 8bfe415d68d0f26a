using System.Text.Json;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class InspectTests(DataFolder data) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task A_file_is_described_without_a_database()
    {
        var nobody = new Dictionary<string, string> { ["ConnectionStrings__Postgres"] = "Host=127.0.0.1;Port=1;Timeout=3" };
        var zip = TinyExport.WriteZip(data.File("export.zip"));

        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["inspect", "--zone", "Europe/London", "--json", zip], nobody);

        Assert.True(ran.ExitCode == 0, ran.Error);
        var report = JsonDocument.Parse(ran.Output).RootElement;
        var file = Assert.Single(report.GetProperty("files").EnumerateArray());
        Assert.Equal(zip, file.GetProperty("path").GetString());
        Assert.Equal(5, file.GetProperty("readings").GetInt64());
        Assert.Equal(TinyExport.Steps, file.GetProperty("metrics").GetProperty("steps").GetProperty("sum").GetDouble());
        Assert.Equal(1, Assert.Single(file.GetProperty("rejects").EnumerateArray()).GetProperty("count").GetInt64());
        Assert.Equal(TinyExport.WaterMl, report.GetProperty("days").GetProperty("2026-03-01").GetProperty("water_ml").GetDouble());
    }
}
