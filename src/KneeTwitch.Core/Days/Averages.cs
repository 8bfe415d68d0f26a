namespace KneeTwitch.Core.Days;

/// <summary>Means and medians of readings; none of them is asked about an empty list.</summary>
internal static class Averages
{
    internal static double Mean(List<Timed> some)
    {
        var sum = 0.0;
        foreach (var reading in some)
        {
            sum += reading.Value;
        }

        return sum / some.Count;
    }

    /// <summary>Each reading counts by the time it was taken over; where any has none, all count alike.</summary>
    internal static double WeightedByLength(List<Timed> some)
    {
        if (some.Exists(reading => reading.Length <= 0))
        {
            return Mean(some);
        }

        var (sum, length) = (0.0, 0.0);
        foreach (var reading in some)
        {
            sum += reading.Value * reading.Length;
            length += reading.Length;
        }

        return sum / length;
    }

    internal static double Median(List<Timed> some) => Median(some.ConvertAll(reading => reading.Value));

    internal static double Median(List<double> some)
    {
        some.Sort();
        return (some[(some.Count - 1) / 2] + some[some.Count / 2]) / 2;
    }

    /// <summary>The value below which a share of all lie, between the two nearest ones.</summary>
    internal static double Percentile(List<double> some, double share)
    {
        some.Sort();
        var place = share * (some.Count - 1);
        var below = (int)place;
        var above = Math.Min(below + 1, some.Count - 1);
        return some[below] + ((some[above] - some[below]) * (place - below));
    }
}
