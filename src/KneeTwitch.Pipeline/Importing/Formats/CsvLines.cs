namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// The rows of a text, one at a time, in bounded memory. Own, because the libraries stop for good at a quote that never ends or at a row
/// that never ends, and a damaged diary must not lose the years after the damage.
/// </summary>
/// <param name="reject">Told of lines that are no rows: why, and which line.</param>
internal sealed class CsvLines(TextReader text, Action<string, long> reject)
{
    internal const int MostCharacters = 1 << 20;

    private const int FirstCharacters = 1 << 16;

    /// <summary>Quotes without an end, after which line breaks between quotes are no longer believed in.</summary>
    private const int MostUnclosed = 20;

    private readonly List<string> fields = [];
    private char[] buffer = new char[FirstCharacters];
    private int from;
    private int to;
    private int unclosed;

    /// <summary>The fields of the row that was read last.</summary>
    internal IReadOnlyList<string> Fields => fields;

    /// <summary>The line on which that row begins, from 1.</summary>
    internal long Line { get; private set; }

    /// <summary>The line after it.</summary>
    internal long NextLine { get; private set; } = 1;

    /// <summary>True where all of the text is in memory.</summary>
    internal bool IsAtEnd { get; private set; }

    internal char Delimiter { get; set; } = ',';

    /// <summary>What is in memory, from the next row on: enough of the file to tell its header.</summary>
    internal async ValueTask<ReadOnlyMemory<char>> HeadAsync(CancellationToken cancel)
    {
        while (!IsAtEnd && to < buffer.Length)
        {
            await FillAsync(cancel);
        }

        return buffer.AsMemory(from, to - from);
    }

    /// <summary>Passes over what belongs to the header.</summary>
    internal void Skip(int characters, int lines)
    {
        from += characters;
        NextLine += lines;
    }

    /// <summary>Reads the next row that is not an empty line; false at the end.</summary>
    internal async ValueTask<bool> ReadAsync(CancellationToken cancel)
    {
        while (true)
        {
            var split = CsvSplitter.Split(buffer.AsSpan(from, to - from), Delimiter, IsAtEnd, unclosed < MostUnclosed, fields);
            if (split == CsvSplit.NeedsMore && to - from < MostCharacters)
            {
                await FillAsync(cancel);
                continue;
            }

            if (split.Length < 0)
            {
                await SkipLineAsync(split == CsvSplit.Unclosed || buffer.AsSpan(from, to - from).ContainsAny('\r', '\n'), cancel);
                continue;
            }

            if (split.Length == 0)
            {
                return false;
            }

            Line = NextLine;
            Skip(split.Length, split.Lines);
            if (fields.Count > CsvSplitter.MostFields)
            {
                reject($"a row of more than {CsvSplitter.MostFields:N0} columns", Line);
            }
            else if (fields.Count > 1 || fields[0].AsSpan().Trim().Length > 0)
            {
                return true;
            }
        }
    }

    /// <summary>Gives one line up and goes on with the next.</summary>
    private async ValueTask SkipLineAsync(bool isUnclosed, CancellationToken cancel)
    {
        unclosed += isUnclosed ? 1 : 0;
        reject(isUnclosed ? "a quote that does not end" : $"a line of more than {MostCharacters:N0} characters", NextLine);
        while (true)
        {
            var length = buffer.AsSpan(from, to - from).IndexOfAny('\r', '\n');
            if (length >= 0 && (from + length + 1 < to || IsAtEnd))
            {
                var isPair = buffer.AsSpan(from + length, to - from - length).StartsWith("\r\n");
                Skip(length + (isPair ? 2 : 1), 1);
                return;
            }

            from = length >= 0 ? from + length : to;
            if (IsAtEnd)
            {
                from = to;
                return;
            }

            await FillAsync(cancel);
        }
    }

    private async ValueTask FillAsync(CancellationToken cancel)
    {
        if (from > 0)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            (from, to) = (0, to - from);
        }

        if (to == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = await text.ReadAsync(buffer.AsMemory(to), cancel);
        to += read;
        IsAtEnd = read == 0;
    }
}
