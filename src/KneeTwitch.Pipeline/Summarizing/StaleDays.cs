using KneeTwitch.Pipeline.Storage;
using Npgsql;

namespace KneeTwitch.Pipeline.Summarizing;

/// <summary>Finds the UTC days whose readings, diary or recipe are not what they were when they were summarized last, and remembers them as done.</summary>
internal static class StaleDays
{
    // A source's rank counts where it has readings only, so a change of trust makes no other day stale.
    private const string Compare =
        """
        with said as (
            select r.utc_day, r.hash, hashtextextended(concat_ws('|', r.metric, s.name, s.kind, t.rank), 0) as source
            from readings r
            join sources s on s.wearer_id = r.wearer_id and s.source_id = r.source_id
            left join trust_order t on t.wearer_id = r.wearer_id and t.metric = r.metric and t.source = s.name
            where r.wearer_id = $1
            union all
            select utc_day, hash, 0 from diary where wearer_id = $1 and utc_day is not null),
        now as (
            select utc_day,
                   count(*)::int as chunks,
                   (sum(hash::numeric) % 9223372036854775807)::bigint as hash_sum,
                   (sum(source::numeric) % 9223372036854775807)::bigint as sources
            from said
            group by utc_day)
        select coalesce(now.utc_day, done.utc_day), coalesce(now.chunks, 0), coalesce(now.hash_sum, 0), coalesce(now.sources, 0),
               done.chunks is not distinct from coalesce(now.chunks, 0) and done.hash_sum is not distinct from coalesce(now.hash_sum, 0), done.recipe
        from now full join (select * from summarized_days where wearer_id = $1) done on done.utc_day = now.utc_day
        order by 1
        """;

    private const string Save =
        """
        insert into summarized_days (wearer_id, utc_day, chunks, hash_sum, recipe)
        select $1, day, chunks, hash_sum, recipe
        from unnest($2::date[], $3::int[], $4::bigint[], $5::bigint[]) as found (day, chunks, hash_sum, recipe)
        on conflict (wearer_id, utc_day) do update set chunks = excluded.chunks, hash_sum = excluded.hash_sum, recipe = excluded.recipe
        """;

    /// <summary>In the order of days.</summary>
    internal static async Task<List<StaleDay>> FindAsync(NpgsqlConnection connection, Guid wearerId, Recipe recipe, CancellationToken cancel)
    {
        await using var command = connection.Command(Compare, wearerId);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var stale = new List<StaleDay>();
        while (await rows.ReadAsync(cancel))
        {
            var day = rows.GetFieldValue<DateOnly>(0);
            var now = recipe.Of(day, rows.GetInt64(3));
            if (!rows.GetBoolean(4) || rows.IsDBNull(5) || rows.GetInt64(5) != now)
            {
                stale.Add(new StaleDay(day, rows.GetInt32(1), rows.GetInt64(2), now));
            }
        }

        return stale;
    }

    internal static async Task RememberAsync(NpgsqlConnection connection, Guid wearerId, List<StaleDay> done, CancellationToken cancel)
    {
        DateOnly[] days = [.. done.Select(day => day.UtcDay)];
        int[] chunks = [.. done.Select(day => day.Chunks)];
        long[] sums = [.. done.Select(day => day.HashSum)];
        long[] recipes = [.. done.Select(day => day.Recipe)];
        await using var command = connection.Command(Save, wearerId, days, chunks, sums, recipes);
        await command.ExecuteNonQueryAsync(cancel);
    }

    internal sealed record StaleDay(DateOnly UtcDay, int Chunks, long HashSum, long Recipe);
}
