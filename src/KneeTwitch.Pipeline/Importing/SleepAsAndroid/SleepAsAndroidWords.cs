using System.Globalization;

namespace KneeTwitch.Pipeline.Importing.SleepAsAndroid;

/// <summary>Comments: hashtags, some with a count, among free words.</summary>
internal static class SleepAsAndroidWords
{
    private const int LongestCount = 3;

    /// <summary>A tag and how many times it was given: <c>#alcohol_3x</c> is three times alcohol.</summary>
    internal static (string Name, double? Count) Tag(string hashtag)
    {
        var word = hashtag.TrimStart('#').ToLowerInvariant();
        var at = word.LastIndexOf('_');
        var digits = at > 0 && word.EndsWith('x') ? word[(at + 1)..^1] : "";
        return digits.Length is > 0 and <= LongestCount && digits.All(char.IsAsciiDigit)
            ? (word[..at], double.Parse(digits, CultureInfo.InvariantCulture))
            : (word, null);
    }

    /// <summary>The words of a comment; its line breaks are written as a backslash and an n.</summary>
    internal static string[] WordsOf(string? comment) =>
        (comment ?? "").Replace("\\n", " ", StringComparison.Ordinal).Split((char[])[' ', '\n', '\r', '\t', ','], StringSplitOptions.RemoveEmptyEntries);

    internal static bool IsTag(string word) => word is ['#', _, ..];
}
