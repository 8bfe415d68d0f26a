using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Links;

/// <summary>A factor as the link analysis sees it: one number a day, larger means more of it.</summary>
/// <param name="Factor">Id of the rule it belongs to.</param>
/// <param name="After">How a day that follows much of it is called: "after short nights".</param>
/// <param name="Daily">The daily numbers, as they are known on the day of the look (its index).</param>
/// <param name="FirstLag">0 where the day itself counts; 1 where a twitch could bring the number about.</param>
/// <param name="LastLag">How far back the number of a day looks.</param>
/// <param name="Needed">How many of those days must be known.</param>
/// <param name="Floor">The smallest spread the number can have.</param>
internal sealed record Exposure(
    string Factor,
    string After,
    Func<History, int, IReadOnlyList<double?>> Daily,
    int FirstLag = 0,
    int LastLag = 2,
    int Needed = 2,
    double Floor = 0)
{
    /// <summary>Extremes are drawn in to so many spreads from the median.</summary>
    private const double WinsorSpreads = 3;

    private const double MadToDeviation = 1.4826;

    /// <summary>The number of each day of a window: the mean over its lags, extremes drawn in.</summary>
    public double?[] Over(History history, int first, int last)
    {
        var daily = Winsorised(Daily(history, last), Math.Max(first - LastLag, 0), last);
        var values = new double?[last - first + 1];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = LagMean(daily, first + i, FirstLag, LastLag, Needed);
        }

        return values;
    }

    /// <summary>The mean of the known values from some days back to others; null with fewer than are needed.</summary>
    internal static double? LagMean(IReadOnlyList<double?> values, int day, int firstLag, int lastLag, int needed)
    {
        var (known, sum) = (0, 0.0);
        for (var lag = firstLag; lag <= lastLag && lag <= day; lag++)
        {
            known += values[day - lag] is null ? 0 : 1;
            sum += values[day - lag] ?? 0;
        }

        return known >= needed ? sum / known : null;
    }

    private double?[] Winsorised(IReadOnlyList<double?> daily, int first, int last)
    {
        var known = Windows.Last(daily, last, last - first + 1).ToArray();
        if (known.Length == 0)
        {
            return [.. daily];
        }

        var median = Median.Of(known);
        var spread = Math.Max(MadToDeviation * Median.Of(known.Select(value => Math.Abs(value - median)).ToArray()), Floor);

        // Where most days are equal there is no spread to draw in to: their rare other days are the whole signal.
        return spread == 0
            ? [.. daily]
            : [.. daily.Select(value => value is { } number ? Math.Clamp(number, median - (WinsorSpreads * spread), median + (WinsorSpreads * spread)) : (double?)null)];
    }
}
