using System.Numerics;

namespace KneeTwitch.Core.Risks;

/// <summary>One grade of the <see cref="Gate"/>: the days that reached it, and the weeks (by their last day) that count at it. Bit 0 is today.</summary>
internal readonly record struct Rung(uint Days, uint Weeks)
{
    /// <summary>A week counts with so many known days, and so many of them at the grade.</summary>
    public const int KnownNeeded = 5, ReachedNeeded = 4;

    private const uint Week = 0x7F;

    public bool IsNow => (Weeks & 1) != 0;

    public bool CountedWeekAgo => (Weeks >> 7 & 1) != 0;

    public bool CountedTwoWeeksAgo => (Weeks >> 14 & 1) != 0;

    /// <summary>This week and at least one of the two before it count.</summary>
    public bool IsRepeated => IsNow && (CountedWeekAgo || CountedTwoWeeksAgo);

    /// <summary>One day on.</summary>
    /// <param name="isReached">Whether the day has this grade or more.</param>
    /// <param name="known">The days that have a grade, today included.</param>
    /// <param name="holdsCondition">Whether the rule's own condition on the week holds.</param>
    public Rung Step(bool isReached, uint known, bool holdsCondition)
    {
        var days = (Days << 1) | (isReached ? 1u : 0);
        var counts = holdsCondition
            && BitOperations.PopCount(known & Week) >= KnownNeeded
            && BitOperations.PopCount(days & Week) >= ReachedNeeded;
        return new Rung(days, (Weeks << 1) | (counts ? 1u : 0));
    }
}
