namespace KneeTwitch.Core.Risks;

/// <summary>Weight, urine, thirst: one point for each that speaks for too little water [Cheuvront2005, Sekiguchi2022].</summary>
/// <param name="Points">0 to 3, of the items that are known.</param>
/// <param name="Answered">How many of the three items are known.</param>
/// <param name="MassChangePercent">This morning against the median of the 14 days before; null where not known.</param>
internal readonly record struct WaterScore(int Points, int Answered, double? MassChangePercent)
{
    private const int Window = 14, WeightsNeeded = 5;

    public bool IsComplete => Answered == 3;

    /// <param name="massesKg">One a day, null where not weighed.</param>
    /// <param name="day">Index of the day.</param>
    /// <param name="urineColour">1 to 8; a point above 5.</param>
    /// <param name="thirst">0 to 9; a point from 5 on.</param>
    public static WaterScore Of(IReadOnlyList<double?> massesKg, int day, double? urineColour, double? thirst)
    {
        var change = MassChange(massesKg, day);
        var points = (change < -1.0 ? 1 : 0) + (urineColour > 5 ? 1 : 0) + (thirst >= 5 ? 1 : 0);
        var answered = (change is null ? 0 : 1) + (urineColour is null ? 0 : 1) + (thirst is null ? 0 : 1);
        return new WaterScore(points, answered, change);
    }

    private static double? MassChange(IReadOnlyList<double?> massesKg, int day)
    {
        if (massesKg[day] is not { } mass)
        {
            return null;
        }

        Span<double> earlier = stackalloc double[Window];
        var count = 0;
        for (var before = Math.Max(day - Window, 0); before < day; before++)
        {
            if (massesKg[before] is { } known)
            {
                earlier[count++] = known;
            }
        }

        if (count < WeightsNeeded)
        {
            return null;
        }

        var median = Median.Of(earlier[..count]);
        return median > 0 ? SixDecimals.Of(100 * (mass - median) / median) : null;
    }
}
