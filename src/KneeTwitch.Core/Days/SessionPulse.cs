using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>The heart rate within a session, by its most trusted source: each reading holds until the next, for five minutes at most.</summary>
internal sealed class SessionPulse(ReadingIndex readings)
{
    private const int HoldSeconds = 300;

    private const int LongestSession = 24 * 3600;

    private readonly List<Timed> buffer = [];

    /// <summary>The pulse from start to end, or null where no source measured it; zones only where the maximum is known.</summary>
    internal Pulse? Of(long start, long end, double? maximalBpm)
    {
        end = Math.Min(end, start + LongestSession);
        foreach (var track in readings[Metric.HeartRateBpm])
        {
            track.Read(start - HoldSeconds, end, buffer);
            if (buffer.Exists(beat => beat.Start >= start))
            {
                return Weigh(start, end, maximalBpm);
            }
        }

        return null;
    }

    private Pulse? Weigh(long start, long end, double? maximalBpm)
    {
        var (known, beats, zones) = (0.0, 0.0, new double[5]);
        for (var i = 0; i < buffer.Count; i++)
        {
            var next = i + 1 < buffer.Count ? buffer[i + 1].Start : end;
            var holds = Math.Min(Math.Min(next, buffer[i].Start + HoldSeconds), end) - Math.Max(buffer[i].Start, start);
            if (holds <= 0)
            {
                continue;
            }

            var minutes = holds / 60.0;
            known += minutes;
            beats += buffer[i].Value * minutes;

            // Rounded, so that 60 % of a maximum is 60 % and not a hair less.
            var zone = maximalBpm is { } maximal ? (int)Math.Floor(Math.Round(buffer[i].Value / maximal * 10, 6)) - 5 : -1;
            if (zone >= 0)
            {
                zones[Math.Min(zone, 4)] += minutes;
            }
        }

        return known > 0
            ? new Pulse(known, beats / known, maximalBpm is null ? null : Array.ConvertAll(zones, minutes => Math.Round(minutes, 6)))
            : null;
    }

    /// <param name="Minutes">How long the heart rate was known.</param>
    /// <param name="AverageBpm">Its mean over that time.</param>
    /// <param name="ZoneMinutes">Minutes in the five zones from half of the maximum on; null where the maximum is not known.</param>
    internal sealed record Pulse(double Minutes, double AverageBpm, IReadOnlyList<double>? ZoneMinutes);
}
