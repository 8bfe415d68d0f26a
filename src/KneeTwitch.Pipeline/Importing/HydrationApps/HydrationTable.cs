using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HydrationApps;

/// <summary>A file that looks like a list of drinks.</summary>
/// <param name="ListPath">Where the list is in a JSON file, empty for its root; null for a table of text.</param>
/// <param name="Names">The columns, or the names in the list's first object.</param>
/// <param name="IsNamed">True where the file's name speaks of drinks as well.</param>
internal readonly record struct HydrationTable(string? ListPath, IReadOnlyList<string> Names, bool IsNamed)
{
    private const int HeadBytes = 8_192;

    private static readonly string[] Speaking = ["water", "hidrate", "hydrat", "drink", "trink", "beverage"];

    private static readonly string[] Endings = [".csv", ".tsv", ".txt"];

    private static readonly (string Word, string Name)[] Apps = [("waterminder", "WaterMinder"), ("waterllama", "Waterllama"), ("hidrate", "HidrateSpark")];

    /// <summary>Files with the same columns are of one app.</summary>
    internal string Group => string.Join('\n', Names);

    /// <summary>The app by the file's name, or the word for any.</summary>
    internal static string AppOf(ExportEntry entry) =>
        Apps.FirstOrDefault(app => entry.Name.Contains(app.Word, StringComparison.OrdinalIgnoreCase)).Name ?? "Hydration app";

    /// <summary>Null for what is no list of drinks. A name alone never makes one, nor do columns alone that do not speak of drinks.</summary>
    internal static async ValueTask<HydrationTable?> OfAsync(ExportEntry entry, CancellationToken cancel)
    {
        var isJson = entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase);
        var isText = Endings.Any(ending => entry.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (!isJson && !isText)
        {
            return null;
        }

        var head = await entry.HeadAsync(HeadBytes, cancel);
        var (path, names) = isJson ? List(head) : (null, CsvTable.HeaderOf(head).Names);
        var columns = new HydrationColumns(names);
        var isNamed = Speaking.Any(word => entry.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
        var speaks = columns.Drink >= 0 && columns.AmountUnit is not null;
        return columns.IsTable && (isNamed || speaks) ? new HydrationTable(path, names, isNamed) : null;
    }

    private static (string Path, IReadOnlyList<string> Names) List(byte[] head)
    {
        var top = JsonHead.TopLevelKeys(head);
        foreach (var path in top.Prepend(""))
        {
            var names = path.Length == 0 && top.Count > 0 ? new HashSet<string>() : JsonHead.FirstItemKeys(head, path);
            if (names.Count > 0)
            {
                return (path, [.. names]);
            }
        }

        return ("", []);
    }
}
