using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The only reads across wearers: for the schedule, which asks whose turn it is, and for commands, which know a wearer by name.</summary>
public sealed class WearerDirectory(OwnerDatabase owner)
{
    private const string Columns = "select w.wearer_id, w.name, w.current_zone from wearers w";

    /// <summary>All wearers, by name.</summary>
    public Task<IReadOnlyList<WearerEntry>> ListAsync(CancellationToken cancel) => ReadAsync($"{Columns} order by w.name", [], cancel);

    /// <summary>The wearer of a name or an id; null if there is none.</summary>
    public async Task<WearerEntry?> FindAsync(string nameOrId, CancellationToken cancel)
    {
        var found = await ReadAsync($"{Columns} where w.name = $1 or w.wearer_id::text = lower($1) order by w.name = $1 desc limit 1", [nameOrId], cancel);
        return found.Count > 0 ? found[0] : null;
    }

    /// <summary>The zones wearers live in now, each once.</summary>
    public async Task<IReadOnlyList<string>> ZonesAsync(CancellationToken cancel)
    {
        await using var connection = await owner.ConnectAsync(cancel);
        await using var command = new NpgsqlCommand("select array(select distinct current_zone from wearers order by current_zone)", connection);
        return await command.ExecuteScalarAsync(cancel) as string[] ?? [];
    }

    /// <summary>Wearers of a zone whose days are not judged up to a day yet. Those who have no day at all are left out.</summary>
    public Task<IReadOnlyList<WearerEntry>> NotAnalyzedAsync(string zone, DateOnly through, CancellationToken cancel) =>
        ReadAsync(
            $"""
            {Columns} left join analyzed_wearers a on a.wearer_id = w.wearer_id
            where w.current_zone = $1 and (a.through is null or a.through < $2)
                and exists (select from days d where d.wearer_id = w.wearer_id)
            order by w.wearer_id
            """,
            [zone, through],
            cancel);

    /// <summary>Wearers who want the weekly mail and whose mail of a week is neither sent nor claimed, or is due for another try.</summary>
    public Task<IReadOnlyList<WearerEntry>> DigestCandidatesAsync(DateOnly weekEnding, DateTimeOffset now, CancellationToken cancel) =>
        ReadAsync(
            $"""
            {Columns} left join digests d on d.wearer_id = w.wearer_id and d.week_ending = $1
            where w.wants_digest and (d.wearer_id is null or (d.sent_at is null and d.next_attempt_at <= $2))
            order by w.wearer_id
            """,
            [weekEnding, now.ToUniversalTime()],
            cancel);

    private async Task<IReadOnlyList<WearerEntry>> ReadAsync(string sql, object[] values, CancellationToken cancel)
    {
        await using var connection = await owner.ConnectAsync(cancel);
        await using var command = connection.Command(sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var wearers = new List<WearerEntry>();
        while (await reader.ReadAsync(cancel))
        {
            wearers.Add(new WearerEntry(reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        }

        return wearers;
    }
}
