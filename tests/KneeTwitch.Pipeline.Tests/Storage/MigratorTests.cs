using KneeTwitch.Core.Readings;
using KneeTwitch.Migrations;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class MigratorTests(PostgresFixture postgres)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Processes_that_start_together_migrate_one_after_the_other()
    {
        var database = await postgres.EmptyAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(database, null, Cancel)));

        await using var db = WearerDatabase.OpenAsOwner(database);
        Assert.Empty(await db.Database.GetPendingMigrationsAsync(Cancel));
        Assert.Equal((long)Metrics.All.Count, await ScalarAsync<long>(database, "select count(*) from metrics"));
        await postgres.DropAsync(database);
    }

    [Fact]
    public async Task A_schema_from_a_newer_program_is_refused_and_left_alone()
    {
        var database = await postgres.CopyAsync();
        await ScalarAsync<object>(database, "insert into \"__EFMigrationsHistory\" values ('29990101000000_Later', '99.0')");

        var refused = await Assert.ThrowsAsync<StorageException>(() => Migrator.MigrateAsync(database, null, Cancel));

        Assert.Contains("29990101000000_Later", refused.Message, StringComparison.Ordinal);
        Assert.Contains("Update the program", refused.Message, StringComparison.Ordinal);
        await postgres.DropAsync(database);
    }

    [Fact]
    public void The_migrations_say_what_the_model_says()
    {
        using var db = WearerDatabase.OpenAsOwner("Host=localhost");

        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task The_names_of_metrics_follow_the_programs_list()
    {
        var database = await postgres.CopyAsync();
        await ScalarAsync<object>(database, "update metrics set name = 'old_name' where metric = 1");

        await Migrator.MigrateAsync(database, null, Cancel);

        Assert.Equal("steps", await ScalarAsync<string>(database, "select name from metrics where metric = 1"));
        await postgres.DropAsync(database);
    }

    [Fact]
    public async Task The_schedule_has_its_tables()
    {
        var database = await postgres.CopyAsync();

        Assert.True(await ScalarAsync<long>(database, "select count(*) from sched.qrtz_triggers") == 0);
        await postgres.DropAsync(database);
    }

    private static async Task<T?> ScalarAsync<T>(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(sql);
        return (T?)await command.ExecuteScalarAsync(Cancel);
    }
}
