using System.Globalization;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Numbers as apps print them.</summary>
internal static class TextNumber
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
}
