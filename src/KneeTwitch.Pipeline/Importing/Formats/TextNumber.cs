using System.Globalization;
using System.Text.RegularExpressions;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Numbers as apps print them.</summary>
internal static partial class TextNumber
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent
        | NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite;

    /// <summary>A finite number, or null. A grouped one is none: 1,234 is a thousand here and one and a bit there.</summary>
    /// <param name="hasDecimalComma">Whether a comma is a decimal point. A point always is one.</param>
    internal static double? Parse(string text, bool hasDecimalComma = false)
    {
        if (text.AsSpan().IndexOfAny('\u2212', ',') >= 0)
        {
            if (hasDecimalComma && text.Contains('.') && text.Contains(','))
            {
                return null;
            }

            text = text.Replace('\u2212', '-');
            text = hasDecimalComma ? text.Replace(',', '.') : text;
        }

        return double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    /// <summary>As <see cref="Parse"/>, and a grouped number where its decimal mark shows which mark groups: 1,477.23 or 1.477,23.</summary>
    internal static double? ParseGrouped(string text, bool hasDecimalComma = false)
    {
        var (comma, point) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        return comma >= 0 && point >= 0 && Grouped().IsMatch(text)
            ? Parse(comma < point ? text.Replace(",", "", StringComparison.Ordinal) : text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.'))
            : Parse(text, hasDecimalComma);
    }

    [GeneratedRegex(@"^\s*[-+\u2212]?(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+)\s*$", RegexOptions.NonBacktracking)]
    private static partial Regex Grouped();
}
