using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using Npgsql;
using NpgsqlTypes;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>
/// A wearer's diary, and its only writer. An entry is merged by its key, the version that was said last counts, deletions stay: so entries may
/// come twice, late and in any order, as readings may.
/// </summary>
public sealed class DiaryTable(WearerDatabase database)
{
    private const string Columns = "d.key, s.name, s.kind, d.at, d.day, d.part, d.said, d.what::text";

    private const string ByDay =
        $"select {Columns} from diary d join sources s on s.wearer_id = d.wearer_id and s.source_id = d.source_id where d.wearer_id = $1 and d.utc_day between $2 and $3";

    private const string ByKey =
        $"select {Columns} from diary d join sources s on s.wearer_id = d.wearer_id and s.source_id = d.source_id where d.wearer_id = $1 and d.key = any($2)";

    // Inserts of one new key from two places meet here: the second waits, then sees the first.
    private const string Lock = "select pg_advisory_xact_lock(hashtextextended('diary:' || $1::text, 0))";

    private const string Save =
        """
        insert into diary (wearer_id, key, source_id, at, day, part, utc_day, said, what, hash)
        select $1, key, source_id, at, day, part, utc_day, said, what::jsonb, hash
        from unnest($2::text[], $3::int[], $4::timestamptz[], $5::date[], $6::smallint[], $7::date[], $8::timestamptz[], $9::text[], $10::bigint[])
            as e (key, source_id, at, day, part, utc_day, said, what, hash)
        on conflict (wearer_id, key) do update
        set source_id = excluded.source_id, at = excluded.at, day = excluded.day, part = excluded.part, utc_day = excluded.utc_day,
            said = excluded.said, what = excluded.what, hash = excluded.hash
        """;

    /// <summary>The whole diary as it counts now.</summary>
    public async Task<DiaryLog> LoadAsync(Guid wearerId, ZoneHistory zones, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(wearerId, cancel);
        return await LoadAsync(connection, wearerId, zones, DateOnly.MinValue, DateOnly.MaxValue, cancel);
    }

    /// <summary>The diary as it counts now, of some UTC days, both included.</summary>
    public static async Task<DiaryLog> LoadAsync(NpgsqlConnection connection, Guid wearerId, ZoneHistory zones, DateOnly firstUtcDay, DateOnly lastUtcDay, CancellationToken cancel)
    {
        await using var command = connection.Command(ByDay, wearerId, firstUtcDay, lastUtcDay);
        return DiaryLog.Of(await ReadAsync(command, cancel), zones);
    }

    /// <summary>Merges entries, in a transaction of its own.</summary>
    /// <returns>How many were not there before.</returns>
    public async Task<int> MergeAsync(Guid wearerId, IReadOnlyList<DiaryEntry> entries, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(wearerId, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var added = await MergeAsync(connection, wearerId, entries, cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    /// <summary>Changes one entry from what it is now; nobody writes it in between.</summary>
    /// <param name="wearerId">Whose diary.</param>
    /// <param name="key">Which entry.</param>
    /// <param name="change">Makes the version that counts from now on, of the one there is (a deletion, too) or null.</param>
    /// <returns>The entry as it is now.</returns>
    internal async Task<DiaryEntry> ChangeAsync(Guid wearerId, string key, Func<DiaryEntry?, DiaryEntry> change, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(wearerId, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await LockAsync(connection, wearerId, cancel);
        await using var find = connection.Command(ByKey, wearerId, (string[])[key]);
        var changed = change((await ReadAsync(find, cancel)).SingleOrDefault());
        await MergeAsync(connection, wearerId, [changed], cancel);
        await transaction.CommitAsync(cancel);
        return changed;
    }

    /// <summary>Merges entries within the caller's transaction.</summary>
    /// <returns>How many were not there before.</returns>
    internal static async Task<int> MergeAsync(NpgsqlConnection connection, Guid wearerId, IReadOnlyList<DiaryEntry> entries, CancellationToken cancel)
    {
        await LockAsync(connection, wearerId, cancel);
        var incoming = entries.Select(entry => entry.Canonical() with { Said = Stored(entry.Said) }).GroupBy(entry => entry.Key).Select(versions => versions.Aggregate((a, b) => a.Union(b))).ToList();
        await using var find = connection.Command(ByKey, wearerId, incoming.Select(entry => entry.Key).ToArray());
        var known = (await ReadAsync(find, cancel)).ToDictionary(entry => entry.Key);
        var changed = incoming
            .Select(entry => known.TryGetValue(entry.Key, out var before) ? entry.Union(before) : entry)
            .Where(entry => !known.TryGetValue(entry.Key, out var before) || entry.Said != before.Said || entry.Hash() != before.Hash())
            .ToList();
        if (changed.Count > 0)
        {
            await SaveAsync(connection, wearerId, changed, cancel);
        }

        return incoming.Count(entry => !known.ContainsKey(entry.Key));
    }

    private static async Task LockAsync(NpgsqlConnection connection, Guid wearerId, CancellationToken cancel)
    {
        await using var take = connection.Command(Lock, wearerId);
        await take.ExecuteNonQueryAsync(cancel);
    }

    private static async Task SaveAsync(NpgsqlConnection connection, Guid wearerId, List<DiaryEntry> entries, CancellationToken cancel)
    {
        var sources = await SourceRows.IdsAsync(connection, wearerId, [.. entries.Select(entry => entry.Source)], cancel);
        await using var save = connection.Command(Save, wearerId, entries.Select(entry => entry.Key).ToArray(), entries.Select(entry => sources[entry.Source.Name]).ToArray());
        AddArray(save, NpgsqlDbType.TimestampTz, entries.Select(entry => entry.Time?.At));
        AddArray(save, NpgsqlDbType.Date, entries.Select(entry => entry.Time?.Day));
        AddArray(save, NpgsqlDbType.Smallint, entries.Select(entry => (short?)entry.Time?.Part));
        AddArray(save, NpgsqlDbType.Date, entries.Select(entry => entry.Time?.UtcDay));
        AddArray(save, NpgsqlDbType.TimestampTz, entries.Select(entry => entry.Said));
        AddArray(save, NpgsqlDbType.Text, entries.Select(entry => entry.What is null ? null : DiaryJson.Write(entry.What)));
        AddArray(save, NpgsqlDbType.Bigint, entries.Select(entry => entry.Hash()));
        await save.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The table keeps microseconds.</summary>
    private static DateTimeOffset Stored(DateTimeOffset said) => new(said.UtcTicks - (said.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    private static void AddArray<T>(NpgsqlCommand command, NpgsqlDbType type, IEnumerable<T> values) =>
        command.Parameters.Add(new NpgsqlParameter { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });

    private static async Task<List<DiaryEntry>> ReadAsync(NpgsqlCommand command, CancellationToken cancel)
    {
        var entries = new List<DiaryEntry>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
        {
            entries.Add(new DiaryEntry
            {
                Key = row.GetString(0),
                Source = new Source(row.GetString(1), (SourceKind)row.GetInt16(2)),
                Time = TimeIn(row),
                Said = row.GetFieldValue<DateTimeOffset>(6),
                What = row.IsDBNull(7) ? null : DiaryJson.Read(row.GetString(7)),
            });
        }

        return entries;
    }

    private static DiaryTime? TimeIn(NpgsqlDataReader row) => row.IsDBNull(3) && row.IsDBNull(4)
        ? null
        : new DiaryTime(
            row.IsDBNull(3) ? null : row.GetFieldValue<DateTimeOffset>(3),
            row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
            row.IsDBNull(5) ? null : (PartOfDay)row.GetInt16(5));
}
