using System.Text.Json;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class MovingTests(DataFolder data) : IClassFixture<DataFolder>
{
    [Fact]
    public async Task A_zone_said_later_puts_the_steps_on_the_days_of_its_clock_at_once()
    {
        var export = TinyExport.WriteZip(data.File("export.zip"));
        Assert.Equal(0, (await KneeTwitchProcess.RunAsync(data.Path, ["up", "--exit", "--zone", "UTC", export])).ExitCode);
        var before = await StepsAsync();

        Assert.Equal(0, (await KneeTwitchProcess.RunAsync(data.Path, ["wearer", "set", "me", "--zone", "Pacific/Auckland"])).ExitCode);

        Assert.Equal(["2026-03-01 1500"], before);
        Assert.Equal(["2026-03-01 900", "2026-03-02 600"], await StepsAsync());
    }

    private async Task<string[]> StepsAsync()
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["days", "--json"]);
        Assert.True(ran.ExitCode == 0, ran.Error);
        return
        [
            .. JsonDocument.Parse(ran.Output).RootElement.GetProperty("days").EnumerateArray()
                .Where(day => day.GetProperty("metric").GetString() == "steps")
                .Select(day => $"{day.GetProperty("day")} {day.GetProperty("value")}"),
        ];
    }
}
