using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using Npgsql;

namespace KneeTwitch.Pipeline.Ingesting;

/// <summary>The only writer of readings, sources and import_batches: merges by union, so a batch may come twice, late, and from two workers at once.</summary>
public sealed class ReadingTable(WearerDatabase database)
{
    private const int MostTries = 5;

    /// <summary>Merges a batch and notes it as stored, in one transaction.</summary>
    /// <returns>How many readings were not there before.</returns>
    public Task<int> MergeAsync(Guid wearerId, Guid importId, int attempt, int batch, IReadOnlyList<Chunk> chunks, CancellationToken cancel) =>
        MergeAsync(wearerId, importId, attempt, batch, chunks, [], cancel);

    /// <summary>Merges a batch of readings and of the diary's entries, and notes it as stored, in one transaction.</summary>
    /// <returns>How many readings and entries were not there before.</returns>
    public async Task<int> MergeAsync(
        Guid wearerId, Guid importId, int attempt, int batch, IReadOnlyList<Chunk> chunks, IReadOnlyList<DiaryEntry> entries, CancellationToken cancel)
    {
        var stored = new StoredBatch(wearerId, importId, attempt, batch);
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await MergeOnceAsync(stored, chunks, entries, cancel);
            }
            catch (PostgresException busy) when (tries < MostTries && busy.SqlState is PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(Random.Shared.Next(20, 100) * tries), cancel);
            }
        }
    }

    private async Task<int> MergeOnceAsync(StoredBatch batch, IReadOnlyList<Chunk> chunks, IReadOnlyList<DiaryEntry> entries, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(batch.WearerId, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);

        // A commit lost in a power cut loses nothing: the stored file is the truth, and its import is read again from there.
        // Nor may the statistics of a table that is being filled talk PostgreSQL out of its indexes (see ChunkMerge).
        await connection.ExecuteAsync("set local synchronous_commit = off; set local enable_seqscan = off; set local enable_bitmapscan = off; set local jit = off", cancel);
        var sources = await SourceRows.IdsAsync(connection, batch.WearerId, [.. chunks.Select(chunk => chunk.Source)], cancel);
        var added = await ChunkMerge.RunAsync(connection, batch.WearerId, ChunkMerge.Unique(chunks, sources), cancel);
        if (entries.Count > 0)
        {
            added += await DiaryTable.MergeAsync(connection, batch.WearerId, entries, cancel);
        }

        await batch.NoteAsync(connection, chunks, entries, added, cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }
}
