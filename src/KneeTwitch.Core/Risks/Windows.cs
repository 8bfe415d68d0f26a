namespace KneeTwitch.Core.Risks;

/// <summary>Known values of the days up to a day.</summary>
internal static class Windows
{
    /// <summary>The known ones among the last days, the day itself included, oldest first.</summary>
    public static List<double> Last(IReadOnlyList<double?> values, int day, int count)
    {
        var known = new List<double>(count);
        for (var i = Math.Max(day - count + 1, 0); i <= day; i++)
        {
            if (values[i] is { } value)
            {
                known.Add(value);
            }
        }

        return known;
    }

    /// <summary>Their mean, or null with fewer than are needed.</summary>
    public static double? Mean(IReadOnlyList<double?> values, int day, int count, int needed = 1)
    {
        var known = Last(values, day, count);
        return known.Count >= needed ? known.Average() : null;
    }
}
