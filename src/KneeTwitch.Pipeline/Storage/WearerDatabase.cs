using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>
/// The door to the tables: everything opened here sees one wearer, by row-level security. Every connection takes the role that owns
/// nothing (<see cref="AppRole"/>) whatever login the connection string has.
/// </summary>
public sealed class WearerDatabase(NpgsqlDataSource source)
{
    private const string MigrationsAssembly = "KneeTwitch.Migrations";

    /// <summary>The role that owns no table; the first migration makes it.</summary>
    public const string AppRole = "kneetwitch_app";

    /// <summary>A context that sees one wearer. Dispose it.</summary>
    public KneeTwitchDb Open(Guid wearerId)
    {
        var options = new DbContextOptionsBuilder<KneeTwitchDb>();
        Configure(options, source).AddInterceptors(new WearerInterceptor(wearerId));
        return new KneeTwitchDb(options.Options);
    }

    /// <summary>An open connection that sees one wearer, for bulk SQL.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(Guid wearerId, CancellationToken cancel)
    {
        var connection = await source.OpenConnectionAsync(cancel);
        try
        {
            await WearerInterceptor.ApplyAsync(connection, wearerId, cancel);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A context over the owner's connection string, which sees all wearers: for migrations only.</summary>
    public static KneeTwitchDb OpenAsOwner(string ownerConnectionString)
    {
        var options = new DbContextOptionsBuilder<KneeTwitchDb>();
        options
            .UseNpgsql(ownerConnectionString, postgres => postgres.MigrationsAssembly(MigrationsAssembly))
            .UseSnakeCaseNamingConvention();
        return new KneeTwitchDb(options.Options);
    }

    private static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options
            .UseNpgsql(source, postgres => postgres.MigrationsAssembly(MigrationsAssembly))
            .UseSnakeCaseNamingConvention();
}
