using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Zepp;

/// <summary>
/// Reads the tables of a Zepp (Amazfit, Mi Fit) export, and those of Mi Fitness. Stages of walking are a third copy of the day's steps and are left alone, and so is
/// the person.
/// </summary>
internal sealed class ZeppExportReader : IExportReader
{
    private const int HeadBytes = 4_096;

    public string Format => "zepp";

    public string Name => "Zepp";

    public string? Doubt => "numbers of sports, meaning of active energy, all of Mi Fitness (known from others' programs)";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        if (tables.Count == 0)
        {
            return Recognition.No;
        }

        // A table of date, time and a number could be anybody's.
        var sure = tables.FirstOrDefault(table => table.Kind is not (ZeppKind.StepMinutes or ZeppKind.HeartRates or ZeppKind.SleepMinutes)).Entry;
        var recognition = sure is null
            ? Recognition.Likely($"{tables[0].Entry.Path} has columns as Zepp writes them")
            : Recognition.Sure($"{sure.Path} has the columns of Zepp");
        return recognition.Of([.. tables.Select(table => table.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        tables.Announce(export, context);
        var (nights, xiaomi) = (new ZeppNights(context), new XiaomiTables());
        foreach (var (entry, kind) in tables.OrderBy(table => table.Kind))
        {
            var rows = new ZeppTables(context, nights, xiaomi);
            var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
            await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
            await foreach (var row in table.RowsAsync(cancel))
            {
                findings.At = row.Line;
                rows.Add(kind, row, table, findings);
                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }

        foreach (var reading in nights.Readings())
        {
            yield return reading;
        }
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, ZeppKind Kind)>> TablesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<ZeppKind>(export, async entry =>
            entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || export.Entries.Count == 1
                ? ZeppKinds.Of(CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel)))
                : null);
}
