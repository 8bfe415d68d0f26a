namespace KneeTwitch.Core.Risks;

/// <summary>A wearer's own usual: median, spread and lag-1 autocorrelation of eight weeks of values [statistics 2.1, 2.7].</summary>
/// <param name="Count">Days that were valid.</param>
/// <param name="Median">The centre, in the values' unit.</param>
/// <param name="Mad">Median distance from the centre.</param>
/// <param name="Spread">1.4826 times <paramref name="Mad"/>, or the floor where that is larger.</param>
/// <param name="Phi">Lag-1 autocorrelation, 0 to 0.95.</param>
public readonly record struct Baseline(int Count, double Median, double Mad, double Spread, double Phi)
{
    public const int Days = 56, DaysNeeded = 28, PairsNeeded = 10;
    private const double MadToDeviation = 1.4826, LargestPhi = 0.95, PhiOfFewPairs = 0.5;

    /// <summary>BASE56 of a day: the valid days t-63 to t-8. The last seven are left out, so that a change does not become its own yardstick.</summary>
    /// <param name="values">One a day; null where missing, and where the day was tagged ill, fever, travel or vaccination.</param>
    /// <param name="day">Index of the day t.</param>
    /// <param name="floor">The smallest spread the metric can have, in its unit.</param>
    /// <returns>Null with fewer than 28 valid days.</returns>
    public static Baseline? Of(IReadOnlyList<double?> values, int day, double floor) => Of(values, day - 63, _ => floor);

    /// <summary>The usual 7-day sum before a day: the sums that end t-62 to t-7, at least 28 of them; the spread is at least 10 % of the median.</summary>
    /// <param name="sums">From <see cref="WeeklySums"/>.</param>
    /// <param name="day">Index of the day t.</param>
    public static Baseline? OfWeeklySums(IReadOnlyList<double?> sums, int day) => Of(sums, day - 62, median => 0.1 * median);

    /// <summary>How many spreads a value lies above the centre; null where there is no spread to measure by, never infinity.</summary>
    public double? Z(double value) => SixDecimals.Of(Spread) > 0 ? SixDecimals.Of((value - Median) / Spread) : null;

    private static Baseline? Of(IReadOnlyList<double?> values, int from, Func<double, double> floor)
    {
        Span<double> known = stackalloc double[Days];
        var count = 0;
        var end = Math.Min(from + Days, values.Count);
        for (var i = Math.Max(from, 0); i < end; i++)
        {
            if (values[i] is { } value)
            {
                known[count++] = value;
            }
        }

        if (count < DaysNeeded)
        {
            return null;
        }

        known = known[..count];
        var phi = PhiOf(values, Math.Max(from, 0), end, known);
        var median = Risks.Median.Of(known);
        foreach (ref var value in known)
        {
            value = Math.Abs(value - median);
        }

        var mad = Risks.Median.Of(known);
        return new Baseline(count, median, mad, Math.Max(MadToDeviation * mad, floor(median)), phi);
    }

    private static double PhiOf(IReadOnlyList<double?> values, int from, int end, ReadOnlySpan<double> known)
    {
        var mean = 0.0;
        foreach (var value in known)
        {
            mean += value / known.Length;
        }

        var variance = 0.0;
        foreach (var value in known)
        {
            variance += (value - mean) * (value - mean) / known.Length;
        }

        var (pairs, sum) = (0, 0.0);
        for (var i = from; i + 1 < end; i++)
        {
            if (values[i] is { } today && values[i + 1] is { } tomorrow)
            {
                pairs++;
                sum += (today - mean) * (tomorrow - mean);
            }
        }

        if (pairs < PairsNeeded)
        {
            return PhiOfFewPairs;
        }

        // Rounded first: a row of equal values has a variance of 1e-30 in floating point, and its quotient would be noise.
        return SixDecimals.Of(variance) == 0 ? 0 : Math.Clamp(sum / pairs / variance, 0, LargestPhi);
    }
}
