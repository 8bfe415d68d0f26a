using KneeTwitch.Core.Readings;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Whole chunks out of the readings.</summary>
public static class ChunkQueries
{
    private const string SourcesSql = "select source_id, name, kind from sources where wearer_id = $1";

    private const string ChunksSql =
        """
        select metric, source_id, utc_day, starts, lengths, values, versions
        from readings where wearer_id = $1 and utc_day between $2 and $3
        """;

    /// <summary>A wearer's chunks from a UTC day to a UTC day, both included, with their sources.</summary>
    public static async Task<IReadOnlyList<Chunk>> LoadAsync(NpgsqlConnection connection, Guid wearerId, DateOnly fromUtcDay, DateOnly toUtcDay, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand(SourcesSql) { Parameters = { new() { Value = wearerId } } },
                new NpgsqlBatchCommand(ChunksSql) { Parameters = { new() { Value = wearerId }, new() { Value = fromUtcDay }, new() { Value = toUtcDay } } },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var sources = new Dictionary<int, Source>();
        while (await reader.ReadAsync(cancel))
        {
            sources.Add(reader.GetInt32(0), new Source(reader.GetString(1), (SourceKind)reader.GetInt16(2)));
        }

        await reader.NextResultAsync(cancel);
        var chunks = new List<Chunk>();
        while (await reader.ReadAsync(cancel))
        {
            chunks.Add(Chunk.Of(
                (Metric)reader.GetInt16(0),
                sources[reader.GetInt32(1)],
                reader.GetFieldValue<DateOnly>(2),
                reader.GetFieldValue<int[]>(3),
                reader.GetFieldValue<int[]>(4),
                reader.GetFieldValue<double[]>(5),
                reader.IsDBNull(6) ? null : reader.GetFieldValue<int[]>(6)));
        }

        return chunks;
    }
}
