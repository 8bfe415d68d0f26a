namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>A row of a table. Columns that are missing, short rows and empty fields are all null: the vendor said nothing.</summary>
internal sealed class CsvRow
{
    private readonly CsvTable table;
    private readonly string[] fields;

    internal CsvRow(CsvTable table, string[] fields, long line)
    {
        this.table = table;
        this.fields = fields;
        Line = line;
    }

    /// <summary>The line of the file on which the row begins, from 1.</summary>
    internal long Line { get; }

    /// <summary>Fields of the row; more than columns where it ends with delimiters, fewer where it is short.</summary>
    internal int Count => fields.Length;

    /// <summary>True where the row is the header once more, as in files that an app appends to.</summary>
    internal bool IsHeader =>
        fields.Length >= table.Header.Count && table.Header.Count > 0 && !table.Header.Where((name, i) => name.Trim() != fields[i].Trim()).Any();

    internal string? this[int column] =>
        column >= 0 && column < fields.Length && fields[column].AsSpan().Trim() is { Length: > 0 } text
            ? text.Length == fields[column].Length ? fields[column] : text.ToString()
            : null;

    internal string? this[string name] => this[table.Find(name)];

    /// <summary>The first of these columns that says something: versions and languages of an app name one thing differently.</summary>
    internal string? FirstOf(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (this[name] is { } text)
            {
                return text;
            }
        }

        return null;
    }

    /// <summary>The number in a column; null where there is none, with a reject where there is something else.</summary>
    internal double? Number(string name) => Number(this[name], name);

    internal double? Number(int column) => Number(this[column], $"column {column + 1}");

    /// <summary>Counts the row as one that cannot be read.</summary>
    internal void Reject(string reason) => table.Reject(reason, Line);

    private double? Number(string? text, string name)
    {
        if (text is null)
        {
            return null;
        }

        if (TextNumber.Parse(text, table.HasDecimalComma) is { } number)
        {
            return number;
        }

        Reject($"{name}: not a number");
        return null;
    }
}
