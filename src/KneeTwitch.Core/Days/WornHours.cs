using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>
/// In which hours of a day something was worn on the body: told by any heart rate, and by stand hours, sleep stages and active energy of a
/// source that is worn, or whose heart rate that day shows that it is.
/// </summary>
internal static class WornHours
{
    /// <summary>A longer count of energy is a total and does not tell when.</summary>
    private const int LongestCount = 3600;

    private const int LongestStage = 24 * 3600;

    internal static ulong Of(ReadingIndex readings, DayFrame day)
    {
        var buffer = new List<Timed>();
        var hours = 0UL;
        var pulse = new HashSet<string>();
        foreach (var track in readings[Metric.HeartRateBpm])
        {
            track.Read(day.Start, day.End, buffer);
            foreach (var beat in buffer)
            {
                hours |= day.HoursOf(beat.Start, Math.Min(beat.End, beat.Start + LongestCount));
            }

            if (buffer.Count > 0)
            {
                pulse.Add(track.Source.Name);
            }
        }

        hours |= Of(Metric.StandHours, LongestCount, _ => true);
        hours |= Of(Metric.ActiveEnergyKcal, LongestCount, count => count.Value > 0);
        return hours | Of(Metric.SleepStage, LongestStage, stage => stage.Value != (double)SleepStage.InBed);

        ulong Of(Metric metric, int longest, Func<Timed, bool> tells)
        {
            var told = 0UL;
            foreach (var track in readings[metric])
            {
                if (track.Source.Kind != SourceKind.Worn && !pulse.Contains(track.Source.Name))
                {
                    continue;
                }

                track.ReadReaching(day.Start, day.End, longest, buffer);
                foreach (var reading in buffer)
                {
                    if (reading.Length <= longest && Math.Max(reading.End, reading.Start + 1) > day.Start && tells(reading))
                    {
                        told |= day.HoursOf(reading.Start, reading.End);
                    }
                }
            }

            return told;
        }
    }
}
