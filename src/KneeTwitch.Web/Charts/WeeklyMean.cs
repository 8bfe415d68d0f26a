namespace KneeTwitch.Web.Charts;

/// <summary>The mean of each day and the six before it, for the line that shows what persists.</summary>
internal static class WeeklyMean
{
    /// <summary>With fewer days than this known, there is no mean: the line breaks.</summary>
    public const int DaysNeeded = 4;

    /// <summary>The stretches of days that have a mean, each a line of its own.</summary>
    public static IReadOnlyList<IReadOnlyList<SeriesPoint>> Stretches(IReadOnlyList<SeriesPoint> points)
    {
        List<IReadOnlyList<SeriesPoint>> stretches = [];
        List<SeriesPoint> open = [];
        for (var i = 0; i < points.Count; i++)
        {
            if (At(points, i) is { } mean)
            {
                open.Add(points[i] with { Value = mean });
            }
            else if (open.Count > 0)
            {
                stretches.Add(open);
                open = [];
            }
        }

        if (open.Count > 0)
        {
            stretches.Add(open);
        }

        return stretches;
    }

    private static double? At(IReadOnlyList<SeriesPoint> points, int index)
    {
        var known = points.Skip(Math.Max(0, index - 6)).Take(Math.Min(7, index + 1)).Select(point => point.Value).OfType<double>().ToList();
        return known.Count >= DaysNeeded ? known.Average() : null;
    }
}
