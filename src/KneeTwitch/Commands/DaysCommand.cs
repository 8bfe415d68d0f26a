using System.CommandLine;
using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>The daily numbers with their coverage and where they come from.</summary>
internal static class DaysCommand
{
    private static readonly Option<DateOnly?> From = new("--from") { Description = "First day, such as 2026-03-01.", HelpName = "DAY" };
    private static readonly Option<DateOnly?> To = new("--to") { Description = "Last day.", HelpName = "DAY" };

    private static readonly Option<string?> Named = new("--metric")
    {
        Description = "Only this metric, such as steps, sleep_minutes or water_ml; days without it are then listed as missing.",
        HelpName = "METRIC",
    };

    internal static Command Create() =>
        Verb.Of("days", "Show the daily numbers: one true value a metric and day, how much of the day it speaks for, and its source.", [From, To, Named, Verb.Json], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        Metric? metric = run.Get(Named) is { } name
            ? Metrics.Find(name) ?? throw new CommandException($"There is no metric \"{name}\". Known are: {string.Join(", ", Metrics.All.Select(info => info.Name))}.")
            : null;
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        var report = await DayQuery.LoadAsync(database.Get<WearerDatabase>(), wearer.WearerId, run.Get(From), run.Get(To), metric, cancel);
        if (run.WantsJson)
        {
            Screen.Json(report);
            return 0;
        }

        if (report.Days.Count == 0)
        {
            Screen.Note($"No day of {wearer.Name} is known in that span. Import an export first: kneetwitch import FILE.");
        }
        else
        {
            run.Screen.Table(["day", "metric", "value", "state", "coverage", "source"], report.Days.Select(Row));
            foreach (var note in report.Notes ?? [])
            {
                Screen.Say(Note(note));
            }
        }

        return 0;
    }

    private static string Note(DayNoteEntry note) => string.Create(
        CultureInfo.InvariantCulture,
        $"{note.Day:yyyy-MM-dd}: {note.Source} itself gives {note.Said:0.##} for {note.Metric}, more than 10 % away from {note.Value:0.##}.");

    private static string[] Row(DayEntry entry) =>
    [
        entry.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        entry.Metric,
        entry.Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
        entry.State,
        entry.Coverage.ToString("0 %", CultureInfo.InvariantCulture),
        entry.Source ?? "",
    ];
}
