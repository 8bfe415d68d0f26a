using System.CommandLine;
using KneeTwitch.Hosting;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Everything on this machine: database, workers, schedule and pages; imports the given exports first.</summary>
internal static class UpCommand
{
    internal static readonly Option<bool> Exit = new("--exit") { Description = "Stop after the imports and the analysis instead of serving the pages." };

    private static readonly Argument<string[]> Exports = new("EXPORT")
    {
        Description = "Exports to import: zip, folder or bare file; recognised by content, whatever they are called.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    internal static Command Create() =>
        Verb.Of("up", "Run everything on this machine: import the given exports, show what is flagged, serve the pages until Ctrl-C.", [Exports, ImportCommand.Zone, ImportCommand.Format, ImportCommand.Person, Exit, ServeCommand.Port, Verb.Json], RunAsync);

    private static Task<int> RunAsync(Invocation run, CancellationToken cancel) =>
        RunAsync(run, run.Get(Exports) ?? [], run.WearerName, showAll: false, cancel);

    /// <param name="run">The command, with the options of this one.</param>
    /// <param name="paths">Exports.</param>
    /// <param name="wearerName">Whose; null for the only one.</param>
    /// <param name="showAll">Whether to show resolved alerts, too.</param>
    internal static async Task<int> RunAsync(Invocation run, string[] paths, string? wearerName, bool showAll, CancellationToken cancel)
    {
        ImportCommand.Check(paths, run.Get(ImportCommand.Zone));
        var serves = !run.Get(Exit);
        var plan = new HostPlan { Port = run.Get(ServeCommand.Port), IsVerbose = run.IsVerbose };
        if (serves)
        {
            Ports.MustBeFree(plan.Address, plan.Port); // Before any work: nobody wants to hear it after an hour's import.
        }

        await using var database = await run.OpenAsync(cancel, migrate: true);
        var roles = serves ? Roles.All : Roles.Import | Roles.Ingest | Roles.Analyze;
        await using var host = await RunningHost.StartAsync(run.Settings, database.Address, roles, plan, cancel);
        var code = 0;
        if (paths.Length > 0)
        {
            var wearer = await WearerChoice.FindOrCreateAsync(database, wearerName, cancel);
            var outcomes = await Intake.RunAsync(run, database, wearer.WearerId, paths, cancel);
            await ImportReport.WriteAsync(run, database, wearer.WearerId, outcomes, showAll, cancel);
            code = outcomes.All(outcome => outcome.IsDone) ? 0 : 1;
        }

        if (serves)
        {
            Screen.Note($"Pages: http://{plan.Address}:{plan.Port}  Stop with Ctrl-C.");
            await host.UntilStoppedAsync(cancel);
        }

        return code;
    }
}
