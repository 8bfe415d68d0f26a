namespace KneeTwitch.Core.Risks;

/// <summary>Leg load by one method, and what follows from it; a day's entries look at days up to that day only.</summary>
internal sealed class LoadSeries
{
    /// <param name="loads">One a day, null where missing.</param>
    /// <param name="legMinutes">A day without any leg minutes has no load by any method.</param>
    public LoadSeries(IReadOnlyList<double?> loads, IReadOnlyList<double?> legMinutes)
    {
        Loads = new double?[loads.Count];
        KnownDays = new int[loads.Count];
        var known = 0;
        for (var day = 0; day < loads.Count; day++)
        {
            Loads[day] = loads[day] ?? (legMinutes[day] == 0 ? 0 : null);
            KnownDays[day] = known += Loads[day] is null ? 0 : 1;
        }

        Acute = Ewma.Of(Loads, 7);
        Chronic = Ewma.Of(Loads, 28);
        WeekSums = WeeklySums.Of(Loads);
        Strains = [.. Loads.Select((_, day) => FosterWeek.EndingAt(Loads, day))];
        StrainSums = [.. Strains.Select(week => week?.Strain)];
    }

    public double?[] Loads { get; }

    /// <summary>Number of days with a load, up to each day.</summary>
    public int[] KnownDays { get; }

    /// <summary>A = EWMA(L, 7).</summary>
    public double?[] Acute { get; }

    /// <summary>C = EWMA(L, 28).</summary>
    public double?[] Chronic { get; }

    public double?[] WeekSums { get; }

    /// <summary>The week that ends on each day, as Foster describes it.</summary>
    public FosterWeek?[] Strains { get; }

    /// <summary>Its strain.</summary>
    public double?[] StrainSums { get; }
}
