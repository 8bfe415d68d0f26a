using System.Globalization;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Numbers as machines write them: point, no grouping.</summary>
internal static class AsciiNumber
{
    private const int ExactDigits = 15;

    private static readonly double[] PowersOfTen = [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>The number, also one that is not finite; null where the text is no number.</summary>
    internal static double? Parse(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n"u8);
        return TryShort(text, out var value) ? value
            : double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) ? value
            : null;
    }

    /// <summary>Up to 15 digits and a point: an exact whole number over an exact power of ten rounds as the standard asks.</summary>
    private static bool TryShort(ReadOnlySpan<byte> text, out double value)
    {
        var (whole, digits, decimals) = (0L, 0, -1);
        foreach (var letter in text)
        {
            if (letter == '.' && decimals < 0)
            {
                decimals = 0;
                continue;
            }

            if (letter is < (byte)'0' or > (byte)'9' || ++digits > ExactDigits)
            {
                value = 0;
                return false;
            }

            whole = (whole * 10) + (letter - '0');
            decimals += decimals >= 0 ? 1 : 0;
        }

        value = whole / PowersOfTen[Math.Max(decimals, 0)];
        return digits > 0;
    }
}
