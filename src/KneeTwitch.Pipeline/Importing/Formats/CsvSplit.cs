namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>What came of splitting off a row.</summary>
/// <param name="Length">Characters of the row with its line break; negative where there is none yet.</param>
/// <param name="Lines">Lines it takes.</param>
internal readonly record struct CsvSplit(int Length, int Lines)
{
    /// <summary>The text ends within the row.</summary>
    internal static CsvSplit NeedsMore { get; } = new(-1, 0);

    /// <summary>The file ends within quotes.</summary>
    internal static CsvSplit Unclosed { get; } = new(-2, 0);
}
