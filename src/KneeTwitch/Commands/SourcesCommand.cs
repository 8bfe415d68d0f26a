using System.CommandLine;
using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Summarizing;
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
        Verb.Of("list", "List the sources, and of each metric that several of them have, who is believed first.", [Verb.Json], ListAsync),
        Verb.Of("trust", "Say how much a source is trusted for a metric, and count its days anew: where two overlap, the lower rank counts.", [Named, Source, Rank, Verb.Json], TrustAsync),
    ]);

    private static async Task<int> ListAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var report = await SourceQuery.LoadAsync(database.Get<WearerDatabase>(), wearer.WearerId, cancel);
        if (run.WantsJson)
        {
            Screen.Json(report);
            return 0;
        }

        if (report.Sources.Count == 0)
        {
            Screen.Note($"{wearer.Name} has no readings yet. Import an export first: kneetwitch import FILE.");
            return 0;
        }

        run.Screen.Table(
            ["source", "kind", "first data", "last data", "metrics"],
            report.Sources.Select(source => (string[])[source.Name, source.Kind, Day(source.First), Day(source.Last), Text(source.Metrics)]));
        var rivals = report.Trust.GroupBy(rank => rank.Metric).Where(metric => metric.Count() > 1).SelectMany(metric => metric).ToList();
        if (rivals.Count > 0)
        {
            run.Screen.Table(
                ["metric", "source", "rank", "default", "last data"],
                rivals.Select(rank => (string[])[rank.Metric, rank.Source, rank.IsChanged ? $"{Text(rank.Rank)} (yours)" : Text(rank.Rank), Text(rank.DefaultRank), Day(rank.Last)]));
        }

        return 0;
    }

    private static async Task<int> TrustAsync(Invocation run, CancellationToken cancel)
    {
        var metric = Metrics.Find(run.Get(Named) ?? "") ?? throw new CommandException($"There is no metric \"{run.Get(Named)}\". kneetwitch days shows the names.");
        var name = KneeTwitch.Core.Readings.Source.Named(run.Get(Source) ?? "").Name;
        await using var opened = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(opened, run.WearerName, cancel);
        var database = opened.Get<WearerDatabase>();
        await using (var db = database.Open(wearer.WearerId))
        {
            if (!await db.Sources.AnyAsync(source => source.Name == name, cancel))
            {
                throw new CommandException($"{wearer.Name} has no source \"{name}\". kneetwitch sources list shows the names.");
            }
        }

        await opened.Get<WearerTable>().SetTrustAsync(wearer.WearerId, metric, name, run.Get(Rank), cancel);
        await new DaySummaries(database).RefreshAsync(wearer.WearerId, cancel);
        if (run.WantsJson)
        {
            var report = await SourceQuery.LoadAsync(database, wearer.WearerId, cancel);
            Screen.Json(new { trust = report.Trust.Where(rank => rank.Metric == metric.Info().Name) });
        }
        else
        {
            Screen.Note("Saved, and the days are counted anew. Flags follow with the next import or analysis (kneetwitch analyze).");
        }

        return 0;
    }

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
