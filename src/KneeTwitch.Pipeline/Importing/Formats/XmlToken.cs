namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>What an <see cref="XmlScanner"/> met.</summary>
internal enum XmlToken
{
    None,
    Start,

    /// <summary>A start tag that is its own end.</summary>
    Empty,
    End,
    Comment,

    /// <summary>Something that looked like a tag and cannot be read; the scanner goes on behind it.</summary>
    Malformed,

    /// <summary>A tag longer than <see cref="XmlScanner.LongestTag"/>; the scanner goes on inside it.</summary>
    TooLong,

    /// <summary>The input ended in the middle of a tag.</summary>
    Truncated,
}
