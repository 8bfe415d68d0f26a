using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>
/// One at a time for a wearer, across processes: held until the transaction ends. Whoever waits for it keeps a connection, and the pool has
/// few: who has the lock must do with the connection that took it, or all wait for each other.
/// </summary>
public static class WearerLock
{
    private const string Sql = "select pg_advisory_xact_lock(hashtextextended('wearer:' || $1, 0))";

    /// <summary>Waits for the lock. There must be a transaction.</summary>
    public static async Task TakeAsync(NpgsqlConnection connection, Guid wearerId, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(wearerId.ToString());
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Waits for the lock. The context must have begun a transaction.</summary>
    public static Task TakeAsync(KneeTwitchDb db, Guid wearerId, CancellationToken cancel) =>
        TakeAsync((NpgsqlConnection)db.Database.GetDbConnection(), wearerId, cancel);
}
