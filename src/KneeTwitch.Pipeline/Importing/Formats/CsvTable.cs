using System.Runtime.CompilerServices;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// A table in a text file, streamed. Takes what apps, spreadsheets and people make of one: any encoding, delimiter and line break, rows
/// too long or too short, notes before the header, names that differ in spelling. What is no row is a reject, and reading goes on.
/// </summary>
internal sealed class CsvTable : IAsyncDisposable
{
    private readonly StreamReader text;
    private readonly Windows1252Fallback fallback;
    private readonly CsvLines lines;
    private readonly CsvHeader header;
    private readonly CsvOptions options;
    private readonly Action<string, long> reject;

    private CsvTable(StreamReader text, Windows1252Fallback fallback, CsvLines lines, CsvHead head, CsvOptions options, Action<string, long> reject)
    {
        this.text = text;
        this.fallback = fallback;
        this.lines = lines;
        this.options = options;
        this.reject = reject;
        header = new CsvHeader(head.Header);
        Delimiter = head.Delimiter;
        HasDecimalComma = options.HasDecimalComma ?? head.Delimiter == ';';
    }

    /// <summary>The columns' names as the file spells them; empty where no header was found, and then there are no rows either.</summary>
    internal IReadOnlyList<string> Header => header.Names;

    internal char Delimiter { get; }

    internal bool HasDecimalComma { get; }

    /// <summary>True once something was not Unicode and was taken for Windows-1252, the old encoding of Western Europe.</summary>
    internal bool IsWindows1252 => fallback.WasUsed;

    /// <summary>Opens a table; damage and bad lines go to the context's rejects, bytes to its progress.</summary>
    internal static async Task<CsvTable> OpenAsync(ExportEntry entry, CsvOptions options, ReadingContext context, CancellationToken cancel)
    {
        void Reject(string reason, long line) => context.Rejects.AddLine(reason, entry.Path, line);

        var content = await EntryContent.OpenAsync(entry, context, cancel);
        try
        {
            var start = new byte[TextEncoding.HeadBytes];
            var count = await content.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancel);
            var fallback = new Windows1252Fallback();
            var (encoding, markBytes) = TextEncoding.Of(start.AsSpan(0, count), fallback);
            var whole = new PrefixedStream(start.AsMemory(markBytes, count - markBytes), content);
            var text = new StreamReader(whole, encoding, detectEncodingFromByteOrderMarks: false, bufferSize: 1 << 14);
            var lines = new CsvLines(text, Reject);
            var first = await lines.HeadAsync(cancel);
            var head = CsvHead.Find(first.Span, isLast: lines.IsAtEnd, options);
            lines.Skip(head.Length, head.Lines);
            lines.Delimiter = head.Delimiter;
            return new CsvTable(text, fallback, lines, head, options, Reject);
        }
        catch
        {
            await content.DisposeAsync();
            throw;
        }
    }

    /// <summary>The names of the columns in a file's first bytes; empty where there are none. To tell whose table it is.</summary>
    internal static CsvHeader HeaderOf(byte[] head, CsvOptions? options = null) =>
        new(CsvHead.Find(TextEncoding.Decode(head), isLast: true, options ?? CsvOptions.Default).Header);

    /// <summary>True where all these columns are there.</summary>
    internal bool Has(params ReadOnlySpan<string> names) => header.Has(names);

    /// <summary>The first column of that name, or -1.</summary>
    internal int Find(string name) => header.Find(name);

    /// <summary>All columns of that name.</summary>
    internal IReadOnlyList<int> FindAll(string name) => header.FindAll(name);

    /// <summary>The rows after the header, without empty lines and notes. To be asked for once.</summary>
    internal async IAsyncEnumerable<CsvRow> RowsAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        while (Header.Count > 0 && await lines.ReadAsync(cancel))
        {
            cancel.ThrowIfCancellationRequested();
            if (options.Comment is { } sign && lines.Fields[0].AsSpan().TrimStart().StartsWith([sign]))
            {
                continue;
            }

            yield return new CsvRow(this, [.. lines.Fields], lines.Line);
        }
    }

    public ValueTask DisposeAsync()
    {
        text.Dispose();
        return ValueTask.CompletedTask;
    }

    internal void Reject(string reason, long line) => reject(reason, line);
}
