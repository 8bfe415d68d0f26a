using System.Numerics;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Days;

/// <summary>A civil day and its sleep day as spans of seconds, and the day's hours as bits.</summary>
/// <param name="Day">The date.</param>
/// <param name="Start">First second of the civil day.</param>
/// <param name="End">First second after it.</param>
/// <param name="Noon">12:00 on the wearer's clock.</param>
/// <param name="NightStart">18:00 of the day before.</param>
/// <param name="NightEnd">18:00 of the day.</param>
internal sealed record DayFrame(DateOnly Day, long Start, long End, long Noon, long NightStart, long NightEnd)
{
    private const int HourSeconds = 3600;

    /// <summary>Hours the day has, a begun one counted; travel makes at most 50.</summary>
    internal int Hours => (int)((End - Start + HourSeconds - 1) / HourSeconds);

    internal static DayFrame Of(ZoneHistory zones, DateOnly day)
    {
        long At(int minutes) => Timed.Seconds(zones.FirstReaching(day.ToDateTime(TimeOnly.MinValue).AddMinutes(minutes)));
        return new DayFrame(day, At(0), At(24 * 60), At(12 * 60), At(-6 * 60), At(18 * 60));
    }

    internal bool Holds(long second) => second >= Start && second < End;

    /// <summary>Whether an instant lies in the sleep day.</summary>
    internal bool HoldsNight(long second) => second >= NightStart && second < NightEnd;

    /// <summary>The hours of the day, counted from its start, that a span touches, a bit each.</summary>
    internal ulong HoursOf(long from, long to)
    {
        var (first, last) = (Math.Max(from, Start) - Start, Math.Min(Math.Max(to, from + 1), End) - Start);
        var hours = 0UL;
        for (var hour = first / HourSeconds; hour * HourSeconds < last && hour < 64; hour++)
        {
            hours |= 1UL << (int)hour;
        }

        return hours;
    }

    /// <summary>The hours in which readings begin.</summary>
    internal ulong HoursOf(List<Timed> readings)
    {
        var hours = 0UL;
        foreach (var reading in readings)
        {
            hours |= HoursOf(reading.Start, reading.Start + 1);
        }

        return hours;
    }

    /// <summary>The share of the day's hours that are set.</summary>
    internal double Share(ulong hours) => Hours == 0 ? 0 : Math.Min(1, (double)BitOperations.PopCount(hours) / Hours);
}
