using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>When something was measured, as formats for exchange write it: at an instant, over a span, or on a civil day.</summary>
/// <param name="Start">First instant.</param>
/// <param name="End">Last instant.</param>
/// <param name="Day">The day, where the whole of one is meant.</param>
internal readonly record struct FoundTime(DateTimeOffset Start, DateTimeOffset End, DateOnly? Day)
{
    /// <summary>A day of 25 hours is still one day.</summary>
    private static readonly TimeSpan LongestDay = TimeSpan.FromHours(25);

    private static readonly TimeSpan ShortestDay = TimeSpan.FromHours(23) - Slack;

    internal bool IsLongerThanADay => End - Start > LongestDay;

    /// <summary>Writers end a day at 24:00, at 23:59 or at 23:59:59.</summary>
    private static TimeSpan Slack => TimeSpan.FromMinutes(1);

    internal static FoundTime At(DateTimeOffset instant) => new(instant, instant, null);

    internal static FoundTime On(DateOnly day, ZoneHistory zones) => new(zones.StartOf(day), zones.EndOf(day), day);

    /// <summary>A span; a day, where it begins and ends with one, be it the wearer's or that of the offset it is written with.</summary>
    /// <param name="start">A bare date begins with its first instant.</param>
    /// <param name="end">A bare date ends with its last one: it is part of the span.</param>
    internal static FoundTime Between(Moment start, Moment end, ZoneHistory zones)
    {
        if (!start.HasTime && !end.HasTime && start.Day == end.Day)
        {
            return On(start.Day, zones);
        }

        return Between(
            start.HasTime ? start.ToUtc(zones) : zones.StartOf(start.Day),
            end.HasTime ? end.ToUtc(zones) : zones.EndOf(end.Day),
            start,
            zones);
    }

    /// <inheritdoc cref="Between(Moment, Moment, ZoneHistory)"/>
    /// <param name="written">Either end, as it is written.</param>
    internal static FoundTime Between(DateTimeOffset start, DateTimeOffset end, Moment written, ZoneHistory zones)
    {
        var length = end - start;
        if (length < ShortestDay || length > LongestDay)
        {
            return new FoundTime(start, end, null);
        }

        var home = zones.DayOf(start);
        if (zones.StartOf(home) == start && (zones.EndOf(home) - end).Duration() <= Slack)
        {
            return new FoundTime(start, end, home);
        }

        var wall = (start + (written.Offset ?? TimeSpan.Zero)).UtcDateTime;
        var isDay = written.Offset is not null && wall.TimeOfDay == TimeSpan.Zero && (length - TimeSpan.FromDays(1)).Duration() <= Slack;
        return new FoundTime(start, end, isDay ? DateOnly.FromDateTime(wall) : null);
    }
}
