using System.CommandLine;
using KneeTwitch.Core.Alerts;
using KneeTwitch.Pipeline.Alerting;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>The flagged alerts, and what the wearer does with them.</summary>
internal static class AlertsCommand
{
    private static readonly Option<bool> All = new("--all") { Description = "Also those that are resolved." };
    private static readonly Argument<string> Id = new("ID") { Description = "The alert, such as R05-2026-03-12." };
    private static readonly Option<int> Weeks = new("--weeks") { Description = "For how long: 1, 2 or 4 weeks.", DefaultValueFactory = _ => 1 };

    internal static Command Create()
    {
        // Without a further word it lists: that is what people type.
        var alerts = Verb.Of("alerts", "Show the flagged alerts with their evidence; acknowledge, snooze or resolve one.", [All, Verb.Json], ListAsync);
        alerts.Add(Verb.Of("list", "Show the flagged alerts with their evidence.", [All, Verb.Json], ListAsync));
        alerts.Add(Verb.Of("ack", "You have seen it: it comes back only if the level rises.", [Id], (run, cancel) =>
            ActAsync(run, "Acknowledged", (table, wearerId, id, now) => table.AcknowledgeAsync(wearerId, id, now, cancel), cancel)));
        alerts.Add(Verb.Of("snooze", "Hear of it later, or earlier if the level rises.", [Id, Weeks], SnoozeAsync));
        alerts.Add(Verb.Of("resolve", "You are done with it: it stays resolved while the pattern goes on.", [Id], (run, cancel) =>
            ActAsync(run, "Resolved", (table, wearerId, id, now) => table.ResolveAsync(wearerId, id, now, "you resolved it", cancel), cancel)));
        return alerts;
    }

    private static async Task<int> ListAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        await AlertReport.WriteAsync(run, database, wearer.WearerId, run.Get(All), cancel);
        return 0;
    }

    private static Task<int> SnoozeAsync(Invocation run, CancellationToken cancel)
    {
        var weeks = run.Get(Weeks);
        return weeks is 1 or 2 or 4
            ? ActAsync(run, $"Snoozed for {weeks} week{(weeks == 1 ? "" : "s")}", (table, wearerId, id, now) => table.SnoozeAsync(wearerId, id, now.AddDays(7 * weeks), now, cancel), cancel)
            : throw new CommandException("An alert can be snoozed for 1, 2 or 4 weeks.");
    }

    private static async Task<int> ActAsync(Invocation run, string done, Func<AlertTable, Guid, string, DateTimeOffset, Task<Alert?>> act, CancellationToken cancel)
    {
        var id = run.Get(Id) ?? "";
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var alert = await act(database.Get<AlertTable>(), wearer.WearerId, id, database.Get<TimeProvider>().GetUtcNow())
            ?? throw new CommandException($"{wearer.Name} has no alert \"{id}\". kneetwitch alerts --all shows the ids.");
        Screen.Note($"{done}: {alert.Id}.");
        return 0;
    }
}
