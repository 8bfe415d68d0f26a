namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>
/// Apple's <c>yyyy-MM-dd HH:mm:ss +HHMM</c>. The offset is the phone's at the time of the export, on summer and winter records alike:
/// good for the instant, never for the local day.
/// </summary>
internal static class AppleTime
{
    private const int WithoutOffset = 19;

    /// <summary>Seconds since 1970, or null where the text is no such time.</summary>
    internal static long? Parse(ReadOnlySpan<byte> text)
    {
        if (Day(text) is not { } day || text.Length < WithoutOffset + 5 || text[10] != ' ' || text[13] != ':' || text[16] != ':')
        {
            return null;
        }

        var (hour, minute, second) = (Two(text, 11), Two(text, 14), Two(text, 17));
        var offset = text[WithoutOffset..].TrimStart((byte)' ');
        var hasColon = offset.Length == 6 && offset[3] == ':';
        if (hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60 || (offset.Length != 5 && !hasColon))
        {
            return null;
        }

        var (hours, minutes) = (Two(offset, 1), Two(offset, hasColon ? 4 : 3));
        if (hours is < 0 or > 18 || minutes is < 0 or > 59 || offset[0] is not ((byte)'+' or (byte)'-'))
        {
            return null;
        }

        var east = ((hours * 60) + minutes) * 60 * (offset[0] == '-' ? -1 : 1);
        return (day * 86_400L) + (hour * 3_600) + (minute * 60) + second - east;
    }

    /// <summary>Days since 1970 of a leading <c>yyyy-MM-dd</c>, or null.</summary>
    internal static int? Day(ReadOnlySpan<byte> text)
    {
        if (text.Length < 10 || text[4] != '-' || text[7] != '-')
        {
            return null;
        }

        var (century, rest, month, day) = (Two(text, 0), Two(text, 2), Two(text, 5), Two(text, 8));
        var year = (century * 100) + rest;
        if (century < 0 || rest < 0 || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new DateOnly(year, month, day).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;
    }

    private static int Two(ReadOnlySpan<byte> text, int at)
    {
        var (tens, ones) = (text[at] - '0', text[at + 1] - '0');
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9 ? (tens * 10) + ones : -1;
    }
}
