using System.Text.Json;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class UpTests(DataFolder data) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task A_folder_and_its_zip_under_another_name_are_the_same_export()
    {
        var folder = TinyExport.WriteFolder(data.File("export"));
        var zip = TinyExport.WriteZip(data.File("holiday pictures.bin"));

        var first = await UpAsync(folder);
        var second = await UpAsync(zip);
        var days = await KneeTwitchProcess.RunAsync(data.Path, ["days", "--from", "2026-03-01", "--to", "2026-03-02", "--json"]);

        Assert.Equal(("done", 5L, 0L, 1L), first);
        Assert.Equal(("done", 0L, 5L, 1L), second);
        Assert.Equal(0, days.ExitCode);
        var values = JsonDocument.Parse(days.Output).RootElement.GetProperty("days").EnumerateArray()
            .ToDictionary(day => (day.GetProperty("day").GetString(), day.GetProperty("metric").GetString()), day => day.GetProperty("value"));
        Assert.Equal(TinyExport.Steps, values[("2026-03-01", "steps")].GetDouble());
        Assert.Equal(TinyExport.WaterMl, values[("2026-03-01", "water_ml")].GetDouble());
        Assert.Equal(450, values[("2026-03-02", "sleep_minutes")].GetDouble());
    }

    private async Task<(string? State, long New, long Known, long Rejected)> UpAsync(string path)
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["up", "--exit", "--json", path]);
        Assert.True(ran.ExitCode == 0, ran.Error);
        var import = Assert.Single(JsonDocument.Parse(ran.Output).RootElement.GetProperty("imports").EnumerateArray());
        return (import.GetProperty("state").GetString(), import.GetProperty("new").GetInt64(), import.GetProperty("known").GetInt64(), import.GetProperty("rejected").GetInt64());
    }
}
