using KneeTwitch.Core.Statistics;

namespace KneeTwitch.Core.Trials;

/// <summary>An on/off trial of one relief strategy: pairs of weeks, the order within each drawn before the start [Kravitz2014; statistics 5].</summary>
public sealed record TrialPlan
{
    /// <summary>With fewer pairs no order of weeks could tell anything from chance.</summary>
    public const int PairsForVerdict = 5;

    /// <summary>S1 to S8.</summary>
    public required string Strategy { get; init; }

    /// <summary>First day of the first week.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>What the order was drawn with.</summary>
    public required int Seed { get; init; }

    /// <summary>Two a pair, in order: true for a week with the strategy.</summary>
    public required IReadOnlyList<bool> Weeks { get; init; }

    /// <summary>Days left out at the beginning of each week, decided before the start: 0 or 2.</summary>
    public int DropDays { get; init; }

    public int Pairs => Weeks.Count / 2;

    /// <summary>The day after the last week.</summary>
    public DateOnly End => Start.AddDays(7 * Weeks.Count);

    /// <summary>A plan whose order is thrown, a coin a pair. The same seed gives the same order; it is kept with the plan.</summary>
    /// <param name="strategy">S1 to S8.</param>
    /// <param name="start">First day.</param>
    /// <param name="pairs">1 to <see cref="SignFlip.MostPairs"/>.</param>
    /// <param name="seed">Of the coin.</param>
    /// <param name="dropDays">0, or 2 where what was done last week may still act.</param>
    /// <exception cref="ArgumentOutOfRangeException">A trial of so many pairs, or with so many days dropped, cannot be told.</exception>
    public static TrialPlan Draw(string strategy, DateOnly start, int pairs, int seed, int dropDays = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(pairs, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(pairs, SignFlip.MostPairs);
        ArgumentOutOfRangeException.ThrowIfNegative(dropDays);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(dropDays, 2);
        var coin = new Random(seed);
        var weeks = new List<bool>(2 * pairs);
        for (var pair = 0; pair < pairs; pair++)
        {
            var isOnFirst = coin.Next(2) == 0;
            weeks.AddRange([isOnFirst, !isOnFirst]);
        }

        return new TrialPlan { Strategy = strategy, Start = start, Seed = seed, Weeks = weeks, DropDays = dropDays };
    }

    /// <summary>Whether the strategy is on; null before and after the trial.</summary>
    public bool? IsOn(DateOnly day) => day >= Start && day < End ? Weeks[(day.DayNumber - Start.DayNumber) / 7] : null;
}
