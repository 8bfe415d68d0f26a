namespace KneeTwitch.Core.Statistics;

/// <summary>Exact binomial tails.</summary>
public static class Binomial
{
    /// <summary>The probability of at least so many hits.</summary>
    /// <param name="hits">0 to <paramref name="count"/>.</param>
    /// <param name="count">Number of trials.</param>
    /// <param name="share">The probability of a hit, more than 0 and less than 1.</param>
    public static double AtLeast(int hits, int count, double share)
    {
        // In logarithms, so that hundreds of trials do not overflow.
        var sum = 0.0;
        var logChoose = 0.0;
        for (var k = 0; k <= count; k++)
        {
            if (k > 0)
            {
                logChoose += Math.Log(count - k + 1) - Math.Log(k);
            }

            if (k >= hits)
            {
                sum += Math.Exp(logChoose + (k * Math.Log(share)) + ((count - k) * Math.Log(1 - share)));
            }
        }

        return Math.Min(1, sum);
    }
}
