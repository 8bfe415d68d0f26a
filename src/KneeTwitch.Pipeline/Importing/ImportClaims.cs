using KneeTwitch.Pipeline.Storage;
using Npgsql;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>What of all wearers' imports is to be done next. A claim is a lease: if its holder dies, another process takes over.</summary>
public sealed class ImportClaims(OwnerDatabase owner, ImportTable imports, TimeProvider clock)
{
    private const string ClaimSql =
        """
        update imports set state = 1, attempt = attempt + 1, leased_until = $2, batches = null
        where import_id = (
            select import_id from imports
            where state = 0 or (state = 1 and (leased_until is null or leased_until < $1))
            order by accepted_at, import_id
            limit 1
            for update skip locked)
        returning wearer_id, import_id
        """;

    private const string ClaimStuckSql =
        """
        update imports set leased_until = $2
        where import_id = (
            select import_id from imports
            where state = 2 and (leased_until is null or leased_until < $1)
            order by accepted_at, import_id
            limit 1
            for update skip locked)
        returning wearer_id, import_id
        """;

    private const string ReadAgainSql = "update imports set state = 0, leased_until = null where import_id = $1 and state = 2 and attempt = $2";
    private const string ForgetSql = "update imports set leased_until = null where state = 2";

    /// <summary>An accepted import, or one whose reader died, now leased to the caller as its next attempt; null if there is none.</summary>
    internal Task<Import?> ClaimAsync(TimeSpan lease, CancellationToken cancel) => ClaimAsync(ClaimSql, lease, cancel);

    /// <summary>An import that was read to the end and has not settled in its time; null if there is none.</summary>
    internal Task<Import?> ClaimStuckAsync(TimeSpan lease, CancellationToken cancel) => ClaimAsync(ClaimStuckSql, lease, cancel);

    /// <summary>Batches of it are lost: it has to be read once more.</summary>
    internal async Task ReadAgainAsync(Import import, CancellationToken cancel)
    {
        await using var connection = await owner.ConnectAsync(cancel);
        await using var command = new NpgsqlCommand(ReadAgainSql, connection) { Parameters = { new() { Value = import.ImportId }, new() { Value = import.Attempt } } };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Whatever was settling lost its messages with the process that had them.</summary>
    internal async Task ForgetLeasesAsync(CancellationToken cancel)
    {
        await using var connection = await owner.ConnectAsync(cancel);
        await using var command = new NpgsqlCommand(ForgetSql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private async Task<Import?> ClaimAsync(string sql, TimeSpan lease, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        Guid wearerId, importId;
        await using (var connection = await owner.ConnectAsync(cancel))
        {
            await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = now }, new() { Value = now + lease } } };
            await using var reader = await command.ExecuteReaderAsync(cancel);
            if (!await reader.ReadAsync(cancel))
            {
                return null;
            }

            (wearerId, importId) = (reader.GetGuid(0), reader.GetGuid(1));
        }

        return await imports.FindAsync(wearerId, importId, cancel);
    }
}
