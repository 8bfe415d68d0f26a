using System.CommandLine;
using System.Globalization;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>What is in a file, without a database and without keeping anything.</summary>
internal static class InspectCommand
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "Exports: zip, folder or bare file.", Arity = ArgumentArity.OneOrMore };

    internal static Command Create() => Verb.Of(
        "inspect",
        "Say what is in a file: format, sources, readings a metric, what cannot be read and why. Stores nothing.",
        [Files, ImportCommand.Zone, ImportCommand.Format, ImportCommand.Person, Verb.Json],
        RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        var paths = run.Get(Files) ?? [];
        ImportCommand.Check(paths, run.Get(ImportCommand.Zone));
        var report = await Inspection.InspectAsync(paths, run.Get(ImportCommand.Zone), run.Get(ImportCommand.Format), run.Get(ImportCommand.Person), cancel);
        if (run.WantsJson)
        {
            Screen.Json(report);
            return 0;
        }

        foreach (var file in report.Files)
        {
            Print(run.Screen, file);
        }

        Screen.Say($"{report.Days.Count} days in all; --json lists each day's numbers.");
        return 0;
    }

    private static void Print(Screen screen, FileInspection file)
    {
        Screen.Say(Invariant($"{file.Path}: {file.Format}{(file.Version is null ? "" : " " + file.Version)}, {file.Readings:#,0} readings, {file.Duplicates:#,0} repeated, from {file.From:yyyy-MM-dd} to {file.To:yyyy-MM-dd}"));
        Screen.Say($"  Sources: {string.Join(", ", file.Sources)}");
        screen.Table(
            ["metric", "count", "sum", "min", "max"],
            file.Metrics.Select(metric => (string[])[metric.Key, Invariant($"{metric.Value.Count:#,0}"), Invariant($"{metric.Value.Sum:#,0.##}"), Invariant($"{metric.Value.Min:0.##}"), Invariant($"{metric.Value.Max:0.##}")]));
        foreach (var (kind, count) in file.Diary)
        {
            Screen.Say(Invariant($"  Diary: {count:#,0} x {kind}"));
        }

        foreach (var reject in file.Rejects)
        {
            Screen.Say(Invariant($"  Rejected {reject.Count:#,0} x {reject.Reason} (first: {reject.First})"));
        }

        foreach (var (format, doubt) in file.Doubts)
        {
            Screen.Say($"  Uncertain of {format}: {doubt}");
        }

        foreach (var (note, count) in file.Notes)
        {
            Screen.Say(Invariant($"  Note, {count:#,0} x {note}"));
        }

        foreach (var (name, count) in file.Unread)
        {
            Screen.Say(Invariant($"  Not read {count:#,0} x {name}"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
