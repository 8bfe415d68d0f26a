using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Oura;

/// <summary>Reads what Oura hands out: the account's tables (split by semicolons, JSON in cells), the older JSON, the trends table, and replies of its API.</summary>
internal sealed class OuraExportReader : IExportReader
{
    private const int HeadBytes = 16_384;

    /// <summary>Any of these sets of fields is unmistakable.</summary>
    private static readonly string[][] Signs =
    [
        ["bedtime_start", "bedtime_end", "type"], ["bedtime_start", "bedtime_end", "rem_sleep_duration"], ["bedtime_start", "hypnogram_5min"], ["contributors", "day", "score"], ["class_5_min", "steps"],
        ["tag_type_code", "start_time"], ["start_datetime", "end_datetime", "activity", "intensity"], ["start_datetime", "end_datetime", "mood"],
        ["spo2_percentage", "day"], ["stress_high", "recovery_high"], ["timestamp", "bpm", "source"], ["Lowest Resting Heart Rate", "Total Sleep Duration"],
        ["vo2_max", "day"], ["temperature_deviation", "day"],
    ];

    private enum Kind
    {
        Table,

        /// <summary>An array of records, or a single one.</summary>
        Records,

        /// <summary>Records in <c>data</c>.</summary>
        Reply,

        /// <summary>Records by category.</summary>
        Account,
    }

    public string Format => "oura";

    public string Name => "Oura";

    public string? Doubt => "trends table and names of the first version";

    public async ValueTask<Recognition> RecognizeAsync(ExportFiles export, CancellationToken cancel)
    {
        var files = await FilesAsync(export, cancel);
        return files.Count == 0
            ? Recognition.No
            : Recognition.Sure($"{files[0].Entry.Path} holds Oura's fields").Of([.. files.Select(file => file.Entry)]);
    }

    public async IAsyncEnumerable<Reading> ReadAsync(ExportFiles export, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var sleep = new OuraSleep(context);
        var files = await FilesAsync(export, cancel);
        files.Announce(export, context);
        foreach (var (entry, kind) in files)
        {
            var readings = kind is Kind.Table ? ReadTableAsync(entry, sleep, context, cancel) : ReadJsonAsync(entry, Paths(kind), sleep, context, cancel);
            await foreach (var reading in readings)
            {
                yield return reading;
            }
        }

        foreach (var reading in sleep.Readings())
        {
            yield return reading;
        }
    }

    private static async IAsyncEnumerable<Reading> ReadTableAsync(
        ExportEntry entry, OuraSleep sleep, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context);
        await using var table = await CsvTable.OpenAsync(entry, Table, context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            var record = OuraRecord.Of(row);
            Add(record, Path.GetFileNameWithoutExtension(entry.Name), sleep, findings);
            await WriteTagAsync(record, findings, cancel);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private static async IAsyncEnumerable<Reading> ReadJsonAsync(
        ExportEntry entry, string[] paths, OuraSleep sleep, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: false, context);
        await foreach (var item in JsonItems.ReadAsync(entry, paths, context, JsonOptions.Default, cancel))
        {
            findings.At = item.At;
            var kind = item.Path is "" or "data" ? entry.Name : item.Path;
            foreach (var value in item.Value.Field("data") is { ValueKind: JsonValueKind.Array } data ? data.EnumerateArray().AsEnumerable() : [item.Value])
            {
                var record = OuraRecord.Of(value);
                Add(record, kind, sleep, findings);
                await WriteTagAsync(record, findings, cancel);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private static void Add(OuraRecord record, string kind, OuraSleep sleep, RowFindings findings)
    {
        var isSleep = OuraSleep.Is(record);
        if (isSleep)
        {
            sleep.Add(record, findings);
        }

        if (!OuraDays.Add(record, findings) && !isSleep)
        {
            findings.Context.Facts.LeftUnread($"records of {kind}");
        }
    }

    private static async Task WriteTagAsync(OuraRecord record, RowFindings findings, CancellationToken cancel)
    {
        if (OuraTags.Entry(record, findings) is { } tag)
        {
            await findings.WriteAsync(tag, cancel);
        }
    }

    private static CsvOptions Table { get; } = new() { IsHeader = names => IsOurs(new CsvHeader(names).Has) };

    private static Task<IReadOnlyList<(ExportEntry Entry, Kind Kind)>> FilesAsync(ExportFiles export, CancellationToken cancel) =>
        EntryHeads.FindAsync<Kind>(export, async entry => KindOf(await entry.HeadAsync(HeadBytes, cancel)));

    private static Kind? KindOf(byte[] head)
    {
        if (!JsonHead.IsJson(head))
        {
            return IsOurs(CsvTable.HeaderOf(head, Table).Has) ? Kind.Table : null;
        }

        var top = JsonHead.TopLevelKeys(head);
        return IsOurs(Has(top)) || IsOurs(Has(JsonHead.FirstItemKeys(head))) ? Kind.Records
            : top.Contains("data") && IsOurs(Has(JsonHead.FirstItemKeys(head, "data"))) ? Kind.Reply
            : OuraWords.Categories.Any(name =>
                top.Contains(name) && (IsOurs(Has(JsonHead.FirstItemKeys(head, name))) || IsOurs(Has(JsonHead.FirstItemKeys(head, $"{name}.data"))))) ? Kind.Account
            : null;
    }

    private static string[] Paths(Kind kind) => kind switch
    {
        Kind.Records => [""],
        Kind.Reply => ["data"],
        _ => OuraWords.Categories,
    };

    private static HasAll Has(IReadOnlySet<string> keys) => names => names.ToArray().All(keys.Contains);

    private static bool IsOurs(HasAll has) => Signs.Any(sign => has(sign));

    private delegate bool HasAll(ReadOnlySpan<string> names);
}
