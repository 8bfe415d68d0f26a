using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace KneeTwitch.Migrations;

/// <summary>Brings a database to the schema of this program.</summary>
public static class Migrator
{
    /// <summary>Views that look with the rights of whoever asks, and so keep wearers apart, came with it.</summary>
    private const int OldestPostgres = 15;

    /// <summary>Applies what is missing; does nothing where nothing is. Processes that start together do it one after the other.</summary>
    /// <exception cref="StorageException">The server is too old, or the schema is newer than this program.</exception>
    public static async Task MigrateAsync(string ownerConnectionString, ILogger? logger, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ownerConnectionString);
        await connection.OpenAsync(cancel);
        if (connection.PostgreSqlVersion.Major < OldestPostgres)
        {
            throw new StorageException($"The database server is PostgreSQL {connection.PostgreSqlVersion.Major}; version {OldestPostgres} or newer is needed. Upgrade it, or point ConnectionStrings__Postgres at another server.");
        }

        // Held by this connection until it closes, also when the process is killed.
        await ExecuteAsync(connection, "select pg_advisory_lock(hashtextextended('kneetwitch.migrations', 0))", cancel);
        await using var db = WearerDatabase.OpenAsOwner(ownerConnectionString);
        var missing = await MissingAsync(db, cancel);
        await db.Database.MigrateAsync(cancel);
        await NameMetricsAsync(connection, cancel);
        await ExecuteAsync(connection, "select pg_advisory_unlock(hashtextextended('kneetwitch.migrations', 0))", cancel);
        if (missing > 0)
        {
            logger?.LogInformation("Applied {Count} migrations", missing);
        }
    }

    private static async Task<int> MissingAsync(KneeTwitchDb db, CancellationToken cancel)
    {
        var known = db.Database.GetMigrations().ToList();
        var applied = (await db.Database.GetAppliedMigrationsAsync(cancel)).ToList();
        var newer = applied.Except(known).FirstOrDefault();
        return newer is null
            ? known.Except(applied).Count()
            : throw new StorageException($"This database was made by a newer KneeTwitch (its schema has {newer}, which this program does not know). Update the program, or use another data folder or database.");
    }

    /// <summary>The names of metrics for people who come with SQL are filled from the program's own list, so that they cannot drift from it.</summary>
    private static async Task NameMetricsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            insert into metrics (metric, name, unit)
            select * from unnest($1::smallint[], $2::text[], $3::text[])
            on conflict (metric) do update set name = excluded.name, unit = excluded.unit
            where (metrics.name, metrics.unit) is distinct from (excluded.name, excluded.unit)
            """,
            connection);
        command.Parameters.AddWithValue(Metrics.All.Select(info => (short)info.Metric).ToArray());
        command.Parameters.AddWithValue(Metrics.All.Select(info => info.Name).ToArray());
        command.Parameters.AddWithValue(Metrics.All.Select(info => info.Unit).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancel);
    }
}
