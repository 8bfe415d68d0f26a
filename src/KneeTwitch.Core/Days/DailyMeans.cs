using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>The day's number of what is measured now and then (heart, gait, mass) or reported (symptoms).</summary>
internal sealed class DailyMeans(ReadingIndex readings)
{
    /// <summary>A reading this long that lies in the night is the night's, also where no sleep is known.</summary>
    private const int NightlySeconds = 3 * 3600;

    private const int SamplesOfHours = 3;

    private const int LongestSeconds = 24 * 3600;

    private static readonly (Metric Metric, DayRule Rule)[] Metrics =
    [
        .. Readings.Metrics.All
            .Where(info => info.DayRule is DayRule.Mean or DayRule.WindowMean or DayRule.NightMean or DayRule.MorningMedian or DayRule.Maximum)
            .Select(info => (info.Metric, info.DayRule)),
    ];

    private readonly List<Timed> buffer = [];
    private readonly List<Timed> others = [];

    /// <param name="day">The day.</param>
    /// <param name="night">The main sleep of the night, or null where it is not known.</param>
    /// <param name="values">Where the numbers go.</param>
    internal void Add(DayFrame day, (long From, long To)? night, DayValues values)
    {
        foreach (var (metric, rule) in Metrics)
        {
            var tracks = readings[metric];
            if (tracks.Length == 0)
            {
                continue;
            }

            if (rule == DayRule.Maximum)
            {
                AddWorst(metric, tracks, day, values);
            }
            else if (rule == DayRule.NightMean && IndexOfFirst(tracks, track => ReadNight(track, day, night, buffer)) is var nightly and >= 0)
            {
                if (metric == Metric.HrvSdnnMs)
                {
                    AddSamples(tracks[nightly], values);
                }

                Put(metric, tracks, nightly, Averages.Mean, 1, track => ReadNight(track, day, night, others), values);
            }
            else if (IndexOfFirst(tracks, track => track.Read(day.Start, day.End, buffer)) is var first and >= 0)
            {
                Put(metric, tracks, first, some => OfDay(rule, some, day), Coverage(metric, rule, day), track => track.Read(day.Start, day.End, others), values);
            }
        }
    }

    /// <summary>The samples behind the night's mean, which is in the buffer. One that was taken over hours is no spot: it stands for enough of them.</summary>
    private void AddSamples(Track track, DayValues values)
    {
        var samples = buffer.Sum(reading => reading.Length >= NightlySeconds ? SamplesOfHours : 1);
        values.Measured(Metric.HrvSdnnNightSamples, samples, 1, track.Source.Name);
    }

    /// <summary>By midpoint, because a nightly value of another device may begin before this night's sleep did.</summary>
    private static void ReadNight(Track track, DayFrame day, (long From, long To)? night, List<Timed> into)
    {
        track.ReadReaching(day.NightStart, day.NightEnd, LongestSeconds, into);
        into.RemoveAll(reading =>
        {
            var middle = (reading.Start + reading.End) / 2;
            var isAsleep = night is { } asleep && middle >= asleep.From && middle < asleep.To;
            var isNightly = reading.Length is >= NightlySeconds and < LongestSeconds && middle >= day.NightStart && middle < day.NightEnd;
            return !isAsleep && !isNightly;
        });
    }

    private static double OfDay(DayRule rule, List<Timed> some, DayFrame day)
    {
        if (rule == DayRule.WindowMean)
        {
            return Averages.WeightedByLength(some);
        }

        if (rule != DayRule.MorningMedian)
        {
            return Averages.Mean(some);
        }

        var morning = some.FindAll(reading => reading.Start < day.Noon);
        return Averages.Median(morning.Count > 0 ? morning : some);
    }

    // A night's mean that had to come from the day speaks for nothing of the night.
    private double Coverage(Metric metric, DayRule rule, DayFrame day) =>
        rule == DayRule.NightMean ? 0 : metric == Metric.HeartRateBpm ? day.Share(day.HoursOf(buffer)) : 1;

    private void Put(Metric metric, Track[] tracks, int chosen, Func<List<Timed>, double> average, double coverage, Action<Track> readOther, DayValues values)
    {
        var value = average(buffer);
        var from = Provenance.Of(tracks[chosen].Source.Name, value, buffer.Sum(reading => reading.Length) / 60.0);
        foreach (var other in tracks.Skip(chosen + 1))
        {
            readOther(other);
            if (others.Count > 0)
            {
                from.Leave(other.Source.Name, average(others), SetAsideReason.LessTrusted, others.Sum(reading => reading.Length) / 60.0);
            }
        }

        values.Measured(metric, value, coverage, from);
    }

    /// <summary>Symptoms are reports, not rival measurements: the worst that any source says. One without severity (-1) is there, so it goes before 0.</summary>
    private void AddWorst(Metric metric, Track[] tracks, DayFrame day, DayValues values)
    {
        var reports = new List<(double Value, string Source)>();
        foreach (var track in tracks)
        {
            track.Read(day.Start, day.End, buffer);
            if (buffer.Count > 0)
            {
                reports.Add((buffer.MaxBy(report => Weight(report.Value)).Value, track.Source.Name));
            }
        }

        if (reports.Count == 0)
        {
            return;
        }

        var worst = reports.MaxBy(report => Weight(report.Value));
        var from = Provenance.Of(worst.Source, worst.Value);
        foreach (var (value, source) in reports.Where(report => report != worst))
        {
            from.Leave(source, value, SetAsideReason.Milder);
        }

        values.Measured(metric, worst.Value, 1, from);

        static double Weight(double severity) => severity < 0 ? double.Epsilon : severity;
    }

    /// <summary>The most trusted source with readings; they are in the buffer then. -1 where there is none.</summary>
    private int IndexOfFirst(Track[] tracks, Action<Track> read)
    {
        for (var i = 0; i < tracks.Length; i++)
        {
            read(tracks[i]);
            if (buffer.Count > 0)
            {
                return i;
            }
        }

        return -1;
    }
}
