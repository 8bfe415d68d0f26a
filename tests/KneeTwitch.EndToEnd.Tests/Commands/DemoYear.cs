using System.Globalization;
using System.Text.Json;
using KneeTwitch.Commands;
using KneeTwitch.Core.Days;
using KneeTwitch.Demo;
using KneeTwitch.Hosting;
using KneeTwitch.Pipeline.Storage;
using Microsoft.Extensions.Configuration;

namespace KneeTwitch.EndToEnd.Tests.Commands;

/// <summary>The invented year, imported and judged once for a test class.</summary>
public sealed class DemoYear : IAsyncLifetime
{
    private readonly DataFolder data = new();

    internal static DemoPlan Plan { get; } = new(new DateOnly(2025, 12, 31));

    internal IReadOnlyList<(string Factor, DateOnly Since, DateOnly Opened)> Alerts { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        var ran = await KneeTwitchProcess.RunAsync(data.Path, ["demo", "--exit", "--json", "--through", "2025-12-31"]);

        Assert.True(ran.ExitCode == 0, ran.Error);
        Alerts =
        [
            .. JsonDocument.Parse(ran.Output).RootElement.GetProperty("alerts").EnumerateArray()
                .Select(alert => (alert.GetProperty("factor").GetString() ?? "", Day(alert, "since"), Day(alert, "opened"))),
        ];
    }

    /// <summary>What is stored of the wearer, as the analyzer sees it.</summary>
    internal async Task<History> HistoryAsync(CancellationToken cancel)
    {
        var settings = new Settings { DataFolder = data.Path, Configuration = new ConfigurationBuilder().Build() };
        await using var database = await OpenDatabase.OpenAsync(settings, migrate: false, cancel);
        var id = (await WearerChoice.FindAsync(database, DemoCommand.WearerName, cancel)).WearerId;
        var wearer = await database.Get<WearerLoader>().LoadAsync(id, cancel);
        var days = await database.Get<DayTable>().LoadAsync(id, null, Plan.Last, cancel);
        return new History(wearer, days, Plan.Last, await database.Get<DiaryTable>().LoadAsync(id, wearer.Zones, cancel));
    }

    public ValueTask DisposeAsync()
    {
        data.Dispose();
        return ValueTask.CompletedTask;
    }

    private static DateOnly Day(JsonElement alert, string name) => DateOnly.Parse(alert.GetProperty(name).GetString() ?? "", CultureInfo.InvariantCulture);
}
