namespace KneeTwitch.Core.Wearers;

/// <summary>
/// The offsets of a zone before and after its only change near a wall clock time; without a change both are the same. Works from offsets
/// at instants alone, because questions about invalid and ambiguous local times are not answered for every kind of change (Apia 2011).
/// </summary>
internal readonly record struct OffsetTurn(TimeSpan Before, DateTimeOffset At, TimeSpan After)
{
    internal static OffsetTurn Around(TimeZoneInfo zone, DateTimeOffset wall, TimeSpan within)
    {
        var (low, high) = (wall - within, wall + within);
        var (before, after) = (zone.GetUtcOffset(low), zone.GetUtcOffset(high));
        if (before == after)
        {
            return new OffsetTurn(before, high, after);
        }

        var (lowSecond, highSecond) = (low.ToUnixTimeSeconds(), high.ToUnixTimeSeconds() + 1);
        while (highSecond - lowSecond > 1)
        {
            var middle = (lowSecond + highSecond) / 2;
            var isBefore = zone.GetUtcOffset(DateTimeOffset.FromUnixTimeSeconds(middle)) == before;
            (lowSecond, highSecond) = isBefore ? (middle, highSecond) : (lowSecond, middle);
        }

        return new OffsetTurn(before, DateTimeOffset.FromUnixTimeSeconds(highSecond), after);
    }

    /// <summary>The first instant from <paramref name="from"/> on at which a clock in the zone shows the wall clock time or a later one.</summary>
    internal DateTimeOffset FirstReaching(DateTimeOffset wall, DateTimeOffset from)
    {
        if (from + (from < At ? Before : After) >= wall)
        {
            return from;
        }

        if (from < At)
        {
            var early = wall - Before;
            if (early < At)
            {
                return early;
            }

            if (At + After >= wall)
            {
                return At;
            }
        }

        return wall - After;
    }
}
