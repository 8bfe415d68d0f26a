using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Imports with what is stored of them, as pages and commands show them.</summary>
public static class ImportQuery
{
    /// <summary>A wearer's imports, the newest first.</summary>
    /// <param name="database">Where they are.</param>
    /// <param name="wearerId">Whose.</param>
    /// <param name="ids">Only these; null for all.</param>
    /// <param name="cancel">Stops asking.</param>
    public static async Task<IReadOnlyList<ImportStanding>> LoadAsync(WearerDatabase database, Guid wearerId, IReadOnlyList<Guid>? ids, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        var imports = await db.Imports.AsNoTracking()
            .Where(import => import.WearerId == wearerId && (ids == null || ids.Contains(import.ImportId)))
            .OrderByDescending(import => import.AcceptedAt)
            .ToListAsync(cancel);
        var found = imports.ConvertAll(import => import.ImportId);
        var sums = await db.ImportBatches
            .Where(batch => batch.WearerId == wearerId && found.Contains(batch.ImportId))
            .GroupBy(batch => new { batch.ImportId, batch.Attempt })
            .Select(group => new { group.Key.ImportId, group.Key.Attempt, Batches = group.Count(), Readings = group.Sum(batch => (long)batch.Readings), Added = group.Sum(batch => (long)batch.Added) })
            .ToListAsync(cancel);
        return imports.ConvertAll(import =>
        {
            var own = sums.Where(sum => sum.ImportId == import.ImportId).ToList();
            var present = own.SingleOrDefault(sum => sum.Attempt == import.Attempt);
            return new ImportStanding(import, present?.Batches ?? 0, own.Sum(sum => sum.Added), present?.Readings ?? 0);
        });
    }
}
