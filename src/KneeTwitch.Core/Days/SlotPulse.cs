using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>In which quarter hours of a day a device measured a heart rate, and so was worn. Remembers the day asked for last.</summary>
internal sealed class SlotPulse(ReadingIndex readings)
{
    private readonly Dictionary<string, bool[]> bySource = [];
    private readonly List<Timed> buffer = [];
    private DateOnly? remembered;

    internal bool[] Of(string source, DayFrame day)
    {
        if (remembered != day.Day)
        {
            bySource.Clear();
            remembered = day.Day;
        }

        if (!bySource.TryGetValue(source, out var slots))
        {
            bySource[source] = slots = Read(source, day);
        }

        return slots;
    }

    private bool[] Read(string source, DayFrame day)
    {
        var slots = new bool[SlotMerge.SlotsOf(day)];
        foreach (var track in readings[Metric.HeartRateBpm].Where(track => track.Source.Name == source))
        {
            track.Read(day.Start, day.End, buffer);
            foreach (var beat in buffer)
            {
                slots[(beat.Start / SlotMerge.SlotSeconds) - (day.Start / SlotMerge.SlotSeconds)] = true;
            }
        }

        return slots;
    }
}
