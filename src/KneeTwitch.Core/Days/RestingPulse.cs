using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>
/// An estimate of the resting heart rate for days on which no vendor says one. The most trusted source with enough of it counts: five-minute
/// medians of heart rate, of which the 10th percentile is taken. Asleep, from at least 3 hours of the main sleep; else awake, from at least
/// 2 hours of quarter hours in which nobody counted a step. Vendors take a low percentile or the lowest minutes as well, each in its own
/// way, so an estimate is marked as one and never mixed with theirs within a day.
/// </summary>
internal sealed class RestingPulse(ReadingIndex readings)
{
    internal const double Share = 0.10;

    internal const int BinSeconds = 300;

    internal const int BinsAsleep = 36;

    internal const int BinsAwake = 24;

    private readonly SlotMerge slots = new(readings);
    private readonly List<Timed> buffer = [];

    internal void Add(DayFrame day, (long From, long To)? night, DayValues values)
    {
        if (values[Metric.RestingHeartRateBpm] is not null || readings[Metric.HeartRateBpm].Length == 0)
        {
            return;
        }

        if (night is { } asleep && Find(asleep.From, asleep.To, BinsAsleep, _ => true) is var (slow, sleeper, nightMinutes))
        {
            Put(slow, sleeper, 1, nightMinutes);
            return;
        }

        var walked = slots.Of(Metric.Steps, day);
        if (Find(day.Start, day.End, BinsAwake, IsQuiet) is var (quiet, source, minutes))
        {
            Put(quiet, source, 0.5, minutes);
        }

        bool IsQuiet(long second)
        {
            var slot = (second / SlotMerge.SlotSeconds) - (day.Start / SlotMerge.SlotSeconds);
            return (night is not { } sleep || second < sleep.From || second >= sleep.To)
                && walked?.Sources.Any(counts => counts.Own[slot] > 0) != true;
        }

        void Put(double bpm, string source, double coverage, double minutes) =>
            values.Measured(Metric.RestingHeartRateBpm, bpm, coverage, DayValue.EstimateFrom + source, Provenance.Of(source, bpm, minutes));
    }

    private (double Bpm, string Source, double Minutes)? Find(long from, long to, int binsNeeded, Func<long, bool> counts)
    {
        foreach (var track in readings[Metric.HeartRateBpm])
        {
            track.Read(from, to, buffer);
            var bins = buffer
                .Where(beat => counts(beat.Start))
                .GroupBy(beat => beat.Start / BinSeconds)
                .Select(bin => Averages.Median([.. bin.Select(beat => beat.Value)]))
                .ToList();
            if (bins.Count >= binsNeeded)
            {
                return (Averages.Percentile(bins, Share), track.Source.Name, bins.Count * BinSeconds / 60.0);
            }
        }

        return null;
    }
}
