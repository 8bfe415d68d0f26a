using System.Text;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// Splits one row off a text. A quote counts only where a field begins; what follows a closing quote belongs to the field; so no text is
/// wrong, except a quote that never ends.
/// </summary>
internal static class CsvSplitter
{
    internal const int MostFields = 2_000;

    /// <param name="text">From the start of a row on.</param>
    /// <param name="isLast">True where no text follows.</param>
    /// <param name="mayWrap">Whether a line break between quotes is part of the field.</param>
    /// <param name="fields">Filled with the row's fields, none more than the limit and one.</param>
    internal static CsvSplit Split(ReadOnlySpan<char> text, char delimiter, bool isLast, bool mayWrap, List<string> fields)
    {
        fields.Clear();
        var (at, lines) = (0, 0);
        while (true)
        {
            var isQuoted = at < text.Length && text[at] == '"';
            if (isQuoted && Quoted(text, delimiter, mayWrap, ref at, ref lines) is { } quoted)
            {
                Add(fields, quoted);
            }
            else if (isQuoted && mayWrap)
            {
                return isLast ? CsvSplit.Unclosed : CsvSplit.NeedsMore;
            }
            else
            {
                var length = text[at..].IndexOfAny(delimiter, '\r', '\n');
                length = length < 0 ? text.Length - at : length;
                Add(fields, text.Slice(at, length).ToString());
                at += length;
            }

            // A carriage return at the very end may be half of a line break.
            if (at + (at < text.Length && text[at] == '\r' ? 1 : 0) >= text.Length && !isLast)
            {
                return CsvSplit.NeedsMore;
            }

            if (at >= text.Length)
            {
                return new CsvSplit(at, lines + 1);
            }

            if (text[at] == delimiter)
            {
                at++;
                continue;
            }

            at += text[at..].StartsWith("\r\n") ? 2 : 1;
            return new CsvSplit(at, lines + 1);
        }
    }

    /// <summary>The field's text, with <paramref name="at"/> moved to what ends it; null where the closing quote is missing.</summary>
    private static string? Quoted(ReadOnlySpan<char> text, char delimiter, bool mayWrap, ref int at, ref int lines)
    {
        var content = new StringBuilder();
        var (from, wraps) = (at + 1, 0);
        while (true)
        {
            var length = mayWrap ? text[from..].IndexOf('"') : text[from..].IndexOfAny('"', '\r', '\n');
            if (length < 0 || text[from + length] != '"')
            {
                return null;
            }

            var part = text.Slice(from, length);
            content.Append(part);
            wraps += part.Count('\n');
            from += length + 1;
            if (from >= text.Length || text[from] != '"')
            {
                break;
            }

            content.Append('"');
            from++;
        }

        var rest = text[from..].IndexOfAny(delimiter, '\r', '\n');
        rest = rest < 0 ? text.Length - from : rest;
        content.Append(text.Slice(from, rest));
        (at, lines) = (from + rest, lines + wraps);
        return content.ToString();
    }

    private static void Add(List<string> fields, string field)
    {
        if (fields.Count <= MostFields)
        {
            fields.Add(field);
        }
    }
}
