using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Demo;

/// <summary>The wall clock of one invented day.</summary>
internal sealed record DemoClock(DemoPlan Plan, ZoneHistory Zones, DateOnly Day)
{
    /// <summary>The instant of a wall clock time.</summary>
    /// <param name="hour">Hours after midnight, with a fraction; may reach into the day before (negative) or after.</param>
    internal DateTimeOffset At(double hour) =>
        Zones.ToUtc(Day.ToDateTime(TimeOnly.MinValue).AddSeconds(Math.Round(hour * 3600)));

    internal bool IsWeekend => Day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
