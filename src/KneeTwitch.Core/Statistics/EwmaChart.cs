namespace KneeTwitch.Core.Statistics;

/// <summary>The control chart of an exponentially weighted mean, for display only: never an alarm [Roberts1959; statistics 2.4].</summary>
public static class EwmaChart
{
    /// <summary>E of each day: lambda of the day, the rest of the day before; a missing day leaves it.</summary>
    /// <param name="values">One a day, null missing.</param>
    /// <param name="mean">Where it starts.</param>
    /// <param name="lambda">0 to 1.</param>
    public static IReadOnlyList<double> Of(IReadOnlyList<double?> values, double mean, double lambda)
    {
        var line = new double[values.Count];
        var last = mean;
        for (var day = 0; day < line.Length; day++)
        {
            line[day] = last = values[day] is { } value ? (lambda * value) + ((1 - lambda) * last) : last;
        }

        return line;
    }

    /// <summary>The limits after so many days; they widen to the ones of <see langword="null"/>, for ever.</summary>
    /// <param name="mean">The centre.</param>
    /// <param name="deviation">Standard deviation of the values.</param>
    /// <param name="lambda">0 to 1.</param>
    /// <param name="width">L, in standard deviations.</param>
    /// <param name="days">1 on the first day; null for the asymptotic limits.</param>
    public static (double Low, double High) Limits(double mean, double deviation, double lambda, double width, int? days = null)
    {
        var grown = days is { } known ? 1 - Math.Pow(1 - lambda, 2 * known) : 1;
        var half = width * deviation * Math.Sqrt(lambda / (2 - lambda) * grown);
        return (mean - half, mean + half);
    }
}
