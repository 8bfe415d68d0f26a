namespace KneeTwitch.Core.Risks;

/// <summary>Sums of seven days, each from at least six known ones and scaled to seven [statistics 2.7].</summary>
internal static class WeeklySums
{
    private const int DaysNeeded = 6;

    /// <summary>For each day the sum of the seven days that end with it, null where fewer than six are known.</summary>
    public static double?[] Of(IReadOnlyList<double?> values)
    {
        var sums = new double?[values.Count];
        for (var day = 0; day < sums.Length; day++)
        {
            sums[day] = EndingAt(values, day);
        }

        return sums;
    }

    // Added up anew each day: a running sum would carry its rounding errors along for years.
    private static double? EndingAt(IReadOnlyList<double?> values, int day)
    {
        var (known, sum) = (0, 0.0);
        for (var i = Math.Max(day - 6, 0); i <= day; i++)
        {
            if (values[i] is { } value)
            {
                known++;
                sum += value;
            }
        }

        return known >= DaysNeeded ? sum * 7 / known : null;
    }
}
