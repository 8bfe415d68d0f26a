using System.Globalization;

namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Reads times as vendors write them. Years are 1900 to 2199: others are errors, and would not survive a change of zone.</summary>
internal static class Moments
{
    private const double MostSeconds = 7_258_118_399;
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <summary>
    /// A date, with a time and an offset if they are there: ISO in all its forms, <c>31.12.2026 14:05</c>, <c>12/31/2026 2:05 PM</c>,
    /// <c>Dec 31, 2026</c>; 24:00 is the next midnight. Null where it is none, or where only <paramref name="order"/> could tell.
    /// </summary>
    internal static Moment? Parse(string? text, DateOrder order = DateOrder.Unknown)
    {
        if (text is null)
        {
            return null;
        }

        var scan = new MomentScan(text);
        if (scan.Date(order) is not { } date)
        {
            return null;
        }

        if (scan.IsAtEnd)
        {
            return Of(date, TimeSpan.Zero, null, hasTime: false);
        }

        return scan.Time() is { } time && scan.Offset() is var (isKnown, offset) && isKnown ? Of(date, time, offset, hasTime: true) : null;
    }

    /// <summary>An instant that needs no zone: a text with an offset, or null.</summary>
    internal static DateTimeOffset? Instant(string? text) =>
        Parse(text) is { Offset: { } offset } moment ? new DateTimeOffset(moment.Wall, TimeSpan.Zero) - offset : null;

    /// <summary>Seconds, milliseconds, micro- or nanoseconds since 1970, told apart by their size; null before 1970 and after 2199.</summary>
    internal static DateTimeOffset? Epoch(double? number)
    {
        var seconds = number switch
        {
            null => double.NaN,
            < 1e11 => number.Value,
            < 1e14 => number.Value / 1e3,
            < 1e17 => number.Value / 1e6,
            _ => number.Value / 1e9,
        };
        return FromSeconds(seconds);
    }

    internal static DateTimeOffset? FromSeconds(double seconds) =>
        seconds is >= 0 and <= MostSeconds ? DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) : null;

    internal static DateTimeOffset? FromMilliseconds(double milliseconds) => FromSeconds(milliseconds / 1_000);

    /// <summary>An offset such as <c>Z</c>, <c>+2</c>, <c>+0200</c>, <c>+02:00</c>, <c>UTC+0200</c>, <c>GMT-3</c>; null where it is none.</summary>
    internal static TimeSpan? Offset(string? text) =>
        text is not null && new MomentScan(text).Offset() is (true, { } offset) ? offset : null;

    /// <summary>Which number is the day in a column of dates with slashes or dashes: one above 12 tells. Unknown where none does, or where they disagree.</summary>
    internal static DateOrder OrderOf(IEnumerable<string?> column)
    {
        var order = DateOrder.Unknown;
        foreach (var text in column)
        {
            var seen = text is null ? DateOrder.Unknown : new MomentScan(text).Order();
            if (seen is DateOrder.Unknown || seen == order)
            {
                continue;
            }

            if (order is not DateOrder.Unknown)
            {
                return DateOrder.Unknown;
            }

            order = seen;
        }

        return order;
    }

    /// <summary>The English month of a word, 1 to 12, or 0.</summary>
    internal static int MonthOf(ReadOnlySpan<char> word)
    {
        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        for (var i = 0; i < 12 && word.Length >= 3; i++)
        {
            if (names[i].AsSpan().StartsWith(word, StringComparison.OrdinalIgnoreCase) || (i == 8 && word.Equals("sept", StringComparison.OrdinalIgnoreCase)))
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static Moment? Of((int Year, int Month, int Day) date, TimeSpan time, TimeSpan? offset, bool hasTime)
    {
        var (year, month, day) = date;
        return year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new Moment(new DateTime(year, month, day) + time, offset, hasTime)
            : null;
    }
}
