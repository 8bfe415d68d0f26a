using System.CommandLine;
using KneeTwitch.Demo;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Invents a year with planted patterns, imports it, and shows what is found.</summary>
internal static class DemoCommand
{
    internal const string WearerName = "demo";

    private static readonly Option<string?> Out = new("--out") { Description = "Only write the invented export to this zip file; import nothing.", HelpName = "FILE" };

    private static readonly Option<DateOnly?> Through = new("--through") { Description = "The last day to invent (default: yesterday); the same day gives the same data.", HelpName = "DAY" };

    internal static Command Create() => Verb.Of(
        "demo",
        "Invent a year of data with patterns planted in it (short sleep from spring on, a training spike in May, a dry July and more), import it for a wearer \"demo\", and show what is found.",
        [UpCommand.Exit, ServeCommand.Port, Out, Through, Verb.Json],
        RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        var plan = new DemoPlan(run.Get(Through) ?? DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(-1));
        if (run.Get(Out) is { } path)
        {
            await WriteAsync(path, plan, cancel);
            Screen.Note($"Wrote {Path.GetFullPath(path)}.");
            return 0;
        }

        var folder = Directory.CreateTempSubdirectory("kneetwitch-demo-");
        try
        {
            var export = Path.Combine(folder.FullName, "export.zip");
            await WriteAsync(export, plan, cancel);
            var plants = plan.Plants.Select(plant => plant.To == plan.Last ? $"{plant.What} from {plant.From:yyyy-MM-dd} on" : $"{plant.What} from {plant.From:yyyy-MM-dd} to {plant.To:yyyy-MM-dd}");
            Screen.Note($"Invented from {plan.First:yyyy-MM-dd} to {plan.Last:yyyy-MM-dd}: {string.Join(", ", plants)}, and twitches that follow short nights.");
            return await UpCommand.RunAsync(run, [export], WearerName, showAll: true, cancel);
        }
        finally
        {
            folder.Delete(recursive: true); // What counts is the stored copy.
        }
    }

    private static async Task WriteAsync(string path, DemoPlan plan, CancellationToken cancel)
    {
        await using var file = File.Create(path);
        DemoExport.Write(file, plan);
        await file.FlushAsync(cancel);
    }
}
