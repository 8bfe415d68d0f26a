namespace KneeTwitch.Core.Statistics;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The value that 97.5 % lie below: two of them bound a 95 % interval.</summary>
    public const double Upper975 = 1.959963984540054;

    /// <summary>The probability of at most z, to 1e-7 (Abramowitz and Stegun 26.2.17).</summary>
    public static double Cdf(double z)
    {
        var t = 1 / (1 + (0.2316419 * Math.Abs(z)));
        var tail = Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI)
            * t * (0.319381530 + (t * (-0.356563782 + (t * (1.781477937 + (t * (-1.821255978 + (t * 1.330274429))))))));
        return z >= 0 ? 1 - tail : tail;
    }
}
