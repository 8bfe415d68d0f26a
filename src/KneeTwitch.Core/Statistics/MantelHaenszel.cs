namespace KneeTwitch.Core.Statistics;

/// <summary>The odds ratio over strata with the interval of Robins, Breslow and Greenland [RBG1986; statistics 4.8].</summary>
/// <param name="OddsRatio">Of exposed against other days.</param>
/// <param name="LogError">Standard error of its logarithm.</param>
public readonly record struct MantelHaenszel(double OddsRatio, double LogError)
{
    public double Low => OddsRatio * Math.Exp(-Normal.Upper975 * LogError);

    public double High => OddsRatio * Math.Exp(Normal.Upper975 * LogError);

    /// <summary>Null where a sum is 0: there is no ratio to tell then.</summary>
    public static MantelHaenszel? Of(IEnumerable<FourFold> strata)
    {
        var (r, s, pr, both, qs) = (0.0, 0.0, 0.0, 0.0, 0.0);
        foreach (var (a, b, c, d) in strata)
        {
            double n = a + b + c + d;
            if (n == 0)
            {
                continue;
            }

            var (p, q, rk, sk) = ((a + d) / n, (b + c) / n, a * d / n, b * c / n);
            r += rk;
            s += sk;
            pr += p * rk;
            both += (p * sk) + (q * rk);
            qs += q * sk;
        }

        return r == 0 || s == 0
            ? null
            : new MantelHaenszel(r / s, Math.Sqrt((pr / (2 * r * r)) + (both / (2 * r * s)) + (qs / (2 * s * s))));
    }
}
