using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>A row of a table, by the columns' bare names: some columns of a file carry the table's name before their own.</summary>
internal sealed class SamsungRow(CsvRow row, IReadOnlyDictionary<string, List<int>> columns, bool isLocal)
{
    internal long Line => row.Line;

    internal string? this[string name]
    {
        get
        {
            if (columns.TryGetValue(name, out var places))
            {
                foreach (var place in places)
                {
                    if (row[place] is { } text)
                    {
                        return text;
                    }
                }
            }

            return null;
        }
    }

    /// <summary>Where each bare name stands. Names count as a whole: <c>create_sh_ver</c> is no heart rate.</summary>
    internal static Dictionary<string, List<int>> Columns(IReadOnlyList<string> header)
    {
        var columns = new Dictionary<string, List<int>>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < header.Count; i++)
        {
            var name = header[i].Trim();
            var bare = name.StartsWith("com.samsung.", StringComparison.Ordinal) ? name[(name.LastIndexOf('.') + 1)..] : name;
            if (!columns.TryGetValue(bare, out var places))
            {
                columns.Add(bare, places = []);
            }

            places.Add(i);
        }

        return columns;
    }

    internal double? Number(string name, RowFindings findings)
    {
        if (this[name] is not { } text)
        {
            return null;
        }

        if (TextNumber.Parse(text) is { } number)
        {
            return number;
        }

        findings.Reject($"{name}: not a number");
        return null;
    }

    /// <summary>An instant: UTC as a text or as milliseconds since 1970; null where the column is empty or a placeholder of 1970.</summary>
    internal DateTimeOffset? Instant(string name, RowFindings findings)
    {
        var text = this[name];
        var instant = TextNumber.Parse(text ?? "") is { } number ? Moments.Epoch(number) : Written(text);
        if (instant is { } at && at.Year > 1970)
        {
            return at;
        }

        if (text is not null && instant is null)
        {
            findings.Reject("a date that cannot be read");
        }
        else
        {
            findings.Context.Facts.LeftUnread("placeholders without a date");
        }

        return null;
    }

    /// <summary>A civil day, written as midnight UTC: taken literally, its offset has no say.</summary>
    internal DateOnly? Day(string name, RowFindings findings)
    {
        var text = this[name];
        var day = TextNumber.Parse(text ?? "") is { } number
            ? (Moments.Epoch(number) is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null)
            : Moments.Parse(text)?.Day;
        if (day is null)
        {
            findings.Reject("a date that cannot be read");
            return null;
        }

        return day.Value.Year > 1970 ? day : null;
    }

    private DateTimeOffset? Written(string? text) => Moments.Parse(text) is not { } moment
        ? null
        : new DateTimeOffset(moment.Wall, TimeSpan.Zero) - (moment.Offset ?? (isLocal ? Moments.Offset(this["time_offset"]) ?? TimeSpan.Zero : TimeSpan.Zero));
}
