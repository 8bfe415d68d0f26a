using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>The JSON files that tables refer to by name: tens of thousands of them, each opened only when its row is read.</summary>
internal sealed class SamsungSideCars(ExportFiles export, ReadingContext context)
{
    private readonly Dictionary<string, ExportEntry> byName = export.Entries
        .Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
        .GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.OrdinalIgnoreCase);

    private readonly HashSet<string> used = new(StringComparer.OrdinalIgnoreCase);

    internal IEnumerable<ExportEntry> Unused => byName.Values.Where(entry => !used.Contains(entry.Name));

    /// <summary>The items of a side-car; none where it was not exported along.</summary>
    internal async Task<IReadOnlyList<(JsonItem Item, string Path)>> ReadAsync(string? name, CancellationToken cancel)
    {
        if (name is null || !byName.TryGetValue(name, out var entry))
        {
            return [];
        }

        used.Add(name);
        var items = new List<(JsonItem Item, string Path)>();
        await foreach (var item in JsonItems.ReadAsync(entry, "", context, cancel))
        {
            items.Add((item, entry.Path));
        }

        return items;
    }
}
