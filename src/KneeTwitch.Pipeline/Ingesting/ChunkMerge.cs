using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using Npgsql;
using NpgsqlTypes;

namespace KneeTwitch.Pipeline.Ingesting;

/// <summary>
/// The bulk SQL of the union. Workers on the same chunks cannot block each other for ever: all of them first insert and then lock, both in
/// the order of the key.
/// </summary>
internal static class ChunkMerge
{
    /// <summary>A chunk under its key in the table.</summary>
    internal sealed record Row(int SourceId, Chunk Chunk, long Hash);

    // The keys of a batch are few and known, so each is looked up in the index. "lateral" with something that keeps it from being
    // flattened says so: the statistics of a table that is being filled would have PostgreSQL walk through all of it.
    private const string Same =
        """
        select k.row
        from unnest($2::smallint[], $3::int[], $4::date[], $5::bigint[]) with ordinality as k (metric, source_id, utc_day, hash, row)
        cross join lateral (
            select from readings r
            where r.wearer_id = $1 and r.metric = k.metric and r.source_id = k.source_id and r.utc_day = k.utc_day and r.hash = k.hash
            offset 0) as stored
        """;

    private const string Stage =
        """
        create temp table incoming (
            row int, is_union bool, metric smallint, source_id int, utc_day date,
            starts int[], lengths int[], values float8[], versions int[], hash bigint
        ) on commit drop
        """;

    private const string Copy = "copy incoming (row, is_union, metric, source_id, utc_day, starts, lengths, values, versions, hash) from stdin (format binary)";

    private const string Insert =
        """
        insert into readings (wearer_id, metric, source_id, utc_day, starts, lengths, values, versions, hash)
        select $1, metric, source_id, utc_day, starts, lengths, values, versions, hash
        from incoming order by metric, source_id, utc_day
        on conflict do nothing
        returning metric, source_id, utc_day
        """;

    private const string Lock =
        """
        select i.row, stored.starts, stored.lengths, stored.values, stored.versions
        from (select * from incoming where row <> all ($2) order by metric, source_id, utc_day) as i
        cross join lateral (
            select r.starts, r.lengths, r.values, r.versions
            from readings r
            where r.wearer_id = $1 and r.metric = i.metric and r.source_id = i.source_id and r.utc_day = i.utc_day
            for update) as stored
        """;

    private const string WriteBack =
        """
        insert into readings (wearer_id, metric, source_id, utc_day, starts, lengths, values, versions, hash)
        select $1, metric, source_id, utc_day, starts, lengths, values, versions, hash from incoming where is_union
        on conflict (wearer_id, metric, source_id, utc_day) do update
        set starts = excluded.starts, lengths = excluded.lengths, values = excluded.values, versions = excluded.versions, hash = excluded.hash
        """;

    /// <summary>One row a key, in the order of the key; what came twice in a batch becomes its union.</summary>
    internal static IReadOnlyList<Row> Unique(IReadOnlyList<Chunk> chunks, Dictionary<string, int> sources) =>
    [
        .. chunks
            .Where(chunk => chunk.Count > 0)
            .GroupBy(chunk => (chunk.Metric, Source: sources[chunk.Source.Name], chunk.UtcDay))
            .OrderBy(same => same.Key)
            .Select(same => same.Aggregate((a, b) => a.Union(b)))
            .Select(chunk => new Row(sources[chunk.Source.Name], chunk, chunk.Hash())),
    ];

    /// <returns>How many readings were not there before.</returns>
    internal static async Task<int> RunAsync(NpgsqlConnection connection, Guid wearerId, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        var same = await SameAsync(connection, wearerId, rows, cancel);
        var incoming = rows.Where((_, i) => !same.Contains(i + 1)).ToList();
        if (incoming.Count == 0)
        {
            return 0;
        }

        await connection.ExecuteAsync(Stage, cancel);
        await CopyAsync(connection, incoming, isUnion: false, cancel);
        var inserted = await InsertAsync(connection, wearerId, incoming, cancel);
        var added = inserted.Sum(i => incoming[i].Chunk.Count);
        return inserted.Count == incoming.Count ? added : added + await UniteAsync(connection, wearerId, incoming, inserted, cancel);
    }

    private static async Task<HashSet<long>> SameAsync(NpgsqlConnection connection, Guid wearerId, IReadOnlyList<Row> rows, CancellationToken cancel)
    {
        await using var command = connection.Command(
            Same,
            wearerId,
            rows.Select(row => (short)row.Chunk.Metric).ToArray(),
            rows.Select(row => row.SourceId).ToArray(),
            rows.Select(row => row.Chunk.UtcDay).ToArray(),
            rows.Select(row => row.Hash).ToArray());
        var same = new HashSet<long>();
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            same.Add(reader.GetInt64(0));
        }

        return same;
    }

    private static async Task CopyAsync(NpgsqlConnection connection, List<Row> rows, bool isUnion, CancellationToken cancel)
    {
        await using var copy = await connection.BeginBinaryImportAsync(Copy, cancel);
        for (var i = 0; i < rows.Count; i++)
        {
            var (sourceId, chunk, hash) = rows[i];
            await copy.StartRowAsync(cancel);
            await copy.WriteAsync(i, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(isUnion, NpgsqlDbType.Boolean, cancel);
            await copy.WriteAsync((short)chunk.Metric, NpgsqlDbType.Smallint, cancel);
            await copy.WriteAsync(sourceId, NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(chunk.UtcDay, NpgsqlDbType.Date, cancel);
            await copy.WriteAsync(chunk.Starts, NpgsqlDbType.Array | NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(chunk.Lengths, NpgsqlDbType.Array | NpgsqlDbType.Integer, cancel);
            await copy.WriteAsync(chunk.Values, NpgsqlDbType.Array | NpgsqlDbType.Double, cancel);
            if (chunk.Versions is { } versions)
            {
                await copy.WriteAsync(versions, NpgsqlDbType.Array | NpgsqlDbType.Integer, cancel);
            }
            else
            {
                await copy.WriteNullAsync(cancel);
            }

            await copy.WriteAsync(hash, NpgsqlDbType.Bigint, cancel);
        }

        await copy.CompleteAsync(cancel);
    }

    private static async Task<HashSet<int>> InsertAsync(NpgsqlConnection connection, Guid wearerId, List<Row> incoming, CancellationToken cancel)
    {
        var places = incoming.Select((row, i) => (row, i)).ToDictionary(each => ((short)each.row.Chunk.Metric, each.row.SourceId, each.row.Chunk.UtcDay), each => each.i);
        var inserted = new HashSet<int>();
        await using var command = connection.Command(Insert, wearerId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            inserted.Add(places[(reader.GetInt16(0), reader.GetInt32(1), reader.GetFieldValue<DateOnly>(2))]);
        }

        return inserted;
    }

    private static async Task<int> UniteAsync(NpgsqlConnection connection, Guid wearerId, List<Row> incoming, HashSet<int> inserted, CancellationToken cancel)
    {
        var unions = new List<Row>();
        var added = 0;
        await using (var command = connection.Command(Lock, wearerId, inserted.ToArray()))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
            {
                var row = incoming[reader.GetInt32(0)];
                var stored = ReadChunk(reader, row.Chunk);
                var union = stored.Union(row.Chunk);
                added += union.Count - stored.Count;
                unions.Add(row with { Chunk = union, Hash = union.Hash() });
            }
        }

        if (unions.Count > 0)
        {
            await CopyAsync(connection, unions, isUnion: true, cancel);
            await using var command = connection.Command(WriteBack, wearerId);
            await command.ExecuteNonQueryAsync(cancel);
        }

        return added;
    }

    private static Chunk ReadChunk(NpgsqlDataReader reader, Chunk like) => Chunk.Of(
        like.Metric,
        like.Source,
        like.UtcDay,
        reader.GetFieldValue<int[]>(1),
        reader.GetFieldValue<int[]>(2),
        reader.GetFieldValue<double[]>(3),
        reader.IsDBNull(4) ? null : reader.GetFieldValue<int[]>(4));
}
