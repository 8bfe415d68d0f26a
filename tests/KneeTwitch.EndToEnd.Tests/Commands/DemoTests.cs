using System.Text.Json;
using KneeTwitch.Demo;

namespace KneeTwitch.EndToEnd.Tests.Commands;

public sealed class DemoTests(DataFolder data) : IClassFixture<DataFolder>
{
    private static readonly DemoPlan Plan = new(new DateOnly(2025, 12, 31));

    [Fact]
    public async Task The_planted_patterns_are_flagged_inside_their_spans_and_nothing_else_is()
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["demo", "--exit", "--json", "--through", "2025-12-31"]);

        Assert.True(ran.ExitCode == 0, ran.Error);
        var alerts = JsonDocument.Parse(ran.Output).RootElement.GetProperty("alerts").EnumerateArray()
            .Select(alert => (Factor: alert.GetProperty("factor").GetString(), Since: Day(alert, "since"), Opened: Day(alert, "opened")))
            .ToList();
        Assert.Equal(["R01", "R05", "R07"], alerts.Select(alert => alert.Factor).Order());
        Assert.All(alerts, alert =>
        {
            var (from, to) = Planted(alert.Factor);
            Assert.InRange(alert.Since, from, to);
            Assert.InRange(alert.Opened, from, to);
        });
    }

    [Fact]
    public void The_same_seed_invents_the_same_year()
    {
        var (one, other) = (new MemoryStream(), new MemoryStream());

        DemoExport.Write(one, Plan);
        DemoExport.Write(other, Plan);

        Assert.Equal(one.ToArray(), other.ToArray());
    }

    private static DateOnly Day(JsonElement alert, string name) => DateOnly.Parse(alert.GetProperty(name).GetString() ?? "", System.Globalization.CultureInfo.InvariantCulture);

    private static (DateOnly From, DateOnly To) Planted(string? factor) => factor switch
    {
        "R05" => (Plan.ShortSleepFrom, Plan.Last),
        "R01" => (Plan.SpikeFrom, Plan.SpikeTo),
        _ => (Plan.DryFrom, Plan.DryTo),
    };
}
