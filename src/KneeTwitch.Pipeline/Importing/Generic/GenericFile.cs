using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>One file of somebody's own: a table, one JSON object a line, or an array of them; as rows under our names of the columns.</summary>
/// <param name="Entry">The file.</param>
/// <param name="IsJson">Else it is a table.</param>
internal sealed record GenericFile(ExportEntry Entry, bool IsJson)
{
    internal const int HeadBytes = 16_384;

    /// <summary>A character that no text has: a line is one field.</summary>
    private const char NoDelimiter = '\u0001';

    private static readonly CsvOptions Table = new()
    {
        Comment = '#',
        IsHeader = fields => !fields[0].TrimStart().StartsWith('#') && GenericColumns.KindOf(fields) is not GenericKind.None,
    };

    private static readonly CsvOptions Lines = new() { Delimiter = NoDelimiter, Names = ["json"] };

    private static readonly JsonDocumentOptions OneLine = new() { AllowDuplicateProperties = false, AllowTrailingCommas = true, MaxDepth = 16 };

    /// <summary>The values of the notes at the top, such as <c># tz: Europe/Berlin</c>.</summary>
    internal async Task<IReadOnlyDictionary<string, string>> NotesAsync(CancellationToken cancel)
    {
        var notes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var head = TextEncoding.Decode(await Entry.HeadAsync(HeadBytes, cancel));
        foreach (var line in head.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!line.StartsWith('#') && !line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
            {
                break;
            }

            if (line.TrimStart('#').Split(':', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, { Length: > 0 } value])
            {
                notes[name] = value.TrimEnd(';', ',', '\t').Trim();
            }
        }

        return notes;
    }

    /// <summary>What kind of file it is, from its first bytes; none where it is nobody's own.</summary>
    internal static GenericLook LookAt(byte[] head)
    {
        var isJson = JsonHead.IsJson(head);
        IEnumerable<string> columns = isJson ? JsonHead.FirstItemKeys(head) : CsvTable.HeaderOf(head, Table).Names;
        return new GenericLook(GenericColumns.KindOf(columns), isJson, GenericColumns.IsSurelyOurs(columns));
    }

    internal IAsyncEnumerable<GenericRow> RowsAsync(ReadingContext context, CancellationToken cancel) =>
        IsJson ? ObjectsAsync(context, cancel) : TableAsync(context, cancel);

    private async IAsyncEnumerable<GenericRow> TableAsync(ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var table = await CsvTable.OpenAsync(Entry, Table, context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            if (!row.IsHeader)
            {
                yield return GenericRow.Of(row.Line, table.Header.Select((name, i) => (name, row[i])), table.Delimiter is ';' or '\t');
            }
        }

        if (table.IsWindows1252)
        {
            context.Facts.Note("files that are not Unicode: they were taken for Windows-1252");
        }
    }

    private async IAsyncEnumerable<GenericRow> ObjectsAsync(ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        if (TextEncoding.Decode(await Entry.HeadAsync(HeadBytes, cancel)).AsSpan().TrimStart().StartsWith("["))
        {
            var number = 0L;
            await foreach (var item in JsonItems.ReadAsync(Entry, "", context, cancel))
            {
                number++;
                if (item.Value.ValueKind is JsonValueKind.Object)
                {
                    yield return RowOf(number, item.Value);
                }
            }

            yield break;
        }

        await using var lines = await CsvTable.OpenAsync(Entry, Lines, context, cancel);
        await foreach (var line in lines.RowsAsync(cancel))
        {
            if (line[0] is not { } text || text.StartsWith('#') || text.StartsWith("//", StringComparison.Ordinal))
            {
                continue;
            }

            if (Parse(text, line.Line) is { } row)
            {
                yield return row;
            }
            else
            {
                context.Rejects.AddLine("a line that is not one JSON object, or one that says something twice", Entry.Path, line.Line);
            }
        }
    }

    private static GenericRow? Parse(string line, long number)
    {
        try
        {
            using var json = JsonDocument.Parse(line, OneLine);
            return json.RootElement.ValueKind is JsonValueKind.Object ? RowOf(number, json.RootElement) : null;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return null; // Not JSON, or half of a letter in it.
        }
    }

    private static GenericRow RowOf(long line, JsonElement json) => GenericRow.Of(
        line,
        json.EnumerateObject().Select(field => (field.Name, field.Value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.String => field.Value.GetString(),
            JsonValueKind.Array when GenericColumns.NameOf(field.Name) is GenericColumns.Trigger =>
                string.Join(';', field.Value.EnumerateArray().Select(item => item.ToString())),
            _ => field.Value.GetRawText(),
        })),
        hasDecimalComma: false);
}
