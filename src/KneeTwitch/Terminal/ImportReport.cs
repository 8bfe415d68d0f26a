using System.Globalization;
using KneeTwitch.Commands;
using KneeTwitch.Hosting;

namespace KneeTwitch.Terminal;

/// <summary>What imports brought, and what is flagged after them.</summary>
internal static class ImportReport
{
    /// <summary>Reasons shown to people; JSON has all of them.</summary>
    private const int MostReasons = 12;

    internal static async Task WriteAsync(Invocation run, OpenDatabase database, Guid wearerId, IReadOnlyList<ImportOutcome> outcomes, bool showAll, CancellationToken cancel)
    {
        if (run.WantsJson)
        {
            var report = await AlertReport.LoadAsync(database, wearerId, showAll, cancel);
            Screen.Json(new { imports = outcomes.Select(Json), report.Alerts });
        }

        foreach (var failed in outcomes.Where(outcome => !outcome.IsDone))
        {
            Screen.Note($"kneetwitch: {failed.Import.FileName} was not imported: {failed.Import.Error ?? "the import was cancelled."}");
        }

        if (run.WantsJson)
        {
            return;
        }

        foreach (var outcome in outcomes)
        {
            Print(outcome);
        }

        Screen.Say("");
        await AlertReport.PrintAsync(run.Screen, database, wearerId, showAll, cancel);
    }

    private static void Print(ImportOutcome outcome)
    {
        var import = outcome.Import;
        Screen.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{import.FileName} ({import.Format ?? "unknown format"}): {outcome.New:#,0} readings new, {outcome.Known:#,0} already known, {import.Rejected:#,0} rejected"));
        foreach (var reject in import.Rejects.Take(MostReasons))
        {
            Screen.Say(string.Create(CultureInfo.InvariantCulture, $"  {reject.Count:#,0} x {reject.Reason} (first: {reject.First})"));
        }

        if (import.Rejects.Count > MostReasons)
        {
            Screen.Say($"  and {import.Rejects.Count - MostReasons} more reasons; --json lists all.");
        }
    }

    private static object Json(ImportOutcome outcome) => new
    {
        Id = outcome.Import.ImportId,
        File = outcome.Import.FileName,
        outcome.Import.Format,
        outcome.Import.State,
        outcome.New,
        outcome.Known,
        outcome.Import.Rejected,
        outcome.Import.Rejects,
        outcome.Import.Error,
    };
}
