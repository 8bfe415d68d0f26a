namespace KneeTwitch.Core.Statistics;

/// <summary>The exact one-sided sign-flip test of paired differences: all 2^k flips, ties and zero differences kept.</summary>
public static class SignFlip
{
    /// <summary>More pairs than a trial has, and still only a million flips.</summary>
    public const int MostPairs = 20;

    /// <summary>In how many of all flips the sum is at least the one seen.</summary>
    /// <param name="differences">At least one, at most <see cref="MostPairs"/>.</param>
    public static (int AtLeast, int Flips) Count(IReadOnlyList<double> differences)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(differences.Count, MostPairs);
        var seen = differences.Sum();
        var (flips, atLeast) = (1 << differences.Count, 0);
        for (var flip = 0; flip < flips; flip++)
        {
            var sum = 0.0;
            for (var pair = 0; pair < differences.Count; pair++)
            {
                sum += (flip >> pair & 1) == 0 ? differences[pair] : -differences[pair];
            }

            atLeast += sum >= seen - 1e-9 ? 1 : 0;
        }

        return (atLeast, flips);
    }

    /// <summary>The share of them: the probability of so large a benefit by chance.</summary>
    public static double P(IReadOnlyList<double> differences)
    {
        var (atLeast, flips) = Count(differences);
        return (double)atLeast / flips;
    }
}
