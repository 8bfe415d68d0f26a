namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>How a vendor writes its tables, where that cannot be told from the file.</summary>
internal sealed record CsvOptions
{
    internal static CsvOptions Default { get; } = new();

    /// <summary>Null for what a <c>sep=</c> line says, else for what splits the first rows most evenly: comma, semicolon, tab or bar.</summary>
    internal char? Delimiter { get; init; }

    /// <summary>Lines of anything before the header.</summary>
    internal int SkipLines { get; init; }

    /// <summary>Tells the header from the rows of notes before it; null where the first row is the header.</summary>
    internal Func<IReadOnlyList<string>, bool>? IsHeader { get; init; }

    /// <summary>The columns' names in a file that has no header; null where it has one.</summary>
    internal IReadOnlyList<string>? Names { get; init; }

    /// <summary>Rows that begin with it are notes.</summary>
    internal char? Comment { get; init; }

    /// <summary>Whether 1,5 is one and a half; null to take it so in tables that are split by semicolons.</summary>
    internal bool? HasDecimalComma { get; init; }
}
