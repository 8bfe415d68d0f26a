namespace KneeTwitch.Core.Risks;

/// <summary>Exponentially weighted mean with lambda = 2/(N+1) [Williams2017; statistics 2.2].</summary>
internal static class Ewma
{
    /// <summary>One value a day. The first known value is the seed, a missing day carries the mean on, days before the seed have none.</summary>
    /// <param name="values">One a day, null where missing.</param>
    /// <param name="days">N.</param>
    public static double?[] Of(IReadOnlyList<double?> values, int days)
    {
        var lambda = 2.0 / (days + 1);
        var means = new double?[values.Count];
        double? mean = null;
        for (var i = 0; i < means.Length; i++)
        {
            if (values[i] is { } value)
            {
                mean = mean is { } before ? (lambda * value) + ((1 - lambda) * before) : value;
            }

            means[i] = mean;
        }

        return means;
    }
}
