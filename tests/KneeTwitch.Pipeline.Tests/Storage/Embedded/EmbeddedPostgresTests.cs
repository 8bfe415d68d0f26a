using System.Diagnostics;
using System.Globalization;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage.Embedded;

public sealed class EmbeddedPostgresTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("kneetwitch-embedded-").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string PidFile => Path.Combine(folder, "postgres", "data", "postmaster.pid");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task What_is_written_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await StartAsync())
        {
            await QueryAsync(first, "create table kept as select 42 as answer");
        }

        Assert.False(File.Exists(PidFile));
        await using var second = await StartAsync();

        Assert.Equal(42, await QueryAsync(second, "select answer from kept"));
    }

    [Fact]
    public async Task Several_use_one_server_and_the_last_one_out_stops_it()
    {
        var servers = await Task.WhenAll(StartAsync(), StartAsync(), StartAsync());

        Assert.Single(servers.Select(server => server.ConnectionString).Distinct());
        await servers[0].DisposeAsync();
        await servers[1].DisposeAsync();
        Assert.Equal(1, await QueryAsync(servers[2], "select 1"));
        await servers[2].DisposeAsync();
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task Another_process_keeps_the_server_up_and_when_it_is_killed_the_next_one_goes_on_with_it()
    {
        var mine = await StartAsync();
        using var other = Process.Start("flock", ["-s", Path.Combine(folder, "postgres", "in-use.lock"), "sleep", "600"]);
        await Task.Delay(300, Cancel);
        await mine.DisposeAsync();
        var running = await PidAsync();

        other.Kill(entireProcessTree: true);
        await other.WaitForExitAsync(Cancel);
        await using (var next = await StartAsync())
        {
            Assert.Equal(mine.ConnectionString, next.ConnectionString);
            Assert.Equal(running, await PidAsync());
        }

        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task A_killed_server_comes_back_with_everything_that_was_committed()
    {
        await using var first = await StartAsync();
        await QueryAsync(first, "create table kept as select 42 as answer");
        using (var postmaster = Process.GetProcessById(await PidAsync()))
        {
            postmaster.Kill();
        }

        await using var second = await StartAsync();

        Assert.Equal(42, await QueryAsync(second, "select answer from kept"));
    }

    [Fact]
    public async Task What_a_killed_start_left_half_made_is_made_anew()
    {
        var unfinished = Directory.CreateDirectory(Path.Combine(folder, "postgres", "data.new"));
        await File.WriteAllTextAsync(Path.Combine(unfinished.FullName, "PG_VERSION"), "15", Cancel);

        await using var server = await StartAsync();

        Assert.Equal(1, await QueryAsync(server, "select 1"));
        Assert.False(unfinished.Exists && Directory.Exists(unfinished.FullName));
    }

    [Fact]
    public async Task Only_this_machine_and_whoever_may_read_the_folder_gets_in()
    {
        await using var server = await StartAsync();

        var strange = new NpgsqlConnectionStringBuilder(server.ConnectionString) { Password = "guess", Pooling = false };
        await using var connection = new NpgsqlConnection(strange.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync(Cancel));

        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
        Assert.Equal("127.0.0.1", await QueryAsync(server, "show listen_addresses"));
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(folder) & Others);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(folder, "postgres", "password")));
    }

    [Fact]
    public async Task A_folder_without_the_programs_is_an_error_that_says_what_to_install()
    {
        var missing = await Assert.ThrowsAsync<StorageException>(() => EmbeddedPostgres.StartAsync(folder, folder, NullLogger.Instance, Cancel));

        Assert.Contains("Postgres:Binaries", missing.Message, StringComparison.Ordinal);
        Assert.Contains("Install it: ", missing.Message, StringComparison.Ordinal);
        Assert.Contains("ConnectionStrings__Postgres", missing.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_of_another_version_is_an_error_that_names_the_version()
    {
        Directory.CreateDirectory(Path.Combine(folder, "postgres", "data"));
        await File.WriteAllTextAsync(Path.Combine(folder, "postgres", "data", "PG_VERSION"), "99\n", Cancel);

        var missing = await Assert.ThrowsAsync<StorageException>(() => StartAsync());

        Assert.Contains("made by PostgreSQL 99", missing.Message, StringComparison.Ordinal);
    }

    private Task<EmbeddedPostgres> StartAsync() => EmbeddedPostgres.StartAsync(folder, NullLogger.Instance, Cancel);

    private async Task<int> PidAsync() => int.Parse((await File.ReadAllLinesAsync(PidFile, Cancel))[0], CultureInfo.InvariantCulture);

    private static async Task<object?> QueryAsync(EmbeddedPostgres server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(server.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
