namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>What the first part of a text says about its table.</summary>
/// <param name="Header">Names of the columns, empty where there is no header.</param>
/// <param name="Length">Characters up to the first row of data.</param>
/// <param name="Lines">Lines up to it.</param>
internal sealed record CsvHead(char Delimiter, IReadOnlyList<string> Header, int Length, int Lines)
{
    private const int RowsLookedAt = 30;
    private const int NotesLookedAt = 200;
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <param name="isLast">True where the text is the whole file.</param>
    internal static CsvHead Find(ReadOnlySpan<char> text, bool isLast, CsvOptions options)
    {
        var (start, lines) = (0, 0);
        var said = options.Delimiter;
        if (Said(text) is var (delimiter, length))
        {
            (said, start, lines) = (said ?? delimiter, length, 1);
        }

        for (var i = 0; i < options.SkipLines && start < text.Length; i++)
        {
            (start, lines) = (start + LineLength(text[start..]), lines + 1);
        }

        if (said is { } known)
        {
            return HeaderIn(text, known, start, lines, isLast, options) ?? new CsvHead(known, [], text.Length, lines);
        }

        if (options.IsHeader is not null)
        {
            foreach (var candidate in Candidates)
            {
                if (HeaderIn(text, candidate, start, lines, isLast, options) is { } found)
                {
                    return found;
                }
            }
        }

        var likeliest = Likeliest(text[start..], isLast, options);
        return HeaderIn(text, likeliest, start, lines, isLast, options) ?? new CsvHead(likeliest, [], text.Length, lines);
    }

    /// <summary>The delimiter of a spreadsheet's <c>sep=;</c> line, and that line's length.</summary>
    private static (char Delimiter, int Length)? Said(ReadOnlySpan<char> text)
    {
        var length = LineLength(text);
        var line = text[..length].Trim("\r\n\" ");
        return line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length <= 5
            ? (line.Length == 5 ? line[4] : text[..length].Contains('\t') ? '\t' : ',', length)
            : null;
    }

    private static CsvHead? HeaderIn(ReadOnlySpan<char> text, char delimiter, int start, int lines, bool isLast, CsvOptions options)
    {
        if (options.Names is { } names)
        {
            return new CsvHead(delimiter, names, start, lines);
        }

        var fields = new List<string>();
        for (var i = 0; i < NotesLookedAt; i++)
        {
            var split = CsvSplitter.Split(text[start..], delimiter, isLast, mayWrap: true, fields);
            split = split.Length < 0 ? CsvSplitter.Split(text[start..], delimiter, isLast: true, mayWrap: false, fields) : split;
            if (split.Length <= 0)
            {
                return null;
            }

            (start, lines) = (start + split.Length, lines + split.Lines);
            if (fields.Count <= CsvSplitter.MostFields && !IsNote(fields, options) && (options.IsHeader?.Invoke(fields) ?? true))
            {
                return new CsvHead(delimiter, [.. fields], start, lines);
            }
        }

        return null;
    }

    /// <summary>The delimiter that gives most rows the same number of columns, of equals the one that gives most columns.</summary>
    private static char Likeliest(ReadOnlySpan<char> text, bool isLast, CsvOptions options)
    {
        var (best, most) = (Candidates[0], (Share: 0.0, Columns: 1));
        var fields = new List<string>();
        foreach (var candidate in Candidates)
        {
            var counts = new List<int>();
            var start = 0;
            while (counts.Count < RowsLookedAt && CsvSplitter.Split(text[start..], candidate, isLast, mayWrap: true, fields) is { Length: > 0 } split)
            {
                start += split.Length;
                if (!IsNote(fields, options))
                {
                    counts.Add(fields.Count);
                }
            }

            if (counts.GroupBy(count => count).Where(group => group.Key > 1).MaxBy(group => group.Count()) is not { } usual)
            {
                continue;
            }

            var mark = (Share: (double)usual.Count() / counts.Count, Columns: usual.Key);
            (best, most) = mark.CompareTo(most) > 0 ? (candidate, mark) : (best, most);
        }

        return best;
    }

    private static bool IsNote(List<string> fields, CsvOptions options) =>
        fields.All(field => field.AsSpan().Trim().Length == 0) || (options.Comment is { } sign && fields[0].AsSpan().TrimStart().StartsWith([sign]));

    private static int LineLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAny('\r', '\n');
        return length < 0 ? text.Length : length + (text[length..].StartsWith("\r\n") ? 2 : 1);
    }
}
