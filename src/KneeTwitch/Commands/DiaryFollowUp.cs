using KneeTwitch.Core.Risks;
using KneeTwitch.Hosting;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>What follows when the diary changed: days and flags, at once, because an answer may be a red flag.</summary>
internal static class DiaryFollowUp
{
    /// <summary>Judges, and says what is flagged that was not before.</summary>
    internal static async Task JudgeAsync(Invocation run, OpenDatabase database, Guid wearerId, CancellationToken cancel)
    {
        if (run.Get(DiaryAddCommand.Later))
        {
            Screen.Note("Days and flags follow with the next import or analysis (kneetwitch analyze).");
            return;
        }

        var before = (await AlertReport.LoadAsync(database, wearerId, all: false, cancel)).Alerts.Select(alert => (alert.Id, alert.Level)).ToHashSet();
        await AnalyzeCommand.JudgeAsync(run, database, wearerId, through: null, cancel);
        foreach (var alert in (await AlertReport.LoadAsync(database, wearerId, all: false, cancel)).Alerts.Where(alert => !before.Contains((alert.Id, alert.Level))))
        {
            Screen.Note($"Flagged now: {RiskFactors.Find(alert.Factor)?.Name ?? alert.Factor} ({alert.Id}). kneetwitch alerts says more.");
        }
    }
}
