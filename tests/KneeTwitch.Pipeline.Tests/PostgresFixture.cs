using KneeTwitch.Migrations;
using KneeTwitch.Pipeline.Storage.Embedded;
using KneeTwitch.Pipeline.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Testcontainers.PostgreSql;
using Xunit;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace KneeTwitch.Pipeline.Tests;

/// <summary>
/// A real PostgreSQL for the whole run: the one of ConnectionStrings__Postgres, else a container where a Docker daemon has the image, else the
/// private server of the product. None of them is a failed run. Holds a migrated template that each <see cref="FreshDatabase"/> is copied from.
/// </summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private readonly string template = $"kt_template_{Guid.NewGuid():N}";
    private readonly List<IAsyncDisposable> owned = [];
    private readonly SemaphoreSlim copying = new(1);
    private string server = "";

    public async ValueTask InitializeAsync()
    {
        server = await FindServerAsync();
        await ExecuteAsync($"create database {template}");
        await Migrator.MigrateAsync(To(template), null, CancellationToken.None);
    }

    /// <summary>A connection string, as owner, to a new database with the schema.</summary>
    public Task<string> CopyAsync() => CreateAsync(template);

    /// <summary>A connection string, as owner, to a new database with nothing in it.</summary>
    public Task<string> EmptyAsync() => CreateAsync("template1");

    public async Task DropAsync(string connectionString)
    {
        var name = new NpgsqlConnectionStringBuilder(connectionString).Database;
        await ExecuteAsync($"drop database if exists {name} with (force)");
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync($"drop database if exists {template} with (force)");
        foreach (var each in owned)
        {
            await each.DisposeAsync();
        }

        copying.Dispose();
    }

    private async Task<string> CreateAsync(string from)
    {
        // PostgreSQL copies a database only while nobody is connected to it, so one copy at a time.
        var name = $"kt_{Guid.NewGuid():N}";
        await copying.WaitAsync();
        try
        {
            await ExecuteAsync($"create database {name} template {from}");
        }
        finally
        {
            copying.Release();
        }

        return To(name);
    }

    private string To(string database) => new NpgsqlConnectionStringBuilder(server) { Database = database, Pooling = false, IncludeErrorDetail = true }.ConnectionString;

    private async Task<string> FindServerAsync()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__Postgres") is { Length: > 0 } configured)
        {
            return configured;
        }

        var image = Environment.GetEnvironmentVariable("POSTGRES_IMAGE") ?? "postgres:17";
        if (await DockerDaemon.HasImageAsync(image))
        {
            var container = new PostgreSqlBuilder(image).WithUsername("kneetwitch").Build();
            owned.Add(container);
            await container.StartAsync();
            return container.GetConnectionString();
        }

        var folder = Directory.CreateTempSubdirectory("kneetwitch-tests-");
        owned.Add(new TemporaryFolder(folder));
        var embedded = await EmbeddedPostgres.StartAsync(folder.FullName, NullLogger.Instance, CancellationToken.None);
        owned.Insert(0, embedded);
        return embedded.ConnectionString;
    }

    private async Task ExecuteAsync(string sql)
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(server) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(elsewhere.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class TemporaryFolder(DirectoryInfo folder) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }
}
