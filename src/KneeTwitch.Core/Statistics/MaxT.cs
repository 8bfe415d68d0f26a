namespace KneeTwitch.Core.Statistics;

/// <summary>
/// One p-value a factor, adjusted for all factors at once: the exposures are shifted against the outcome in circles, all together, and the
/// largest |T| of each shift is what chance can do [WestfallYoung1993; statistics 4.6]. Needs no random numbers.
/// </summary>
public static class MaxT
{
    /// <summary>A shift of less, forward or back, leaves the exposures where they were.</summary>
    public const int SmallestShift = 8;

    private const double Tie = 1e-9;

    /// <summary>How many shifts a window of so many days has.</summary>
    public static int Shifts(int days) => Math.Max(0, days - (2 * SmallestShift) + 1);

    /// <param name="outcome">One a day, null missing.</param>
    /// <param name="exposures">One list a factor, one value a day, null missing.</param>
    /// <returns>In the order of the factors: the score, and p.</returns>
    public static IReadOnlyList<(MatchedScore Score, double P)> Of(IReadOnlyList<bool?> outcome, IReadOnlyList<IReadOnlyList<double?>> exposures)
    {
        var scores = exposures.Select(exposure => MatchedScore.Of(outcome, exposure)).ToList();
        var atLeast = new int[scores.Count];
        for (var shift = SmallestShift; shift <= outcome.Count - SmallestShift; shift++)
        {
            var largest = 0.0;
            foreach (var exposure in exposures)
            {
                largest = Math.Max(largest, Math.Abs(MatchedScore.Of(outcome, exposure, shift).T));
            }

            for (var factor = 0; factor < atLeast.Length; factor++)
            {
                atLeast[factor] += largest >= Math.Abs(scores[factor].T) - Tie ? 1 : 0;
            }
        }

        var shifts = Shifts(outcome.Count);
        return [.. scores.Select((score, factor) => (score, (1.0 + atLeast[factor]) / (1 + shifts)))];
    }
}
