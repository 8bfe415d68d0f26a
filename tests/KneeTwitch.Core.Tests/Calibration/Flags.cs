using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>Counts how often levels rise to a flag in invented lives.</summary>
internal static class Flags
{
    public const int WarmUpDays = 120, CountedDays = 365;

    private const double QuarterDays = 91.25;

    /// <summary>The patterns that share one budget; C15 never notifies.</summary>
    public static IReadOnlyList<RiskFactor> Family { get; } = [.. RiskFactors.All.Where(factor => factor.Id.StartsWith('R'))];

    public static History[] Lives(Habits habits, int count, int seed)
    {
        var lives = new History[count];
        Parallel.For(0, count, i => lives[i] = Life.Of(habits, seed + i, WarmUpDays + CountedDays));
        return lives;
    }

    /// <summary>For each life the flags of a rule after the warm-up.</summary>
    public static int[] Count(RiskFactor factor, History[] lives)
    {
        var flags = new int[lives.Length];
        Parallel.For(0, lives.Length, i =>
        {
            lock (lives[i])
            {
                flags[i] = Rises(Analysis.Run(factor, lives[i]));
            }
        });
        return flags;
    }

    /// <summary>Flags a wearer and quarter.</summary>
    public static double Rate(IEnumerable<int> flags, int lives) => flags.Sum() * QuarterDays / (lives * (double)CountedDays);

    private static int Rises(IReadOnlyList<Assessment> days) =>
        Enumerable.Range(WarmUpDays, days.Count - WarmUpDays).Count(day => days[day].Level >= 2 && days[day - 1].Level < 2);
}
