using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.SleepCycle;

/// <summary>
/// Reads Sleep Cycle's table, one row a night. Places and weather are dropped; steps are the phone's of the day before, or a zero without
/// permission, and are not taken.
/// </summary>
internal sealed partial class SleepCycleExportReader : IExportReader
{
    private const int HeadBytes = 8_192;
    private const int LeastColumns = 5;

    public string Format => "sleep-cycle";

    public string Name => "Sleep Cycle";

    public string? Doubt => "translated headers, read by the places of columns";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var tables = await TablesAsync(export, cancel);
        if (tables.Count == 0)
        {
            return Recognition.No;
        }

        var named = tables.FirstOrDefault(table => table.IsNamed).Entry;
        var recognition = named is null
            ? Recognition.Likely($"{tables[0].Entry.Path} has columns in the places of Sleep Cycle's", "header in another language: columns are taken by their places")
            : Recognition.Sure($"{named.Path} has the columns of Sleep Cycle");
        return recognition.Of([.. tables.Select(table => table.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var nights = new SleepCycleNights(context);
        var tables = await TablesAsync(export, cancel);
        tables.Announce(export, context);
        foreach (var (entry, isNamed) in tables)
        {
            var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
            await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
            await foreach (var row in table.RowsAsync(cancel))
            {
                findings.At = row.Line;
                nights.Add(row, isNamed ? null : SleepCycleWords.PlacesOf(table.Header.Count), table.HasDecimalComma, findings);
                Leave(row, context);
                foreach (var written in Notes(row, context))
                {
                    await context.WriteAsync(written, entry.Path, row.Line, cancel);
                }
            }
        }

        foreach (var reading in nights.Readings())
        {
            yield return reading;
        }
    }

    private static void Leave(CsvRow row, ReadingContext context)
    {
        foreach (var column in SleepCycleWords.Unread.Where(column => SleepCycleWords.Said(row[column]) is not null))
        {
            context.Facts.LeftUnread($"column {column}");
        }
    }

    /// <summary>What the person ticked or wrote about a night, in their own words; a night keeps its start when it is edited.</summary>
    private static IEnumerable<DiaryEntry> Notes(CsvRow row, ReadingContext context)
    {
        var start = row.FirstOf(SleepCycleWords.Start);
        if (start is null || Moments.Parse(start) is not { } moment)
        {
            yield break;
        }

        var notes = (SleepCycleWords.Said(row.FirstOf(SleepCycleWords.Notes)) ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        foreach (var note in notes.Distinct(StringComparer.Ordinal))
        {
            yield return new DiaryEntry
            {
                Key = DiaryEntry.KeyOf(SleepCycleNights.Phone, start, note),
                Source = SleepCycleNights.Phone,
                Time = DiaryTime.Instant(moment.ToUtc(context.Zones)),
                Said = context.ExportedAt,
                What = new Tag { Name = note, IsYes = true },
            };
        }
    }

    private static bool IsOurs(CsvHeader header) =>
        header.Names.Count >= LeastColumns && header.Find(SleepCycleWords.Quality[0]) >= 0
        && ((header.Find("Start") == 0 && header.Find("End") == 1) || (header.Find("Went to bed") == 0 && header.Find("Woke up") == 1));

    private static Task<IReadOnlyList<(ExportEntry Entry, bool IsNamed)>> TablesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<bool>(export, async entry =>
        {
            var head = await entry.HeadAsync(HeadBytes, cancel);
            var header = CsvTable.HeaderOf(head);
            return IsOurs(header) ? true : header.Names.Count >= LeastColumns && Row().IsMatch(TextEncoding.Decode(head)) ? false : null;
        });

    /// <summary>Two times and a quality in percent: so a row begins in every language.</summary>
    [GeneratedRegex(
        @"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}[;,][0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}[;,][0-9]{1,3} ?%[;,]",
        RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Row();
}
