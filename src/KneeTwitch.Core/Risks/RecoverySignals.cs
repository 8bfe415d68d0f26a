using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// The two signals of R04 against their usual. HRV by the best definition that is known well enough: rMSSD of the night, SDNN of nights with
/// at least three samples, any SDNN; the three are never mixed, and neither are the sources of one.
/// </summary>
internal sealed class RecoverySignals
{
    private readonly UnusualDays unusual;
    private readonly (BySource Nights, double Floor, bool IsPoor)[] hrv;
    private readonly BySource resting;
    private readonly bool[] isKnown;
    private readonly bool[] isEstimate;

    private RecoverySignals(History history)
    {
        unusual = UnusualDays.Of(history);
        hrv =
        [
            (new BySource(history, OfNight, Math.Log), Recovery.LnRmssdFloor, false),
            (new BySource(history, day => day[Metric.HrvSdnnNightSamples] >= Recovery.SamplesNeeded ? Positive(day.Find(Metric.HrvSdnnMs)) : null, Math.Log), Recovery.LnSdnnFloor, false),
            (new BySource(history, day => Positive(day.Find(Metric.HrvSdnnMs)), Math.Log), Recovery.LnSdnnFloor, true),
        ];
        resting = new BySource(history, day => day.Find(Metric.RestingHeartRateBpm));
        isKnown = new bool[history.Count];
        isEstimate = new bool[history.Count];
        for (var day = 0; day < isKnown.Length; day++)
        {
            isKnown[day] = (history[day]?[Metric.HrvRmssdMs] ?? history[day]?[Metric.HrvSdnnMs] ?? history[day]?[Metric.RestingHeartRateBpm]) is not null;
            isEstimate[day] = history[day]?.Find(Metric.RestingHeartRateBpm)?.IsEstimate == true;
        }
    }

    public static RecoverySignals Of(History history) => history.Once(days => new RecoverySignals(days));

    public bool IsKnownOn(int day) => isKnown[day];

    public bool IsRestingEstimateOn(int day) => isEstimate[day];

    /// <summary>The week's mean of the logarithm, and how many spreads it lies below the usual.</summary>
    public Signal? HrvOn(int day, int baselineDay)
    {
        foreach (var (nights, floor, isPoor) in hrv)
        {
            if (nights.At(day) is { } source
                && Healthy(source, day) is { Count: >= Recovery.DaysNeeded } week
                && Baseline.Of(source.Usual, baselineDay, floor) is { } usual)
            {
                var mean = week.Average();
                var today = unusual.IsIll(day) || source.Values[day] is not { } night ? null : usual.Z(night);
                return new Signal(mean, usual, usual.Median - mean, -today, isPoor);
            }
        }

        return null;
    }

    /// <summary>The week's median, and how many spreads it lies above the usual.</summary>
    public Signal? RestingOn(int day, int baselineDay)
    {
        if (resting.At(day) is not { } source
            || Healthy(source, day) is not { Count: >= Recovery.DaysNeeded } week
            || Baseline.Of(source.Usual, baselineDay, Recovery.RestingFloorBpm) is not { } usual)
        {
            return null;
        }

        var median = Median.Of(week.ToArray());
        return new Signal(median, usual, median - usual.Median, source.Values[day] is { } today ? usual.Z(today) : null, IsPoor: false);
    }

    /// <summary>All resting heart rates of the source that spoke last in the week up to a day.</summary>
    public SourceValues? RestingAt(int day) => resting.At(day);

    /// <summary>The known days of the week, without ill ones.</summary>
    private List<double> Healthy(SourceValues source, int day)
    {
        var known = new List<double>(Recovery.Week);
        for (var i = Math.Max(day - Recovery.Week + 1, 0); i <= day; i++)
        {
            if (source.Values[i] is { } value && !unusual.IsIll(i))
            {
                known.Add(value);
            }
        }

        return known;
    }

    // A mean that had to come from the day says nothing of the night.
    private static DayValue? OfNight(DaySummary day) => Positive(day.Find(Metric.HrvRmssdMs)) is { Coverage: > 0 } night ? night : null;

    private static DayValue? Positive(DayValue? value) => value is { Value: > 0 } ? value : null;

    /// <summary>A week against the usual.</summary>
    /// <param name="Week">The week's number.</param>
    /// <param name="Usual">The baseline.</param>
    /// <param name="Difference">In the harmful direction.</param>
    /// <param name="Z">The day's own distance in the harmful direction; null where it is not known.</param>
    /// <param name="IsPoor">From spot samples.</param>
    internal readonly record struct Signal(double Week, Baseline Usual, double Difference, double? Z, bool IsPoor)
    {
        /// <summary>In spreads.</summary>
        public double Distance => Difference / Usual.Spread;
    }
}
