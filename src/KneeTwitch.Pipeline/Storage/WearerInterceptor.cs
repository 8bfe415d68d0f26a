using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Tells PostgreSQL, on every connection that is opened, whose rows may be seen.</summary>
internal sealed class WearerInterceptor(Guid wearerId) : DbConnectionInterceptor
{
    private const string Sql = "select set_config('app.wearer_id', $1, false)";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = Command((NpgsqlConnection)connection, wearerId);
        command.ExecuteNonQuery();
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default) =>
        ApplyAsync((NpgsqlConnection)connection, wearerId, cancellationToken);

    internal static async Task ApplyAsync(NpgsqlConnection connection, Guid wearerId, CancellationToken cancel)
    {
        await using var command = Command(connection, wearerId);
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, Guid wearerId) =>
        new(Sql, connection) { Parameters = { new() { Value = wearerId.ToString() } } };
}
