using KneeTwitch.Commands;
using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;
using KneeTwitch.Hosting;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace KneeTwitch.Terminal;

/// <summary>Flagged alerts as people read them: the sentence with the numbers, since when, and what may help.</summary>
internal static class AlertReport
{
    /// <summary>As JSON or for people, as the command was asked.</summary>
    internal static async Task WriteAsync(Invocation run, OpenDatabase database, Guid wearerId, bool all, CancellationToken cancel)
    {
        if (run.WantsJson)
        {
            Screen.Json(await LoadAsync(database, wearerId, all, cancel));
        }
        else
        {
            await PrintAsync(run.Screen, database, wearerId, all, cancel);
        }
    }

    internal static Task<AlertsReport> LoadAsync(OpenDatabase database, Guid wearerId, bool all, CancellationToken cancel) =>
        AlertQuery.LoadAsync(database.Get<WearerDatabase>(), wearerId, all, database.Get<TimeProvider>().GetUtcNow(), cancel);

    internal static async Task PrintAsync(Screen screen, OpenDatabase database, Guid wearerId, bool all, CancellationToken cancel)
    {
        await using var db = database.Get<WearerDatabase>().Open(wearerId);
        var alerts = await db.Alerts.AsNoTracking().Where(alert => all || alert.State != AlertState.Resolved).OrderBy(alert => alert.Since).ToListAsync(cancel);
        if (alerts.Count == 0)
        {
            Screen.Say(all ? "Nothing was ever flagged." : "Nothing is flagged now. kneetwitch alerts --all shows earlier flags; a page tells which data are missing.");
        }

        var now = database.Get<TimeProvider>().GetUtcNow();
        foreach (var alert in alerts)
        {
            Print(screen, alert, now);
        }
    }

    private static void Print(Screen screen, Alert alert, DateTimeOffset now)
    {
        var factor = RiskFactors.Find(alert.Factor);
        var level = alert.Level >= 3 ? "strong" : "flag";
        var end = alert.Cleared is { } cleared ? $" to {cleared:yyyy-MM-dd}" : "";
        screen.Out.MarkupLineInterpolated(
            $"[bold]{factor?.Name ?? alert.Factor}[/] ({alert.Factor}) {level}, {AlertPolicy.StateAt(alert, now).ToString().ToLowerInvariant()}, since {alert.Since:yyyy-MM-dd}{end}, noticed {alert.Opened:yyyy-MM-dd}  [dim]{alert.Id}[/]");
        if (factor is null)
        {
            return;
        }

        Screen.Say("  " + AlertEvidence.Says(alert));
        Screen.Say($"  How it is judged: kneetwitch rules {factor.Id}, or the page {RulePage.PathOf(factor.Id)}");
        foreach (var strategy in factor.AdviceFor(alert.Evidence).Select(Strategies.Find).OfType<Strategy>())
        {
            Screen.Say($"  May help, {strategy.Name}: {strategy.How} {string.Join(" ", strategy.Cautions)}".TrimEnd());
        }
    }
}
