using KneeTwitch.Migrations;
using KneeTwitch.Pipeline;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace KneeTwitch.Hosting;

/// <summary>The database of a command: the configured server, else the private one in the data folder, started if nobody has. Closing stops the private one unless others use it.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres? embedded;

    private OpenDatabase(DatabaseAddress address, EmbeddedPostgres? embedded)
    {
        Address = address;
        this.embedded = embedded;
        Services = new ServiceCollection().AddStorage(address.App, address.Owner).BuildServiceProvider();
    }

    internal DatabaseAddress Address { get; }

    /// <summary>The tables and what asks of them, without a bus.</summary>
    internal ServiceProvider Services { get; }

    /// <param name="settings">Where things are.</param>
    /// <param name="migrate">Whether to bring a configured server's tables up to date; the private one's always are.</param>
    internal static async Task<OpenDatabase> OpenAsync(Settings settings, bool migrate, CancellationToken cancel)
    {
        if (settings.Postgres is { } app)
        {
            var address = new DatabaseAddress(app, settings.PostgresOwner ?? app);
            if (migrate)
            {
                await Migrator.MigrateAsync(address.Owner, NullLogger.Instance, cancel);
            }

            return new OpenDatabase(address, embedded: null);
        }

        var embedded = await StartAsync(settings, cancel);
        try
        {
            await Migrator.MigrateAsync(embedded.ConnectionString, NullLogger.Instance, cancel);
            return new OpenDatabase(new DatabaseAddress(embedded.ConnectionString, embedded.ConnectionString), embedded);
        }
        catch
        {
            await embedded.DisposeAsync();
            throw;
        }
    }

    internal T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    private static async Task<EmbeddedPostgres> StartAsync(Settings settings, CancellationToken cancel)
    {
        var binaries = settings.Configuration["Postgres:Binaries"];
        try
        {
            return await EmbeddedPostgres.StartAsync(settings.DataFolder, binaries, NullLogger.Instance, cancel);
        }
        catch (StorageException) when (binaries is null)
        {
            if (!await EmbeddedPostgres.InstallOnDebianAsync(NullLogger.Instance, cancel))
            {
                throw;
            }

            return await EmbeddedPostgres.StartAsync(settings.DataFolder, NullLogger.Instance, cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (embedded is not null)
        {
            await embedded.DisposeAsync();
        }
    }
}
