using System.Globalization;
using KneeTwitch.Pipeline.Storage;
using Spectre.Console;

namespace KneeTwitch.Terminal;

/// <summary>The progress of imports on the error stream: a bar each with bytes, readings a second and time left; a line a step where there is no terminal.</summary>
internal static class ImportBar
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(200), WonderAfter = TimeSpan.FromSeconds(30);

    /// <summary>Looks until all imports are over.</summary>
    /// <param name="screen">Where to show it.</param>
    /// <param name="clock">For speeds.</param>
    /// <param name="load">The imports as they stand.</param>
    internal static async Task<IReadOnlyList<ImportOutcome>> FollowAsync(Screen screen, TimeProvider clock, Func<Task<IReadOnlyList<ImportOutcome>>> load, CancellationToken cancel)
    {
        if (!screen.Error.Profile.Capabilities.Interactive || !screen.Error.Profile.Out.IsTerminal)
        {
            return await FollowPlainlyAsync(clock, load, cancel);
        }

        IReadOnlyList<ImportOutcome> outcomes = [];
        var progress = screen.Error.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn());
        await progress.StartAsync(async bars =>
        {
            Dictionary<Guid, ProgressTask> tasks = [];
            var began = clock.GetTimestamp();
            do
            {
                outcomes = await load();
                foreach (var outcome in outcomes)
                {
                    if (!tasks.TryGetValue(outcome.Import.ImportId, out var task))
                    {
                        tasks[outcome.Import.ImportId] = task = bars.AddTask(Markup.Escape(outcome.Import.FileName), maxValue: 1);
                    }

                    task.Description = Markup.Escape($"{outcome.Import.FileName}: {Step(outcome, clock.GetElapsedTime(began))}");
                    task.Value = outcome.Share;
                }
            }
            while (!await AreOverAsync(outcomes, clock, cancel));
        });
        return outcomes;
    }

    private static async Task<IReadOnlyList<ImportOutcome>> FollowPlainlyAsync(TimeProvider clock, Func<Task<IReadOnlyList<ImportOutcome>>> load, CancellationToken cancel)
    {
        var began = clock.GetTimestamp();
        var wondered = false;
        Dictionary<Guid, ImportState> said = [];
        IReadOnlyList<ImportOutcome> outcomes;
        do
        {
            outcomes = await load();
            foreach (var outcome in outcomes.Where(outcome => !said.TryGetValue(outcome.Import.ImportId, out var state) || state != outcome.Import.State))
            {
                said[outcome.Import.ImportId] = outcome.Import.State;
                Screen.Note($"{outcome.Import.FileName}: {Step(outcome, clock.GetElapsedTime(began))}");
            }

            if (!wondered && clock.GetElapsedTime(began) > WonderAfter && outcomes.Any(outcome => outcome.Import.State == ImportState.Accepted))
            {
                wondered = true;
                Screen.Note("No worker has taken it yet. Is one running (kneetwitch serve --roles import,ingest,analyze)? Still waiting.");
            }
        }
        while (!await AreOverAsync(outcomes, clock, cancel));
        return outcomes;
    }

    private static async Task<bool> AreOverAsync(IReadOnlyList<ImportOutcome> outcomes, TimeProvider clock, CancellationToken cancel)
    {
        if (outcomes.All(outcome => outcome.IsOver))
        {
            return true;
        }

        await Task.Delay(LookEvery, clock, cancel);
        return false;
    }

    private static string Step(ImportOutcome outcome, TimeSpan elapsed) => outcome.Import.State switch
    {
        ImportState.Accepted when elapsed > WonderAfter => "waiting for a worker; is one running?",
        ImportState.Accepted => "waiting to be read",
        ImportState.Reading => string.Create(
            CultureInfo.InvariantCulture,
            $"reading, {outcome.Import.ReadBytes / 1e6:0.0} of {outcome.Import.TotalBytes / 1e6:0.0} MB, {outcome.Import.Readings / Math.Max(0.2, elapsed.TotalSeconds):#,0} readings/s"),
        ImportState.Settling => "working out days and patterns",
        ImportState.Done => "done",
        ImportState.Failed => "failed",
        _ => "cancelled",
    };
}
