using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using Npgsql;

namespace KneeTwitch.Pipeline.Ingesting;

/// <summary>The note that a batch of an import is stored, made in the transaction that stores it: counted once however often it comes.</summary>
internal sealed record StoredBatch(Guid WearerId, Guid ImportId, int Attempt, int Batch)
{
    private const string Sql =
        """
        insert into import_batches (wearer_id, import_id, attempt, batch, readings, added, utc_days)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing
        """;

    internal async Task NoteAsync(NpgsqlConnection connection, IReadOnlyList<Chunk> chunks, IReadOnlyList<DiaryEntry> entries, int added, CancellationToken cancel)
    {
        DateOnly[] days = [.. chunks.Select(chunk => chunk.UtcDay).Concat(entries.SelectMany(entry => entry.Time is { } time ? [time.UtcDay] : Array.Empty<DateOnly>())).Distinct().Order()];
        await using var command = connection.Command(Sql, WearerId, ImportId, Attempt, Batch, chunks.Sum(chunk => chunk.Count) + entries.Count, added, days);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
