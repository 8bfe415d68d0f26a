using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Withings;

/// <summary>
/// Reads the tables of a Withings data export, streaming. Names of files are never translated, names of columns are; a table of nights is
/// known by its columns whatever it is called.
/// </summary>
internal sealed class WithingsExportReader : IExportReader
{
    private const int HeadBytes = 2_048;
    private const int MostHeads = 500;
    private static readonly string[] BodyTables = ["weight", "bp", "height", "manual_spo2"];

    private enum Kind
    {
        Unread,
        Raw,
        Quality,
        Nights,
        Activities,
        Body,
    }

    public string Format => "withings";

    public string Name => "Withings";

    public string? Doubt => "keys of activities.csv, columns in languages other than English and German";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var (claims, sure, likely) = (new List<ExportEntry>(), "", "");
        foreach (var entry in export.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).Take(MostHeads))
        {
            var name = TableName(entry);
            var header = CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel));
            if (IsOwn(name, header))
            {
                sure = entry.Path;
            }
            else if (WithingsMetrics.Raw(name) is not null && header.Find("start") >= 0)
            {
                likely = entry.Path;
            }
            else
            {
                continue;
            }

            claims.Add(entry);
        }

        return sure.Length > 0 ? Recognition.Sure($"{sure} is a table of Withings").Of(claims)
            : likely.Length > 0 ? Recognition.Likely($"{likely} is called as a table of Withings").Of(claims)
            : Recognition.No;
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var raw = new WithingsRaw(context);
        var nights = new WithingsNights(context, raw);
        var body = new WithingsBody(context);
        foreach (var (entry, kind, name) in await SortAsync(export, context, cancel))
        {
            var readings = kind switch
            {
                Kind.Raw when WithingsMetrics.Raw(name) is var (metric, source) => raw.ReadAsync(entry, metric, source, cancel),
                Kind.Nights => nights.ReadAsync(entry, cancel),
                Kind.Activities => WithingsActivities.ReadAsync(entry, context, cancel),
                Kind.Body => body.ReadAsync(entry, name, cancel),
                _ => null,
            };
            if (readings is null)
            {
                await raw.ReadQualityAsync(entry, cancel);
                continue;
            }

            await foreach (var reading in readings)
            {
                yield return reading;
            }
        }

        foreach (var reading in nights.Days())
        {
            yield return reading;
        }
    }

    /// <summary>What is read, in the order in which one table needs another: quality before measurements, the mat before the watch, stages before nights.</summary>
    private static async Task<IReadOnlyList<(ExportEntry Entry, Kind Kind, string Name)>> SortAsync(ExportFiles export, ReadingContext context, CancellationToken cancel)
    {
        var all = new List<(ExportEntry Entry, Kind Kind, string Name, int Order)>();
        foreach (var entry in export.Entries)
        {
            var name = TableName(entry);
            var kind = await KindAsync(entry, name, cancel);
            if (kind is Kind.Unread)
            {
                context.Facts.LeftUnread($"file {entry.Name}");
                continue;
            }

            context.Progress.Expect(entry.Length);
            var isMat = WithingsMetrics.Raw(name) is var (_, source) && source == WithingsMetrics.Mat;
            all.Add((entry, kind, name, kind is Kind.Quality ? 0 : kind is Kind.Raw ? (isMat ? 1 : 2) : 3));
        }

        return [.. all.OrderBy(table => table.Order).Select(table => (table.Entry, table.Kind, table.Name))];
    }

    private static async Task<Kind> KindAsync(ExportEntry entry, string name, CancellationToken cancel)
    {
        if (!entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
        {
            return Kind.Unread;
        }

        if (WithingsMetrics.Raw(name) is not null)
        {
            return Kind.Raw;
        }

        if (name is "raw_spo2_quality_score")
        {
            return Kind.Quality;
        }

        if (WithingsMetrics.Total(name) is not null || BodyTables.Contains(name))
        {
            return Kind.Body;
        }

        if (name.StartsWith("raw_", StringComparison.OrdinalIgnoreCase))
        {
            return Kind.Unread;
        }

        var header = CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel));
        return name is "sleep" || WithingsNights.IsTable(header) ? Kind.Nights
            : name is "activities" || WithingsActivities.IsTable(header) ? Kind.Activities
            : Kind.Unread;
    }

    private static bool IsOwn(string name, CsvHeader header) =>
        (WithingsNights.IsTable(header) && header.Names.Count >= 6)
        || (name.StartsWith("raw_", StringComparison.Ordinal) && header.Has("start", "duration", "value"))
        || (WithingsMetrics.Total(name) is not null && header.Has("date", "value"))
        || (WithingsActivities.IsTable(header) && header.Has("GPS", "Modified"))
        || (name is "bp" && header.Names.Count is 5)
        || (name is "weight" && header.Names.Count >= 6 && header.Names[1].Contains('(', StringComparison.Ordinal));

    /// <summary>The name without its ending, and without what browsers put behind a copy's: raw_bed_hr (1).csv.</summary>
    private static string TableName(ExportEntry entry) => Path.GetFileNameWithoutExtension(entry.Name).Split(" (")[0].ToLowerInvariant();
}
