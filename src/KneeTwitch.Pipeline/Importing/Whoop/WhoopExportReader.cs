using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Whoop;

/// <summary>
/// Reads WHOOP's "my data" export: cycles, sleeps, workouts, journal. The main sleep stands in two of the tables and counts once. Day strain
/// and recovery are scores of the vendor's that we have no metric for; the energy of a cycle is all of it, rest and activity.
/// </summary>
internal sealed class WhoopExportReader : IExportReader
{
    private const int HeadBytes = 4_096;

    public string Format => "whoop";

    public string Name => "WHOOP";

    public string? Doubt => "Spanish, French and Portuguese headers of workouts, journal and ends of cycles; the day of an answer";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        return tables.Count == 0
            ? Recognition.No
            : Recognition.Sure($"{tables[0].Entry.Path} is WHOOP's table of {tables[0].Kind.ToString().ToLowerInvariant()}").Of([.. tables.Select(table => table.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        tables.Announce(export, context);
        var nights = new WhoopNights();
        foreach (var (entry, kind) in tables.OrderBy(table => table.Kind))
        {
            var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
            await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
            var (rows, isRead) = (0L, WhoopTables.IsRead(kind));
            await foreach (var row in table.RowsAsync(cancel))
            {
                findings.At = row.Line;
                rows++;
                if (kind is WhoopKind.Journal)
                {
                    var question = WhoopWords.Question.Select(table.Find).FirstOrDefault(column => column >= 0, -1);
                    if (WhoopJournal.Entry(row, new WhoopRow(row, table.HasDecimalComma, findings), question, findings) is { } answer)
                    {
                        await context.WriteAsync(answer, entry.Path, row.Line, cancel);
                    }

                    continue;
                }

                WhoopTables.Add(kind, new WhoopRow(row, table.HasDecimalComma, findings), nights, findings);
                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }

            foreach (var name in table.Header.Where(name => isRead && !WhoopTables.IsColumn(kind, name)))
            {
                context.Facts.LeftUnread($"column {name}", rows);
            }
        }

        foreach (var reading in nights.Sums(context))
        {
            yield return reading;
        }
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, WhoopKind Kind)>> TablesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<WhoopKind>(export, async entry =>
            entry.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || export.Entries.Count == 1
                ? WhoopKinds.Of(CsvTable.HeaderOf(await entry.HeadAsync(HeadBytes, cancel)))
                : null);
}
