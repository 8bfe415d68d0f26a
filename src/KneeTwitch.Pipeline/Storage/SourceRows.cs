using KneeTwitch.Core.Readings;
using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The numbers of sources. A source's kind is a union too: anything is better than unknown, and of two kinds the first in the enum stays.</summary>
internal static class SourceRows
{
    private const string Known = "select source_id, name, kind from sources where wearer_id = $1 and name = any($2)";

    private const string Add =
        """
        insert into sources (wearer_id, name, kind)
        select $1, name, kind from unnest($2::text[], $3::smallint[]) as said (name, kind) order by name
        on conflict (wearer_id, name) do nothing
        """;

    private const string Correct =
        """
        update sources s set kind = said.kind
        from unnest($2::text[], $3::smallint[]) as said (name, kind)
        where s.wearer_id = $1 and s.name = said.name and said.kind <> 0 and (s.kind = 0 or said.kind < s.kind)
        """;

    /// <summary>The number of each source name; new ones get one, better known ones their kind.</summary>
    internal static async Task<Dictionary<string, int>> IdsAsync(NpgsqlConnection connection, Guid wearerId, IReadOnlyList<Source> sources, CancellationToken cancel)
    {
        var said = sources.GroupBy(source => source.Name).ToDictionary(same => same.Key, same => Best(same.Select(source => source.Kind)));
        string[] names = [.. said.Keys.Order(StringComparer.Ordinal)];
        short[] kinds = [.. names.Select(name => (short)said[name])];
        var known = await ReadAsync(connection, wearerId, names, cancel);
        if (known.Count < names.Length)
        {
            await using var add = connection.Command(Add, wearerId, names, kinds);
            await add.ExecuteNonQueryAsync(cancel);
            known = await ReadAsync(connection, wearerId, names, cancel);
        }

        if (known.Any(each => Best([each.Value.Kind, said[each.Key]]) != each.Value.Kind))
        {
            await using var correct = connection.Command(Correct, wearerId, names, kinds);
            await correct.ExecuteNonQueryAsync(cancel);
        }

        return known.ToDictionary(each => each.Key, each => each.Value.Id);
    }

    private static SourceKind Best(IEnumerable<SourceKind> kinds) =>
        kinds.Where(kind => kind != SourceKind.Unknown).DefaultIfEmpty(SourceKind.Unknown).Min();

    private static async Task<Dictionary<string, (int Id, SourceKind Kind)>> ReadAsync(NpgsqlConnection connection, Guid wearerId, string[] names, CancellationToken cancel)
    {
        var rows = new Dictionary<string, (int, SourceKind)>();
        await using var command = connection.Command(Known, wearerId, names);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(reader.GetString(1), (reader.GetInt32(0), (SourceKind)reader.GetInt16(2)));
        }

        return rows;
    }
}
