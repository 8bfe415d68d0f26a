using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.SleepAsAndroid;

/// <summary>
/// Reads Sleep as Android's table, which is none: every record brings its own header, and may bring a second line with noise. Exports are
/// cumulative; of several in one folder the last one's word on a record counts.
/// </summary>
internal sealed class SleepAsAndroidExportReader : IExportReader
{
    private const int HeadBytes = 256;

    public string Format => "sleep-as-android";

    public string Name => "Sleep as Android";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        return tables.Count == 0
            ? Recognition.No
            : Recognition.Sure($"{tables[0].Entry.Path} holds records of Sleep as Android").Of([.. tables.Select(table => table.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        tables.Announce(export, context);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sums = new NightSums();
        foreach (var (entry, delimiter) in tables.OrderByDescending(table => table.Entry.Path, StringComparer.Ordinal))
        {
            var findings = new RowFindings(entry.Path, hasLines: true, context);
            var options = new CsvOptions { Names = ["Id"], Delimiter = delimiter };
            await using var table = await CsvTable.OpenAsync(entry, options, context, cancel);
            await foreach (var row in table.RowsAsync(cancel))
            {
                findings.At = row.Line;
                if (IsRecord(row, findings) && seen.Add(row[0] ?? ""))
                {
                    var record = new AndroidSleepRecord(row, table.HasDecimalComma, findings);
                    if (record.Add() is var (day, asleep, inBed))
                    {
                        sums.Add(day, asleep, inBed);
                    }

                    foreach (var written in record.Comment())
                    {
                        await context.WriteAsync(written, entry.Path, row.Line, cancel);
                    }
                }

                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }

        var days = new RowFindings("sums of nights", hasLines: true, context);
        sums.AddTo(days, AndroidSleepRecord.App);
        foreach (var reading in days.Take())
        {
            yield return reading;
        }
    }

    /// <summary>Headers are passed over, lines of noise levels are counted, and a record that was cut off is a reject.</summary>
    private static bool IsRecord(CsvRow row, RowFindings findings)
    {
        if (row[0] is not { } id)
        {
            findings.Context.Facts.LeftUnread("lines of noise levels");
            return false;
        }

        if (id is "Id")
        {
            return false;
        }

        var isWhole = row.Count >= AndroidSleepRecord.LeastCells && id.All(char.IsAsciiDigit);
        if (!isWhole)
        {
            findings.Reject("a record that is cut off");
        }

        return isWhole;
    }

    private static Task<IReadOnlyList<(ExportEntry Entry, char Delimiter)>> TablesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<char>(export, async entry => DelimiterOf(TextEncoding.Decode(await entry.HeadAsync(HeadBytes, cancel))));

    private static char? DelimiterOf(string head) =>
        head.Replace("\"", "", StringComparison.Ordinal).TrimStart() is ['I', 'd', (',' or ';' or '\t') and var delimiter, .. var rest]
            && rest.StartsWith($"Tz{delimiter}From{delimiter}To{delimiter}Sched", StringComparison.Ordinal)
            ? delimiter
            : null;
}
