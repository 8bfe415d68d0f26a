using System.CommandLine;
using KneeTwitch.Hosting;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Summarizing;
using KneeTwitch.Terminal;
using MassTransit;

namespace KneeTwitch.Commands;

/// <summary>Runs the analyzer now, in this process whatever bus is configured: the wearer's lock makes that safe beside the servers.</summary>
internal static class AnalyzeCommand
{
    private static readonly Option<DateOnly?> Through = new("--through") { Description = "Last day to judge (default: the last one that is over).", HelpName = "DAY" };

    internal static Command Create() => Verb.Of("analyze", "Compute the days that changed and judge them now, then show what is flagged.", [Through, Verb.Json], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel);
        var wearer = await WearerChoice.FindAsync(database, run.WearerName, cancel);
        await JudgeAsync(run, database, wearer.WearerId, run.Get(Through), cancel);
        await AlertReport.WriteAsync(run, database, wearer.WearerId, all: false, cancel);
        return 0;
    }

    /// <summary>Computes the days that changed and judges them; returns when the alerts are settled.</summary>
    internal static async Task JudgeAsync(Invocation run, OpenDatabase database, Guid wearerId, DateOnly? through, CancellationToken cancel)
    {
        var end = new AnalysisEnd();
        var plan = new HostPlan
        {
            IsAlone = true,
            IsVerbose = run.IsVerbose,
            MoreConsumers = bus =>
            {
                bus.AddSingleton(end);
                bus.AddConsumer<AnalysisWatcher>();
            },
        };
        await using var host = await RunningHost.StartAsync(run.Settings, database.Address, Roles.Ingest | Roles.Analyze, plan, cancel);
        await host.Get<DaySummaries>().RefreshAsync(wearerId, cancel);
        await host.Get<IBus>().Publish(new AnalysisDue { WearerId = wearerId, Through = through }, cancel);
        await end.WaitAsync(cancel);
    }
}
