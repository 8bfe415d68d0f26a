namespace KneeTwitch.Core.Risks;

/// <summary>Load, monotony and strain of seven days [Foster1998; R02].</summary>
/// <param name="Load">Seven times the mean of the known days.</param>
/// <param name="Mean">A day's mean.</param>
/// <param name="Deviation">Sample standard deviation.</param>
/// <param name="LoadedDays">Days with any load.</param>
internal readonly record struct FosterWeek(double Load, double Mean, double Deviation, int LoadedDays)
{
    private const int Days = 7, DaysNeeded = 6;
    private const double LargestMonotony = 10;

    /// <summary>Mean over deviation, at most 10, which is also what seven equal days have.</summary>
    public double Monotony => SixDecimals.Of(Deviation) == 0 ? LargestMonotony : Math.Min(LargestMonotony, Mean / Deviation);

    public double Strain => Load * Monotony;

    /// <summary>The week that ends on a day; null with fewer than six known days, before the seventh day of all, and where nothing was done at all.</summary>
    public static FosterWeek? EndingAt(IReadOnlyList<double?> loads, int day)
    {
        var known = Windows.Last(loads, day, Days);
        if (day < Days - 1 || known.Count < DaysNeeded || known.TrueForAll(load => load == 0))
        {
            return null;
        }

        var mean = known.Average();
        var deviation = Math.Sqrt(known.Sum(load => (load - mean) * (load - mean)) / (known.Count - 1));
        return new FosterWeek(Days * mean, mean, deviation, known.Count(load => load > 0));
    }
}
