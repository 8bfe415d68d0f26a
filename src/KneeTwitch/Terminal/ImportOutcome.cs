using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Terminal;

/// <summary>An import as a terminal shows it.</summary>
/// <param name="Standing">Its row, and what is stored of it.</param>
internal sealed record ImportOutcome(ImportStanding Standing)
{
    internal Import Import => Standing.Import;

    internal long New => Standing.New;

    internal long Known => Standing.Known;

    internal bool IsDone => Import.State == ImportState.Done;

    internal bool IsOver => Import.State is ImportState.Done or ImportState.Failed or ImportState.Cancelled;

    /// <summary>0 to 1: reading is nearly all of the work, the rest is storing the last batches, days and flags.</summary>
    internal double Share => Import.State switch
    {
        ImportState.Accepted => 0,
        ImportState.Reading when Import.TotalBytes > 0 => 0.9 * Math.Min(1, (double)Import.ReadBytes / Import.TotalBytes),
        ImportState.Reading => 0,
        ImportState.Settling => 0.9 + (Import.Batches is > 0 and var all ? 0.08 * Math.Min(1, (double)Standing.StoredBatches / all) : 0),
        _ => 1,
    };

    /// <summary>The imports of these ids, in their order.</summary>
    internal static async Task<IReadOnlyList<ImportOutcome>> LoadAsync(WearerDatabase database, Guid wearerId, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var standings = (await ImportQuery.LoadAsync(database, wearerId, ids, cancel)).ToDictionary(standing => standing.Import.ImportId);
        return [.. ids.Where(standings.ContainsKey).Select(id => new ImportOutcome(standings[id]))];
    }
}
