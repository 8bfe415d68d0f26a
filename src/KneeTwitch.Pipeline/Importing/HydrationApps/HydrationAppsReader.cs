using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HydrationApps;

/// <summary>Reads the lists of drinks of WaterMinder, Waterllama, HidrateSpark and others. No vendor describes its file: the words of its columns do.</summary>
internal sealed class HydrationAppsReader : IExportReader
{
    public string Format => "hydration-apps";

    public string Name => "Hydration apps";

    public string? Doubt => "the whole schema: no real export was at hand";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        IReadOnlyList<ExportEntry> claims = [.. tables.Select(table => table.Entry)];
        return tables.Count == 0 ? Recognition.No
            : tables.Any(table => table.Kind.IsNamed) ? Recognition.Likely($"{tables.First(table => table.Kind.IsNamed).Entry.Path} looks like a list of drinks").Of(claims)
            : Recognition.Maybe($"{tables[0].Entry.Path} has the columns of a list of drinks").Of(claims);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        tables.Announce(export, context);
        var (files, log) = (new DayFiles(), new HydrationLog(context));
        var glance = new ReadingContext { Zones = context.Zones, AsOf = context.AsOf };
        foreach (var (entry, table) in tables)
        {
            files.Begin(entry, table.Group);
            var rows = new HydrationRows(entry, table, files, log, new RowFindings(entry.Path, table.ListPath is null, glance));
            await foreach (var (cell, _, _) in CellsAsync(entry, table, glance, cancel))
            {
                files.Saw(entry, rows.DateOf(cell));
            }
        }

        files.Decide();
        if (tables.Count > 0 && tables.All(table => files.IsAmbiguous(table.Entry)))
        {
            throw new ExportFormatException(
                Name, export.Name, "writes dates of which nobody can tell day and month apart", "Write them as 2026-03-14 and import it again");
        }

        foreach (var (entry, table) in tables)
        {
            var findings = new RowFindings(entry.Path, table.ListPath is null, context);
            var rows = new HydrationRows(entry, table, files, log, findings);
            await foreach (var (cell, hasDecimalComma, at) in CellsAsync(entry, table, context, cancel))
            {
                findings.At = at;
                if (!rows.Add(cell, hasDecimalComma))
                {
                    break;
                }
            }
        }

        foreach (var reading in log.Readings())
        {
            yield return reading;
        }
    }

    private static async IAsyncEnumerable<(Func<int, string?> Cell, bool HasDecimalComma, long At)> CellsAsync(
        ExportEntry entry, HydrationTable table, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (table.ListPath is { } path)
        {
            await foreach (var item in JsonItems.ReadAsync(entry, path, context, cancel))
            {
                yield return (place => place < 0 || place >= table.Names.Count ? null : item.Value.Text(table.Names[place]), false, item.At);
            }

            yield break;
        }

        await using var csv = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        await foreach (var row in csv.RowsAsync(cancel))
        {
            if (!row.IsHeader)
            {
                yield return (place => row[place], csv.HasDecimalComma, row.Line);
            }
        }
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, HydrationTable Kind)>> TablesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<HydrationTable>(export, entry => HydrationTable.OfAsync(entry, cancel));
}
