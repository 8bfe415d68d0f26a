using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Whether an import is stored to its last batch.</summary>
public static class ImportProgress
{
    /// <summary>
    /// The UTC days of an import, of all attempts at it, once its last attempt is read to the end and every batch of that is stored; null
    /// before. Ask after the commit of a batch, and after the number of batches became known: one of the two sees it complete.
    /// </summary>
    public static async Task<IReadOnlyList<DateOnly>?> CompletedDaysAsync(NpgsqlConnection connection, Guid wearerId, Guid importId, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            select array(
                select distinct utc_day
                from import_batches b cross join unnest(b.utc_days) as utc_day
                where b.wearer_id = i.wearer_id and b.import_id = i.import_id
                order by utc_day)
            from imports i
            where i.wearer_id = $1 and i.import_id = $2 and i.state = $3
                and i.batches = (
                    select count(*) from import_batches b
                    where b.wearer_id = i.wearer_id and b.import_id = i.import_id and b.attempt = i.attempt)
            """,
            connection);
        command.Parameters.AddWithValue(wearerId);
        command.Parameters.AddWithValue(importId);
        command.Parameters.AddWithValue((short)ImportState.Settling);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel) ? await reader.GetFieldValueAsync<DateOnly[]>(0, cancel) : null;
    }
}
