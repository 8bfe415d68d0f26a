using System.CommandLine;
using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Commands;

/// <summary>Where the readings come from, and which source is believed first.</summary>
internal static class SourcesCommand
{
    private static readonly Argument<string> Named = new("METRIC") { Description = "A metric, such as steps." };
    private static readonly Argument<string> Source = new("SOURCE") { Description = "A source as the list shows it." };
    private static readonly Argument<int?> Rank = new("RANK") { Description = "Lower is believed first; leave it out to go back to the default.", Arity = ArgumentArity.ZeroOrOne };

    internal static Command Create() => Verb.Group("sources", "Where the readings come from, and which source is believed first.",
    [
        Verb.Of("list", "List the sources, and what was changed in the order of trust.", [Verb.Json], ListAsync),
        Verb.Of("trust", "Say how much a source is trusted for a metric: where two overlap, the lower rank counts.", [Named, Source, Rank], TrustAsync),
    ]);

    private static async Task<int> ListAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        await using var db = database.Get<WearerDatabase>().Open(wearer.WearerId);
        var sources = await db.Sources.AsNoTracking().OrderBy(source => source.Name).ToListAsync(cancel);
        var trust = await db.Trust.AsNoTracking().OrderBy(entry => entry.Metric).ThenBy(entry => entry.Rank).ToListAsync(cancel);
        if (run.WantsJson)
        {
            Screen.Json(new
            {
                sources = sources.Select(source => new { source.Name, source.Kind }),
                trust = trust.Select(entry => new { metric = entry.Metric.Info().Name, entry.Source, entry.Rank }),
            });
            return 0;
        }

        run.Screen.Table(["source", "kind"], sources.Select(source => (string[])[source.Name, source.Kind.ToString().ToLowerInvariant()]));
        if (trust.Count > 0)
        {
            run.Screen.Table(
                ["metric", "source", "rank"],
                trust.Select(entry => (string[])[entry.Metric.Info().Name, entry.Source, entry.Rank.ToString(CultureInfo.InvariantCulture)]));
        }

        return 0;
    }

    private static async Task<int> TrustAsync(Invocation run, CancellationToken cancel)
    {
        var metric = Metrics.Find(run.Get(Named) ?? "") ?? throw new CommandException($"There is no metric \"{run.Get(Named)}\". kneetwitch days shows the names.");
        var name = KneeTwitch.Core.Readings.Source.Named(run.Get(Source) ?? "").Name;
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        await using var db = database.Get<WearerDatabase>().Open(wearer.WearerId);
        if (!await db.Sources.AnyAsync(source => source.Name == name, cancel))
        {
            throw new CommandException($"{wearer.Name} has no source \"{name}\". kneetwitch sources list shows the names.");
        }

        await database.Get<WearerTable>().SetTrustAsync(wearer.WearerId, metric, name, run.Get(Rank), cancel);
        Screen.Note("Saved. Days and flags follow with the next import or analysis (kneetwitch analyze).");
        return 0;
    }
}
