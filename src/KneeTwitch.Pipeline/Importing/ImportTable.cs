using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>The only writer of <c>imports</c>. Every change names the state it expects, so that a late or repeated one does nothing.</summary>
public sealed class ImportTable(WearerDatabase database, TimeProvider clock)
{
    /// <summary>Adds an import of a stored export. The same file again is another import: that is how it is seen to be already known.</summary>
    /// <param name="zone">An IANA zone for local times in it; null for the wearer's own.</param>
    /// <param name="format">The format the person named; null to go by content.</param>
    public Task<Import> AcceptAsync(Guid wearerId, StoredExport export, string? zone, string? format, CancellationToken cancel) =>
        AcceptAsync(wearerId, export, zone, format, person: null, cancel);

    /// <inheritdoc cref="AcceptAsync(Guid, StoredExport, string, string, CancellationToken)"/>
    /// <param name="person">Whom to read in a file of many, by the vendor's id; null where nobody was named.</param>
    public async Task<Import> AcceptAsync(Guid wearerId, StoredExport export, string? zone, string? format, string? person, CancellationToken cancel)
    {
        var import = new Import
        {
            WearerId = wearerId,
            ImportId = Guid.CreateVersion7(clock.GetUtcNow()),
            FileHash = export.Hash,
            FileName = export.Name,
            TotalBytes = export.Bytes,
            State = ImportState.Accepted,
            AcceptedAt = clock.GetUtcNow(),
            Zone = zone,
            Format = format,
            Person = person,
        };
        await using var db = database.Open(wearerId);
        db.Imports.Add(import);
        await db.SaveChangesAsync(cancel);
        return import;
    }

    /// <summary>The import as it is now, or null.</summary>
    public async Task<Import?> FindAsync(Guid wearerId, Guid importId, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await db.Imports.AsNoTracking().SingleOrDefaultAsync(import => import.ImportId == importId, cancel);
    }

    /// <summary>Stops an import that is not over; what it stored stays, as any reading does. False where it was over.</summary>
    public async Task<bool> CancelAsync(Guid wearerId, Guid importId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.Open(wearerId);
        return await db.Imports
            .Where(import => import.ImportId == importId && (import.State == ImportState.Accepted || import.State == ImportState.Reading || import.State == ImportState.Settling))
            .ExecuteUpdateAsync(set => set.SetProperty(import => import.State, ImportState.Cancelled).SetProperty(import => import.FinishedAt, now), cancel) > 0;
    }

    /// <summary>Days and alerts are up to date with it.</summary>
    public async Task FinishAsync(Guid wearerId, Guid importId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.Open(wearerId);
        await db.Imports
            .Where(import => import.ImportId == importId && import.State == ImportState.Settling)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(import => import.State, ImportState.Done)
                    .SetProperty(import => import.FinishedAt, now)
                    .SetProperty(import => import.LeasedUntil, (DateTimeOffset?)null),
                cancel);
    }

    /// <summary>Writes how far a run is, and renews its lease. False where the run has lost it, or was cancelled: it must stop.</summary>
    internal async Task<bool> ProgressAsync(Import run, long readBytes, long readings, long rejected, TimeSpan lease, CancellationToken cancel)
    {
        var until = clock.GetUtcNow() + lease;
        await using var db = database.Open(run.WearerId);
        return await Running(db, run)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(import => import.Format, run.Format)
                    .SetProperty(import => import.ReadBytes, readBytes)
                    .SetProperty(import => import.Readings, readings)
                    .SetProperty(import => import.Rejected, rejected)
                    .SetProperty(import => import.LeasedUntil, until),
                cancel) > 0;
    }

    /// <summary>The run has read to the end and published that many batches. False where it was cancelled meanwhile.</summary>
    internal async Task<bool> SettleAsync(Import run, ImportTally tally, Rejects rejects, TimeSpan lease, CancellationToken cancel)
    {
        var until = clock.GetUtcNow() + lease;
        var reasons = rejects.All.ToList();
        await using var db = database.Open(run.WearerId);
        return await Running(db, run)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(import => import.State, ImportState.Settling)
                    .SetProperty(import => import.Format, run.Format)
                    .SetProperty(import => import.Batches, tally.Batches)
                    .SetProperty(import => import.ReadBytes, run.TotalBytes)
                    .SetProperty(import => import.Readings, tally.Readings)
                    .SetProperty(import => import.Rejected, rejects.Count)
                    .SetProperty(import => import.Rejects, reasons)
                    .SetProperty(import => import.LeasedUntil, until),
                cancel) > 0;
    }

    /// <summary>The run cannot go on; the sentence is for the wearer.</summary>
    internal async Task FailAsync(Import run, string error, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var db = database.Open(run.WearerId);
        await Running(db, run)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(import => import.State, ImportState.Failed)
                    .SetProperty(import => import.Error, error)
                    .SetProperty(import => import.FinishedAt, now)
                    .SetProperty(import => import.LeasedUntil, (DateTimeOffset?)null),
                cancel);
    }

    /// <summary>When the wearer's first import of the same file was accepted: reading an old file again does not make it a newer one.</summary>
    internal async Task<DateTimeOffset> FirstAcceptedAsync(Import run, CancellationToken cancel)
    {
        await using var db = database.Open(run.WearerId);
        return await db.Imports.Where(import => import.FileHash == run.FileHash).MinAsync(import => (DateTimeOffset?)import.AcceptedAt, cancel) ?? run.AcceptedAt;
    }

    /// <summary>Batches of the run that are stored by now.</summary>
    internal async Task<int> StoredBatchesAsync(Import run, CancellationToken cancel)
    {
        await using var db = database.Open(run.WearerId);
        return await db.ImportBatches.CountAsync(batch => batch.ImportId == run.ImportId && batch.Attempt == run.Attempt, cancel);
    }

    private static IQueryable<Import> Running(KneeTwitchDb db, Import run) =>
        db.Imports.Where(import => import.ImportId == run.ImportId && import.Attempt == run.Attempt && import.State == ImportState.Reading);
}
