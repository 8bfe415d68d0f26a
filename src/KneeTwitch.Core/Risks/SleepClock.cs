using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>Turns the sleep of a sleep day into states of clock minutes.</summary>
internal static class SleepClock
{
    private const int Day = 1440, Evening = 1080;

    /// <summary>Writes the sleep day's 18:00 to 24:00 into the day before and its 00:00 to 18:00 into the day.</summary>
    public static void Paint(History history, int day, MinuteState[] before, MinuteState[] today)
    {
        var zones = history.Wearer.Zones;
        var midnight = history.DayAt(day).ToDateTime(TimeOnly.MinValue);
        var (start, end) = (zones.FirstReaching(midnight.AddMinutes(Evening - Day)), zones.FirstReaching(midnight.AddMinutes(Evening)));
        var line = new MinuteState[(int)(end - start).TotalMinutes];
        Array.Fill(line, MinuteState.Awake);
        foreach (var span in history[day]?.Asleep ?? [])
        {
            var (from, to) = (MinuteOf(span.From), MinuteOf(span.To));
            line.AsSpan(from, Math.Max(to - from, 0)).Fill(MinuteState.Asleep);
        }

        if (line.Length == Day)
        {
            line.AsSpan(0, Day - Evening).CopyTo(before.AsSpan(Evening));
            line.AsSpan(Day - Evening).CopyTo(today);
        }
        else
        {
            PaintByClock(line, minute => zones.ToLocal(start.AddMinutes(minute)).DateTime, midnight, before, today);
        }

        // A minute is as it was at its first second.
        int MinuteOf(DateTimeOffset instant) => Math.Clamp((int)Math.Ceiling((instant - start).TotalMinutes), 0, line.Length);
    }

    /// <summary>Where the clock was changed: a minute that was skipped stays unknown, one that came twice becomes so.</summary>
    private static void PaintByClock(MinuteState[] line, Func<int, DateTime> clock, DateTime midnight, MinuteState[] before, MinuteState[] today)
    {
        var seen = new HashSet<int>();
        for (var i = 0; i < line.Length; i++)
        {
            var minute = (int)Math.Floor((clock(i) - midnight).TotalMinutes);
            if (minute is < Evening - Day or >= Evening)
            {
                continue;
            }

            var (into, at) = minute < 0 ? (before, minute + Day) : (today, minute);
            into[at] = seen.Add(minute) ? line[i] : MinuteState.Unknown;
        }
    }
}
