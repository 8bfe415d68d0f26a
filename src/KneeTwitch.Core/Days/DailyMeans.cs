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
            else if (IndexOfFirst(tracks, track => ReadDay(track, day, buffer)) is var first and >= 0)
            {
                Put(metric, tracks, first, some => OfDay(rule, some, day), Coverage(metric, rule, day), track => ReadDay(track, day, others), values);
            }
        }
    }

    private static void ReadDay(Track track, DayFrame day, List<Timed> into)
    {
        track.Read(day.Start, day.End, into);
        KeepNewest(into);
    }

    /// <summary>Of what a source states again later (a day's resting heart rate that goes on, a night scored anew), only the newest.</summary>
    private static void KeepNewest(List<Timed> some)
    {
        if (some.Exists(reading => reading.Version != some[0].Version))
        {
            var all = some.ToArray();
            some.RemoveAll(reading => Array.Exists(all, other => other.Version > reading.Version && IsOfSameTime(reading, other)));
        }

        static bool IsOfSameTime(Timed one, Timed other) => one.Start < Math.Max(other.End, other.Start + 1) && other.Start < Math.Max(one.End, one.Start + 1);
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
        // A night may begin before its sleep day does; what is read must not depend on what else is loaded.
        track.ReadReaching(Math.Min(day.NightStart, night?.From ?? day.NightStart), Math.Max(day.NightEnd, night?.To ?? day.NightEnd), LongestSeconds, into);
        KeepNewest(into);
        into.RemoveAll(reading =>
        {
            var middle = (reading.Start + reading.End) / 2;
            var isAsleep = night is { } asleep && middle >= asleep.From && middle < asleep.To;
            var isNightly = reading.Length is >= NightlySeconds and < LongestSeconds && day.HoldsNight(middle);
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
