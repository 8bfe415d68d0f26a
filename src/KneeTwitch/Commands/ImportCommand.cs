using System.CommandLine;
using KneeTwitch.Hosting;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Imports exports and waits for the end.</summary>
internal static class ImportCommand
{
    internal static readonly Option<string?> Zone = new("--zone")
    {
        Description = "IANA zone for local times without offset, such as Europe/Berlin (default: the wearer's own).",
        HelpName = "ZONE",
    };

    internal static readonly Option<string?> Format = new("--format") { Description = "The format, where the content does not tell it.", HelpName = "FORMAT" };
    internal static readonly Option<string?> Person = new("--person") { Description = "Whose rows to read, where a file holds several people; without it they are listed.", HelpName = "ID" };

    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Exports: zip, folder or bare file; recognised by content, whatever they are called.",
        Arity = ArgumentArity.OneOrMore,
    };

    internal static Command Create() => Create("Import exports and wait; says what was new, what was known already, and what was rejected and why.");

    /// <summary>The same under another word.</summary>
    internal static Command Create(string description) => Verb.Of("import", description, [Files, Zone, Format, Person, Verb.Json], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        var paths = run.Get(Files) ?? [];
        Check(paths, run.Get(Zone));
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindOrCreateAsync(database, run.WearerName, cancel);

        // With a broker the servers' workers do it; without one, nobody but this process hears its bus.
        await using var host = run.Settings.RabbitMq is null
            ? await RunningHost.StartAsync(run.Settings, database.Address, Roles.Import | Roles.Ingest | Roles.Analyze, new HostPlan { IsVerbose = run.IsVerbose }, cancel)
            : null;
        var outcomes = await Intake.RunAsync(run, database, wearer.WearerId, paths, cancel);
        await ImportReport.WriteAsync(run, database, wearer.WearerId, outcomes, showAll: false, cancel);
        return outcomes.All(outcome => outcome.IsDone) ? 0 : 1;
    }

    /// <summary>Says no before any work is done.</summary>
    internal static void Check(IEnumerable<string> paths, string? zone)
    {
        foreach (var path in paths.Where(path => !File.Exists(path) && !Directory.Exists(path)))
        {
            throw new CommandException($"There is no file or folder {Path.GetFullPath(path)}. Check the path.");
        }

        if (zone is not null && !(TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) && known.HasIanaId))
        {
            throw new CommandException($"There is no time zone \"{zone}\". Give one as Region/City, such as Europe/Berlin.");
        }
    }
}
