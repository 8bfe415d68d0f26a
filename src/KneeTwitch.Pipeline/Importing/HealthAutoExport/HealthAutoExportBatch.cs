using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>
/// What has to be known of an export before its first value can be read: the period of each array, whether its percentages are fractions,
/// names that the app wrote after their values, and the nights that are told segment by segment.
/// </summary>
internal sealed class HealthAutoExportBatch
{
    internal const string Points = "data.metrics[].data";

    private const int MostNames = 10_000;
    private const int MostArrays = 10_000;
    private readonly Dictionary<(string Entry, string Name), HealthAutoExportArray> arrays = [];
    private readonly Dictionary<string, List<(long At, string Path, string Text)>> lateNames = [];
    private readonly HashSet<DateOnly> nights = [];

    /// <summary>True where segments tell the night, so that its sums would only repeat them.</summary>
    internal bool HasSegments(DateOnly night) => nights.Contains(night);

    internal HealthAutoExportArray Array(ExportEntry entry, string name) => arrays.GetValueOrDefault((entry.Path, name)) ?? new HealthAutoExportArray();

    /// <summary>The day a sleep belongs to: the one it ends on, or the next where it ends in the evening.</summary>
    internal static DateOnly NightOf(Moment end) => DateOnly.FromDateTime(end.Wall.AddHours(6));

    /// <summary>Looks through a file; damage is left for the reading itself to report.</summary>
    internal async Task LookAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        var quiet = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        await foreach (var item in JsonItems.ReadAsync(entry, Points, quiet, cancel))
        {
            if (!item.Owner.ContainsKey("name") || !item.Owner.ContainsKey("units"))
            {
                await FindNamesAsync(entry, quiet, cancel);
                break;
            }
        }

        await foreach (var item in JsonItems.ReadAsync(entry, Points, quiet, cancel))
        {
            Look(entry, item);
        }
    }

    /// <summary>The folded name of the metric a value belongs to, and the name as written; empty where the file does not say.</summary>
    internal string Name(ExportEntry entry, JsonItem item) => Said(entry, item, "name") ?? "";

    internal string Units(ExportEntry entry, JsonItem item) => Said(entry, item, "units") ?? "";

    private string? Said(ExportEntry entry, JsonItem item, string what)
    {
        if (item.Owner.TryGetValue(what, out var said))
        {
            return said;
        }

        var names = lateNames.GetValueOrDefault(entry.Path);
        return names?.Find(name => name.At > item.At && name.Path.EndsWith(what, StringComparison.Ordinal)).Text;
    }

    private async Task FindNamesAsync(ExportEntry entry, ReadingContext quiet, CancellationToken cancel)
    {
        var names = new List<(long At, string Path, string Text)>();
        await foreach (var item in JsonItems.ReadAsync(entry, ["data.metrics[].name", "data.metrics[].units"], quiet, JsonOptions.Default, cancel))
        {
            if (names.Count < MostNames && item.Value.AsText() is { } text)
            {
                names.Add((item.At, item.Path, text));
            }
        }

        lateNames[entry.Path] = names;
    }

    private void Look(ExportEntry entry, JsonItem item)
    {
        var name = HealthAutoExportMetrics.Fold(Name(entry, item));
        if (name == HealthAutoExportMetrics.Sleep)
        {
            if (HealthAutoExportNights.IsSegment(item.Value) && item.Value.Moment("endDate") is { } end)
            {
                nights.Add(NightOf(end));
            }
        }
        else if (item.Value.ValueKind is JsonValueKind.Object)
        {
            if (!arrays.TryGetValue((entry.Path, name), out var array) && arrays.Count < MostArrays)
            {
                arrays.Add((entry.Path, name), array = new HealthAutoExportArray());
            }

            array?.Add(item.Value);
        }
    }
}
