namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Takes a written time apart from left to right.</summary>
internal ref struct MomentScan(ReadOnlySpan<char> text)
{
    private const int MostOffsetHours = 18;
    private const int TurnOfCentury = 70;
    private ReadOnlySpan<char> rest = text.Trim().Trim('"');

    internal readonly bool IsAtEnd => rest.IsEmpty;

    /// <summary>Which of the first two numbers cannot be a month; only where the year is not first and no point or name tells.</summary>
    internal DateOrder Order()
    {
        var (first, digits) = Number();
        if (first < 0 || digits > 2 || rest.IsEmpty || rest[0] is not ('/' or '-'))
        {
            return DateOrder.Unknown;
        }

        rest = rest[1..];
        var (second, _) = Number();
        return first > 12 && second is >= 1 and <= 12 ? DateOrder.DayFirst : second > 12 && first <= 12 ? DateOrder.MonthFirst : DateOrder.Unknown;
    }

    internal (int Year, int Month, int Day)? Date(DateOrder order)
    {
        SkipWeekday();
        var named = Month();
        var (first, digits) = Number();
        if (first < 0)
        {
            return null;
        }

        if (digits == 8 && named == 0)
        {
            SkipToTime();
            return (first / 10_000, first / 100 % 100, first % 100);
        }

        var separator = Separator();
        if (named > 0)
        {
            var (yearAfterDay, yearLength) = Number();
            SkipToTime();
            return yearAfterDay < 0 ? null : (Year(yearAfterDay, yearLength), named, first);
        }

        named = Month();
        var (second, secondDigits) = named > 0 ? (named, 2) : Number();
        if (second < 0 || separator == '\0' || (Separator() == '\0' && named == 0))
        {
            return null;
        }

        var (third, thirdDigits) = Number();
        SkipToTime();
        return third < 0 || secondDigits > 2 ? null
            : digits == 4 ? (first, second, third)
            : named > 0 ? (Year(third, thirdDigits), named, first)
            : Placed(first, second, separator == '.' ? DateOrder.DayFirst : order) is var (month, day) ? (Year(third, thirdDigits), month, day)
            : null;
    }

    /// <summary>A time of day, up to 24:00.</summary>
    internal TimeSpan? Time()
    {
        var (hour, digits) = Number();
        int minute, second;
        if (digits is 4 or 6)
        {
            (hour, minute, second) = digits == 4 ? (hour / 100, hour % 100, 0) : (hour / 10_000, hour / 100 % 100, hour % 100);
        }
        else
        {
            (minute, second) = (TakeAfter(':') ?? -1, 0);
            second = minute >= 0 && !rest.IsEmpty && rest[0] == ':' ? TakeAfter(':') ?? -1 : 0;
        }

        var fraction = Fraction();
        hour = HalfDay(hour);
        var isTime = hour is >= 0 and <= 24 && minute is >= 0 and <= 59 && second is >= 0 and <= 60 && (hour < 24 || (minute == 0 && second == 0));
        return isTime ? new TimeSpan(hour, minute, second) + fraction : null;
    }

    /// <summary>What follows a time: nothing, or an offset; not known where it is something else.</summary>
    internal (bool IsKnown, TimeSpan? Offset) Offset()
    {
        rest = rest.Trim();
        var bracket = rest.IndexOf('[');
        rest = bracket >= 0 ? rest[..bracket].TrimEnd() : rest;
        if (rest.IsEmpty)
        {
            return (true, null);
        }

        if (rest.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("GMT", StringComparison.OrdinalIgnoreCase))
        {
            rest = rest[3..].TrimStart();
            if (rest.IsEmpty)
            {
                return (true, TimeSpan.Zero);
            }
        }

        if (rest is "Z" or "z")
        {
            return (true, TimeSpan.Zero);
        }

        var sign = rest[0] switch { '+' => 1, '-' or '\u2212' => -1, _ => 0 };
        rest = rest[1..];
        var (hours, digits) = Number();
        var minutes = digits == 4 ? hours % 100 : rest.IsEmpty ? 0 : TakeAfter(':') ?? -1;
        hours = digits == 4 ? hours / 100 : hours;
        var isOffset = sign != 0 && digits is 1 or 2 or 4 && hours is >= 0 and <= MostOffsetHours && minutes is >= 0 and <= 59 && rest.IsEmpty;
        return isOffset ? (true, sign * new TimeSpan(hours, minutes, 0)) : (false, null);
    }

    private static (int Month, int Day)? Placed(int first, int second, DateOrder order) => order switch
    {
        DateOrder.DayFirst => (second, first),
        DateOrder.MonthFirst => (first, second),
        _ when first > 12 => (second, first),
        _ when second > 12 => (first, second),
        _ => null,
    };

    private static int Year(int number, int digits) => digits > 2 ? number : number < TurnOfCentury ? 2000 + number : 1900 + number;

    private (int Value, int Digits) Number()
    {
        var (value, digits) = (0, 0);
        while (digits < rest.Length && digits < 9 && char.IsAsciiDigit(rest[digits]))
        {
            value = (value * 10) + (rest[digits] - '0');
            digits++;
        }

        rest = rest[digits..];
        return digits == 0 ? (-1, 0) : (value, digits);
    }

    private int? TakeAfter(char sign)
    {
        if (rest.IsEmpty || rest[0] != sign)
        {
            return null;
        }

        rest = rest[1..];
        var (value, digits) = Number();
        return digits is 1 or 2 ? value : null;
    }

    private TimeSpan Fraction()
    {
        if (rest.Length < 2 || rest[0] is not ('.' or ',') || !char.IsAsciiDigit(rest[1]))
        {
            return TimeSpan.Zero;
        }

        rest = rest[1..];
        var (value, digits) = Number();
        rest = rest.TrimStart("0123456789");
        return TimeSpan.FromTicks((long)(value * Math.Pow(10, 7 - digits)));
    }

    /// <summary>The hour of 24 where AM or PM follows; -1 where that cannot be.</summary>
    private int HalfDay(int hour)
    {
        rest = rest.TrimStart();
        var isAfternoon = rest.Length > 0 && rest[0] is 'p' or 'P';
        var length = isAfternoon || (rest.Length > 0 && rest[0] is 'a' or 'A') ? 1 + (rest.Length > 1 && rest[1] == '.' ? 1 : 0) : 0;
        if (length == 0 || length >= rest.Length || rest[length] is not ('m' or 'M'))
        {
            return hour;
        }

        rest = rest[(length + 1)..].TrimStart('.');
        return hour is < 1 or > 12 ? -1 : (hour % 12) + (isAfternoon ? 12 : 0);
    }

    private char Separator()
    {
        var separator = rest.IsEmpty ? '\0' : rest[0];
        if (separator is not ('-' or '/' or '.' or ' ' or ','))
        {
            return '\0';
        }

        rest = rest[1..].TrimStart();
        return separator;
    }

    private readonly int WordLength()
    {
        var length = 0;
        while (length < rest.Length && char.IsAsciiLetter(rest[length]))
        {
            length++;
        }

        return length;
    }

    private int Month()
    {
        var length = WordLength();
        var month = Moments.MonthOf(rest[..length]);
        rest = month > 0 ? rest[length..].TrimStart("-/., ") : rest;
        return month;
    }

    private void SkipWeekday()
    {
        var length = WordLength();
        rest = length > 0 && Moments.MonthOf(rest[..length]) == 0 ? rest[length..].TrimStart(",. ") : rest;
    }

    private void SkipToTime()
    {
        rest = rest.TrimStart(", ");
        rest = rest.Length > 1 && rest[0] is 'T' or 't' ? rest[1..] : rest;
    }
}
