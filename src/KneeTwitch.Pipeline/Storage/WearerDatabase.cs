using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>
/// The door to the tables: everything opened here sees one wearer, by row-level security. Every connection takes the role that owns
/// nothing (<see cref="AppRole"/>) whatever login the connection string has.
/// </summary>
public sealed class WearerDatabase(NpgsqlDataSource source)
{
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

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) =>
        options
            .UseNpgsql(source, postgres => postgres.MigrationsAssembly("KneeTwitch.Migrations"))
            .UseSnakeCaseNamingConvention();
}
