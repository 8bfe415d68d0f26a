using System.Numerics;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>Counts the hours of a day in which any source saw the wearer stand.</summary>
internal static class StandHours
{
    private const double Stood = 1;

    /// <summary>The number of hours stood, the hours that were watched, and by whom; null where no source watched.</summary>
    internal static (int Value, ulong Watched, Provenance From)? Of(ReadingIndex readings, DayFrame day)
    {
        var buffer = new List<Timed>();
        var (stood, watched) = (0UL, 0UL);
        var from = new Provenance();
        foreach (var track in readings[Metric.StandHours])
        {
            track.Read(day.Start, day.End, buffer);
            var (mine, seen) = (0UL, 0UL);
            foreach (var hour in buffer)
            {
                var bit = day.HoursOf(hour.Start, hour.Start + 1);
                seen |= bit;
                mine |= hour.Value == Stood ? bit : 0;
            }

            if ((seen & ~watched) != 0 || (mine & ~stood) != 0)
            {
                from.Give(track.Source.Name, BitOperations.PopCount(mine & ~stood), 60 * BitOperations.PopCount(seen & ~watched));
            }

            from.Leave(track.Source.Name, BitOperations.PopCount(mine & stood), SetAsideReason.LessTrusted);
            (stood, watched) = (stood | mine, watched | seen);
        }

        return watched == 0 ? null : (BitOperations.PopCount(stood), watched, from);
    }
}
