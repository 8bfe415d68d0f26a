using KneeTwitch.Pipeline.Storage;
using Npgsql;
using Xunit;

namespace KneeTwitch.Pipeline.Tests;

/// <summary>A test class's own database, migrated and empty: take it as a class fixture.</summary>
public sealed class FreshDatabase(PostgresFixture postgres) : IAsyncLifetime
{
    /// <summary>Of each of its pools.</summary>
    internal const int MostConnections = 12;

    private readonly List<NpgsqlDataSource> sources = [];

    /// <summary>The owner's connection string.</summary>
    public string ConnectionString { get; private set; } = "";

    public NpgsqlDataSource OwnerSource { get; private set; } = null!;

    public WearerDatabase Database { get; private set; } = null!;

    public OwnerDatabase Owner { get; private set; } = null!;

    public WearerDirectory Directory { get; private set; } = null!;

    /// <summary>A wearer table with the given clock, or the system's.</summary>
    public WearerTable Wearers(TimeProvider? clock = null) => new(Database, Directory, clock ?? TimeProvider.System);

    public async ValueTask InitializeAsync()
    {
        ConnectionString = new NpgsqlConnectionStringBuilder(await postgres.CopyAsync()) { Pooling = true, MaxPoolSize = MostConnections }.ConnectionString;
        OwnerSource = Keep(DataSources.ForOwner(ConnectionString));
        Database = new WearerDatabase(Keep(DataSources.ForApp(ConnectionString)));
        Owner = new OwnerDatabase(OwnerSource);
        Directory = new WearerDirectory(Owner);
    }

    /// <summary>A new wearer in Berlin.</summary>
    public async Task<Guid> AddWearerAsync(string? name = null) =>
        (await Wearers().CreateAsync(name ?? $"wearer {Guid.NewGuid():N}", "Europe/Berlin", TestContext.Current.CancellationToken)).WearerId;

    /// <summary>An import of a wearer that is being read, its first attempt under way.</summary>
    public async Task<Guid> AddImportAsync(Guid wearerId)
    {
        var import = new Import
        {
            WearerId = wearerId,
            ImportId = Guid.NewGuid(),
            FileHash = new string('0', 64),
            FileName = "export.zip",
            TotalBytes = 1,
            State = ImportState.Reading,
            AcceptedAt = new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero),
            Attempt = 1,
        };
        await using var db = Database.Open(wearerId);
        db.Imports.Add(import);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return import.ImportId;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in sources)
        {
            await source.DisposeAsync();
        }

        await postgres.DropAsync(ConnectionString);
    }

    private NpgsqlDataSource Keep(NpgsqlDataSource source)
    {
        sources.Add(source);
        return source;
    }
}
