using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class RowSecurityTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_wearer_sees_their_own_rows_and_no_others()
    {
        var (anna, ben) = (await fresh.AddWearerAsync(), await fresh.AddWearerAsync());

        await using var db = fresh.Database.Open(anna);

        Assert.Equal([anna], await db.Wearers.Select(wearer => wearer.WearerId).ToListAsync(Cancel));
        Assert.Equal(0, await db.Wearers.Where(wearer => wearer.WearerId == ben).ExecuteDeleteAsync(Cancel));
    }

    [Fact]
    public async Task Without_a_wearer_there_are_no_rows()
    {
        await fresh.AddWearerAsync();
        await using var app = DataSources.ForApp(fresh.ConnectionString);

        await using var command = app.CreateCommand("select count(*) from wearers");

        Assert.Equal(0L, await command.ExecuteScalarAsync(Cancel));
    }

    [Fact]
    public async Task A_row_for_somebody_else_is_refused()
    {
        var (anna, ben) = (await fresh.AddWearerAsync(), await fresh.AddWearerAsync());
        await using var connection = await fresh.Database.ConnectAsync(anna, Cancel);

        await using var command = connection.Command("insert into sources (wearer_id, name, kind) values ($1, 'Ring', 1)", ben);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancel));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task A_pooled_connection_never_shows_the_wearer_before()
    {
        Guid[] wearers = [await fresh.AddWearerAsync(), await fresh.AddWearerAsync(), await fresh.AddWearerAsync()];

        var seen = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            await using var connection = await fresh.Database.ConnectAsync(wearers[i % 3], Cancel);
            await using var command = connection.Command("select array(select wearer_id from wearers), current_user::text");
            await using var reader = await command.ExecuteReaderAsync(Cancel);
            await reader.ReadAsync(Cancel);
            return (Expected: wearers[i % 3], Seen: reader.GetFieldValue<Guid[]>(0), Role: reader.GetString(1));
        }));

        Assert.All(seen, each => Assert.Equal([each.Expected], each.Seen));
        Assert.All(seen, each => Assert.Equal(WearerDatabase.AppRole, each.Role));
    }

    [Fact]
    public async Task Every_table_with_a_wearer_is_guarded() => Assert.Empty(await NamesAsync(
        """
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'wearer_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
            and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polwithcheck is not null))
        """));

    [Fact]
    public async Task Every_view_looks_with_the_rights_of_whoever_asks() => Assert.Empty(await NamesAsync(
        "select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v' and not coalesce(reloptions, '{}') @> '{security_invoker=true}'"));

    [Fact]
    public async Task The_programs_role_owns_nothing_and_has_no_power() => Assert.Empty(await NamesAsync(
        """
        select c.relname::text from pg_class c where c.relowner = 'kneetwitch_app'::regrole
        union all select rolname::text from pg_roles where rolname = 'kneetwitch_app' and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin)
        union all select 'schema sched' where has_schema_privilege('kneetwitch_app', 'sched', 'usage')
        union all select 'history' where has_table_privilege('kneetwitch_app', '"__EFMigrationsHistory"', 'insert')
        """));

    [Fact]
    public async Task Forgetting_a_wearer_is_one_delete()
    {
        var wearer = await fresh.AddWearerAsync();
        await fresh.AddImportAsync(wearer);

        await using var db = fresh.Database.Open(wearer);
        await db.Wearers.Where(each => each.WearerId == wearer).ExecuteDeleteAsync(Cancel);

        Assert.Empty(await db.Imports.ToListAsync(Cancel));
    }

    private async Task<List<string>> NamesAsync(string sql)
    {
        await using var command = fresh.OwnerSource.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancel);
        var names = new List<string>();
        while (await reader.ReadAsync(Cancel))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
