using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Bearable;

/// <summary>
/// Reads Bearable's diary of symptoms, medicines and factors. Its rows carry no ids, and an edit is another row: each day of an export
/// replaces what earlier exports said of it. What it copied from Apple Health is left to the wearable's own export.
/// </summary>
internal sealed class BearableExportReader : IExportReader
{
    private const int HeadBytes = 8_192;

    private static readonly string[] Columns = ["weekday", "time of day", "category", "rating/amount", "detail", "notes"];

    public string Format => "bearable";

    public string Name => "Bearable";

    public string? Doubt => "the whole schema: no real export was at hand; a night is logged on the day of waking";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        return tables.Count == 0
            ? Recognition.No
            : Recognition.Sure($"{tables[0].Entry.Path} has the columns of Bearable").Of([.. tables.Select(table => table.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        tables.Announce(export, context);
        foreach (var (entry, _) in tables)
        {
            var diary = new BearableDiary(context); // Months overlap at their edges: the same row of another file is the same entry.
            var findings = new RowFindings(entry.Path, hasLines: true, context);
            await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
            await foreach (var row in table.RowsAsync(cancel))
            {
                findings.At = row.Line;
                if (row.IsHeader || BearableRow.Of(row, findings) is not { } said)
                {
                    continue;
                }

                foreach (var written in diary.EntriesOf(said, findings))
                {
                    await context.WriteAsync(written, entry.Path, row.Line, cancel);
                }

                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, bool IsTable)>> TablesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<bool>(export, async entry =>
        {
            var header = CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel));
            return header.Has(Columns) && (header.Has("date") || header.Has("date formatted")) ? true : null;
        });
}
