using Microsoft.Extensions.Logging;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage.Embedded;

/// <summary>
/// The private PostgreSQL of a data folder: made, started and stopped by whoever needs it, with nothing to configure. Several processes
/// may use it at once; the last one out stops it. After a killed process the next one goes on with the server that still runs.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private const string Database = "kneetwitch";
    private static readonly TimeSpan WaitForOthers = TimeSpan.FromSeconds(90);
    private readonly string folder;
    private readonly PostgresCluster cluster;
    private readonly ServerUse use;
    private readonly ILogger logger;
    private bool isDisposed;

    private EmbeddedPostgres(string folder, PostgresCluster cluster, ServerUse use, ILogger logger, string connectionString)
    {
        (this.folder, this.cluster, this.use, this.logger) = (folder, cluster, use, logger);
        ConnectionString = connectionString;
    }

    /// <summary>The owner's connection string. It carries the password: never log it.</summary>
    public string ConnectionString { get; }

    /// <summary>Starts the server of a data folder, or joins the one that runs.</summary>
    /// <exception cref="StorageException">It cannot be had; the message says what to do.</exception>
    public static Task<EmbeddedPostgres> StartAsync(string dataFolder, ILogger logger, CancellationToken cancel) =>
        StartAsync(dataFolder, null, logger, cancel);

    /// <inheritdoc cref="StartAsync(string, ILogger, CancellationToken)"/>
    /// <param name="dataFolder">The server lives in its subfolder postgres.</param>
    /// <param name="binaries">The folder of PostgreSQL's programs (setting Postgres:Binaries); null for the usual places.</param>
    public static async Task<EmbeddedPostgres> StartAsync(string dataFolder, string? binaries, ILogger logger, CancellationToken cancel)
    {
        var folder = Path.Combine(Path.GetFullPath(dataFolder), "postgres");
        try
        {
            var found = await PostgresBinaries.FindAsync(dataFolder, binaries, PostgresCluster.MajorOf(folder), cancel);
            var user = new ServerUser();
            await user.MakeFolderAsync(Path.GetFullPath(dataFolder), cancel);
            await user.MakeFolderAsync(folder, cancel);
            using var alone = await ServerUse.AloneAsync(folder, WaitForOthers, cancel);
            return await JoinAsync(folder, new PostgresCluster(folder, found, user), logger, cancel);
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new StorageException($"The data folder {dataFolder} belongs to another user ({denied.Message}). Run as that user, or choose another folder with --data.", denied);
        }
        catch (IOException failed)
        {
            throw new StorageException($"The database cannot be kept in {folder}: {failed.Message} Free some space or choose another folder with --data.", failed);
        }
    }

    /// <summary>Installs PostgreSQL where that takes no question: as root on Debian and its kin. False where it does not apply or did not work.</summary>
    public static async Task<bool> InstallOnDebianAsync(ILogger logger, CancellationToken cancel)
    {
        if (!InstallAdvice.IsDebian || !Environment.IsPrivilegedProcess)
        {
            return false;
        }

        logger.LogInformation("Installing PostgreSQL with apt-get; the cluster that Debian makes for itself stays unused");
        string[] install = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "--no-install-recommends", "postgresql"];
        if ((await ServerCommand.RunAsync("env", install, cancel)).Code == 0)
        {
            return true;
        }

        // A fresh machine has no lists of packages yet.
        await ServerCommand.RunAsync("apt-get", ["update"], cancel);
        var said = await ServerCommand.RunAsync("env", install, cancel);
        if (said.Code != 0)
        {
            logger.LogWarning("apt-get ended with code {Code}", said.Code);
        }

        return said.Code == 0;
    }

    /// <summary>Stops the server, unless another process uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (isDisposed)
        {
            return;
        }

        isDisposed = true;
        using var alone = await ServerUse.AloneAsync(folder, WaitForOthers, CancellationToken.None);
        if (use.EndAsLast())
        {
            await cluster.StopAsync(CancellationToken.None);
            logger.LogInformation("The private database is stopped");
        }
    }

    private static async Task<EmbeddedPostgres> JoinAsync(string folder, PostgresCluster cluster, ILogger logger, CancellationToken cancel)
    {
        var use = ServerUse.Begin(folder);
        try
        {
            await cluster.CreateIfMissingAsync(cancel);
            var running = await cluster.RunningPortAsync(cancel);
            var port = running ?? await cluster.StartAsync(cancel);
            var connectionString = ConnectionTo(port, cluster.Password);
            await CreateDatabaseAsync(connectionString, cancel);
            logger.LogInformation("The private database {Joins} on port {Port}", running is null ? "is started" : "runs already", port);
            return new EmbeddedPostgres(folder, cluster, use, logger, connectionString);
        }
        catch
        {
            use.Dispose();
            throw;
        }
    }

    private static string ConnectionTo(int port, string password) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = PostgresCluster.Login,
        Password = password,
        Database = Database,
        MaxPoolSize = 15, // A few processes with a few pools each share the server's 60 connections.
    }.ConnectionString;

    private static async Task CreateDatabaseAsync(string connectionString, CancellationToken cancel)
    {
        var elsewhere = new NpgsqlConnectionStringBuilder(connectionString) { Database = "postgres", Pooling = false };
        await using var connection = new NpgsqlConnection(elsewhere.ConnectionString);
        await connection.OpenAsync(cancel);
        await using var known = new NpgsqlCommand("select exists (select from pg_database where datname = $1)", connection) { Parameters = { new() { Value = Database } } };
        if (await known.ExecuteScalarAsync(cancel) is false)
        {
            await using var create = new NpgsqlCommand($"create database {Database}", connection);
            await create.ExecuteNonQueryAsync(cancel);
        }
    }
}
