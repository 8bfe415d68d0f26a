using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>Reads the sources of a wearer and the order in which they are trusted; pages and commands share it.</summary>
public static class SourceQuery
{
    private const string Sql =
        """
        select s.name, s.kind, r.metric, min(r.utc_day), max(r.utc_day), t.rank
        from sources s
        left join readings r on r.wearer_id = s.wearer_id and r.source_id = s.source_id
        left join trust_order t on t.wearer_id = s.wearer_id and t.source = s.name and t.metric = r.metric
        where s.wearer_id = $1
        group by s.name, s.kind, r.metric, t.rank
        """;

    private const string Days =
        """
        select distinct r.utc_day
        from readings r
        join sources s on s.wearer_id = r.wearer_id and s.source_id = r.source_id
        where r.wearer_id = $1 and r.metric = $2 and s.name = $3
        order by 1
        """;

    /// <summary>All sources of a wearer.</summary>
    public static async Task<SourcesReport> LoadAsync(WearerDatabase database, Guid wearerId, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(wearerId, cancel);
        var rows = await ReadAsync(connection, wearerId, cancel);
        return new SourcesReport(
            [
                .. rows
                    .GroupBy(row => row.Source)
                    .OrderBy(source => source.Key.Name, StringComparer.Ordinal)
                    .Select(source => new KnownSource(source.Key.Name, NameOf(source.Key.Kind), source.Min(row => row.First), source.Max(row => row.Last), source.Count(row => row.Metric is not null))),
            ],
            [
                .. rows
                    .Select(RankOf)
                    .OfType<(Metric Metric, TrustRank Rank)>()
                    .OrderBy(each => each.Metric)
                    .ThenBy(each => each.Rank.Rank)
                    .ThenBy(each => each.Rank.Source, StringComparer.Ordinal)
                    .Select(each => each.Rank),
            ]);
    }

    /// <summary>The UTC days on which a source has readings of a metric: those that another rank is about. None where it has none.</summary>
    public static async Task<IReadOnlyList<DateOnly>> DaysAsync(WearerDatabase database, Guid wearerId, Metric metric, string source, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(wearerId, cancel);
        await using var command = connection.Command(Days, wearerId, (short)metric, source);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var days = new List<DateOnly>();
        while (await reader.ReadAsync(cancel))
        {
            days.Add(reader.GetFieldValue<DateOnly>(0));
        }

        return days;
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlConnection connection, Guid wearerId, CancellationToken cancel)
    {
        await using var command = connection.Command(Sql, wearerId);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<Row>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(new Row(
                new Source(reader.GetString(0), (SourceKind)reader.GetInt16(1)),
                reader.IsDBNull(2) ? null : (Metric)reader.GetInt16(2),
                reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4),
                reader.IsDBNull(5) ? null : reader.GetInt32(5)));
        }

        return rows;
    }

    private static (Metric Metric, TrustRank Rank)? RankOf(Row row)
    {
        if (row is not { Metric: { } metric, Last: { } last })
        {
            return null;
        }

        var usual = TrustOrder.Default.Rank(metric, row.Source);
        return (metric, new TrustRank(metric.Info().Name, row.Source.Name, NameOf(row.Source.Kind), row.Rank ?? usual, usual, row.Rank is not null, last));
    }

    private static string NameOf(SourceKind kind) => kind.ToString().ToLowerInvariant();

    private sealed record Row(Source Source, Metric? Metric, DateOnly? First, DateOnly? Last, int? Rank);
}
