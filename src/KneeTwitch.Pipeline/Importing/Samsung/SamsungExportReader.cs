using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>
/// Reads a Samsung Health download, however deep its folder lies, streaming. Each metric comes from one table: the same steps stand in up
/// to four.
/// </summary>
internal sealed partial class SamsungExportReader : IExportReader
{
    private const int MostHeads = 500;

    public string Format => "samsung-health";

    public string Name => "Samsung Health";

    public string? Doubt => "the whole schema: no real export was at hand; times are UTC unless side-cars show otherwise";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var (claims, sure, version, likely) = (new List<ExportEntry>(), "", (string?)null, "");
        foreach (var entry in export.Entries.Where(entry => entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)).Take(MostHeads))
        {
            if (await SamsungTable.FindAsync(entry, cancel) is { } table)
            {
                claims.Add(entry);
                version ??= table.Version;
                (sure, likely) = table.HasTitle ? (entry.Path, likely) : (sure, entry.Path);
            }
        }

        if (claims.Count == 0)
        {
            return Recognition.No;
        }

        claims.AddRange(export.Entries.Where(entry => SideCarPath().IsMatch(entry.Path)));
        return sure.Length > 0
            ? Recognition.Sure($"{sure} begins as a table of Samsung Health", version).Of(claims)
            : Recognition.Likely($"{likely} is called as a table of Samsung Health").Of(claims);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await TablesAsync(export, context, cancel);
        var sideCars = new SamsungSideCars(export, context);
        var rows = new SamsungRows(context, sideCars);
        var (days, nights, exercises) = (new SamsungDays(context), new SamsungNights(context, rows.Devices), new SamsungExercises(rows.Devices));
        if (tables.Find(table => table.Name is SamsungMetrics.HeartRate) is { } pulse)
        {
            await rows.FindClockAsync(pulse, cancel);
        }

        foreach (var table in tables)
        {
            if (table.Name is SamsungMetrics.Variability || SamsungMetrics.Find(table.Name) is not null)
            {
                var readings = SamsungMetrics.Find(table.Name) is { } columns ? rows.ReadingsAsync(table, columns, cancel) : rows.VariabilityAsync(table, cancel);
                await foreach (var reading in readings)
                {
                    yield return reading;
                }

                continue;
            }

            await foreach (var (row, findings) in rows.ReadAsync(table, cancel))
            {
                Gather(table.Name, row, findings, rows.Devices, days, nights, exercises);
                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }

        foreach (var reading in nights.Readings().Concat(days.Readings()))
        {
            yield return reading;
        }

        foreach (var entry in sideCars.Unused)
        {
            context.Facts.LeftUnread(entry);
        }
    }

    private static void Gather(
        string table, SamsungRow row, RowFindings findings, SamsungDevices devices, SamsungDays days, SamsungNights nights, SamsungExercises exercises)
    {
        switch (table)
        {
            case SamsungMetrics.Devices:
                devices.Add(row);
                break;
            case SamsungMetrics.StepsByDay:
                days.AddPedometer(row, findings);
                break;
            case SamsungMetrics.StepsTrend:
                days.AddTrend(row, findings);
                break;
            case SamsungMetrics.DaySummary:
                days.AddActivity(row, findings);
                break;
            case SamsungMetrics.Sleep:
                nights.Add(row, findings);
                break;
            case SamsungMetrics.SleepCombined:
                nights.AddCombined(row, findings);
                break;
            case SamsungMetrics.SleepStages:
                nights.AddStage(row, findings);
                break;
            case SamsungMetrics.Exercise:
                exercises.Add(row, findings);
                break;
        }
    }

    /// <summary>What is read: devices first, then newer exports before older ones.</summary>
    private static async Task<List<SamsungTable>> TablesAsync(ExportFiles export, ReadingContext context, CancellationToken cancel)
    {
        var tables = new List<SamsungTable>();
        foreach (var entry in export.Entries.Where(entry => !entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)))
        {
            var table = await SamsungTable.FindAsync(entry, cancel);
            table = table is null ? null : table with { Name = SamsungMetrics.Canonical(table.Name) };
            if (table is null || !SamsungMetrics.IsRead(table.Name))
            {
                context.Facts.LeftUnread(table is null ? $"file {entry.Name}" : $"table {table.Name}");
                continue;
            }

            tables.Add(table);
            context.Facts.Version ??= table.Version;
            context.Facts.ExportedAt = table.ExportedAt is { } at && at <= context.AsOf && (context.Facts.ExportedAt is not { } known || at > known) ? at : context.Facts.ExportedAt;
        }

        // The calories of single foods stand once more in the table of meals.
        if (tables.Exists(table => table.Name is SamsungMetrics.Nutrition) && tables.RemoveAll(table => table.Name is SamsungMetrics.Food) > 0)
        {
            context.Facts.LeftUnread($"table {SamsungMetrics.Food}, which repeats {SamsungMetrics.Nutrition}");
        }

        tables.ForEach(table => context.Progress.Expect(table.Entry.Length));
        return [.. tables.OrderByDescending(table => table.Name is SamsungMetrics.Devices).ThenByDescending(table => table.ExportedAt)];
    }

    [GeneratedRegex(@"(^|/)com\.samsung\.[^/]+/([0-9a-f]/)?[^/]+\.json$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SideCarPath();
}
