using System.Globalization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>
/// Times as people write them. The offset that is written counts, then the row's zone, then the file's, then where the wearer was; a date
/// alone stays a date.
/// </summary>
/// <param name="zone">The zone that the file names, or null.</param>
/// <param name="order">Which number of a date with slashes is the day.</param>
internal sealed class GenericClock(ReadingContext context, string? zone, DateOrder order)
{
    private const int SecondsDigits = 10, MillisecondsDigits = 13;
    private readonly Dictionary<string, ZoneHistory?> zones = new(StringComparer.Ordinal);

    /// <summary>When the row was; null, with the reason, where that cannot be told.</summary>
    internal (DiaryTime? Time, string? WhyNot) TimeOf(GenericRow row)
    {
        var text = Text(row, GenericColumns.Time);
        return text is null ? (null, "no time") : TimeOf(row, text);
    }

    /// <summary>The instant at which the row's interval ends; null where it says none, with the reason where it cannot be told.</summary>
    internal (DateTimeOffset? End, string? WhyNot) EndOf(GenericRow row)
    {
        if (row[GenericColumns.End] is not { } text)
        {
            return (null, null);
        }

        var (time, whyNot) = TimeOf(row, text);
        return time?.At is { } end ? (end, null) : (null, whyNot ?? "an end without a time of day");
    }

    private (DiaryTime? Time, string? WhyNot) TimeOf(GenericRow row, string text)
    {
        if (text.Length is SecondsDigits or MillisecondsDigits && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var epoch))
        {
            return Moments.Epoch(epoch) is { } instant ? (DiaryTime.Instant(instant), null) : (null, "a date that cannot be read");
        }

        if (Moments.Parse(text, order) is not { } moment)
        {
            return (null, "a date that cannot be read");
        }

        if (!moment.HasTime)
        {
            return (DiaryTime.On(moment.Day), null);
        }

        if (moment.Offset is not null)
        {
            return (DiaryTime.Instant(moment.ToUtc(context.Zones)), null);
        }

        if (ZonesOf(row[GenericColumns.Zone] ?? zone) is not { } there)
        {
            return (null, "a time zone that is not known");
        }

        var at = moment.ToUtc(there);
        Note(there.ZoneAt(at), moment.Wall);
        return (DiaryTime.Instant(at), null);
    }

    /// <summary>The time in one column, or the date and the clock in two; a spreadsheet's clock may be a fraction of a day.</summary>
    private static string? Text(GenericRow row, string name)
    {
        if (row[name] is { } whole)
        {
            return whole;
        }

        var (date, clock) = (row[GenericColumns.Date], row[GenericColumns.Clock]);
        return date is null || clock is null ? date
            : TextNumber.Parse(clock, row.HasDecimalComma) is >= 0 and < 1 and var fraction && !clock.Contains(':')
                ? string.Create(CultureInfo.InvariantCulture, $"{date} {TimeSpan.FromMinutes(Math.Round(fraction * 1440)):hh\\:mm}")
                : $"{date} {clock}";
    }

    private ZoneHistory? ZonesOf(string? id)
    {
        if (id is null)
        {
            return context.Zones;
        }

        if (!zones.TryGetValue(id, out var known))
        {
            zones[id] = known = TimeZoneInfo.TryFindSystemTimeZoneById(id, out _) ? ZoneHistory.Of(id) : null;
        }

        return known;
    }

    private void Note(TimeZoneInfo there, DateTime wall)
    {
        if (there.IsAmbiguousTime(wall))
        {
            context.Facts.Note("times that the clock showed twice: the first was taken; write an offset to say otherwise");
        }
        else if (there.IsInvalidTime(wall))
        {
            context.Facts.Note("times that the clock leapt over: they were moved forward by an hour");
        }
    }
}
