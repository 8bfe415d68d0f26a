using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>Adds up what was logged through all apps; the same amount within a minute from another source is a copy and counts once.</summary>
internal sealed class UnionLog(ReadingIndex readings)
{
    internal const int CopySeconds = 60;

    /// <summary>Ounces and millilitres of one drink differ by their rounding: 8 fl oz are 236.588 ml in one app and 237 in the other.</summary>
    internal const double CopyTolerance = 0.005;

    /// <summary>How far before the day entries are looked at, so that a copy after midnight finds its original.</summary>
    private const int Before = 600;

    private const int HoursOfCaffeine = 24 * 3600;

    private static readonly Metric[] Metrics =
        [.. Readings.Metrics.All.Where(info => info.DayRule == DayRule.UnionSum).Select(info => info.Metric)];

    private readonly List<Timed> buffer = [];

    internal void Add(DayFrame day, DayValues values)
    {
        foreach (var metric in Metrics)
        {
            var from = new Provenance();
            var entries = Entries(metric, day.Start, day.End, from);
            if (entries.Count == 0)
            {
                continue;
            }

            var coverage = (double)(entries[^1].At - entries[0].At) / (day.End - day.Start);
            values.Measured(metric, entries.Sum(entry => entry.Amount), coverage, from);
            if (metric == Metric.WaterMl)
            {
                AddDrinks(entries.FindAll(entry => entry.Amount > 0), coverage, from.Names, values);
            }
            else if (metric == Metric.CaffeineMg)
            {
                var largest = entries.MaxBy(entry => entry.Amount);
                values.Measured(Metric.CaffeineLargestDoseMg, largest?.Amount ?? 0, coverage, largest?.Source, from: null);
            }
        }
    }

    /// <summary>What the doses of the 24 hours before going to bed leave.</summary>
    /// <param name="day">The sleep day.</param>
    /// <param name="bed">When the wearer went to bed; a doze before 18:00 is no bedtime that coffee is drunk up to.</param>
    /// <param name="values">Where the number goes; nowhere if no caffeine is logged.</param>
    internal void AddCaffeineAtBedtime(DayFrame day, long bed, DayValues values)
    {
        var until = Math.Max(bed, day.NightStart);
        var from = new Provenance();
        var doses = Entries(Metric.CaffeineMg, until - HoursOfCaffeine, until, from);
        if (doses.Count > 0)
        {
            var left = doses.Sum(dose => Caffeine.Left(dose.Amount, (bed - dose.At) / 3600.0));
            values.Measured(Metric.CaffeineAtBedtimeMg, left, 1, from.Names, from: null);
        }
    }

    private static void AddDrinks(List<Entry> drinks, double coverage, string? source, DayValues values)
    {
        var from = new Provenance();
        foreach (var drink in drinks)
        {
            from.Give(drink.Source, 1, 0);
        }

        values.Measured(Metric.DrinkEntries, drinks.Count, coverage, source, from);
        values.Measured(Metric.DrinkSpanMinutes, drinks.Count > 0 ? (drinks[^1].At - drinks[0].At) / 60.0 : 0, coverage, source, from: null);
    }

    /// <summary>The entries that start in [start, end), copies left out, earliest first.</summary>
    private List<Entry> Entries(Metric metric, long start, long end, Provenance from)
    {
        var logged = new List<(long At, int Order, double Amount, string Source)>();
        var tracks = readings[metric];
        for (var order = 0; order < tracks.Length; order++)
        {
            tracks[order].Read(start - Before, end, buffer);
            foreach (var entry in buffer)
            {
                logged.Add((entry.Start, order, entry.Value, tracks[order].Source.Name));
            }
        }

        logged.Sort();
        var kept = new List<Entry>(logged.Count);
        foreach (var (at, _, amount, source) in logged)
        {
            if (FindOriginal(kept, at, amount, source) is { } original)
            {
                original.CopiedBy.Add(source);
                from.Leave(source, at >= start ? amount : 0, SetAsideReason.Copy);
            }
            else
            {
                kept.Add(new Entry(at, amount, source, []));
            }
        }

        var mine = kept.FindAll(entry => entry.At >= start);
        mine.ForEach(entry => from.Give(entry.Source, entry.Amount, 0));
        return mine;
    }

    /// <summary>One entry has at most one copy a source: two glasses in one app and two in the other are two glasses.</summary>
    private static Entry? FindOriginal(List<Entry> kept, long at, double amount, string source)
    {
        var first = kept.Count;
        while (first > 0 && at - kept[first - 1].At <= CopySeconds)
        {
            first--;
        }

        return kept.Skip(first).FirstOrDefault(entry =>
            entry.Source != source
            && !entry.CopiedBy.Contains(source)
            && Math.Abs(entry.Amount - amount) <= CopyTolerance * Math.Abs(entry.Amount));
    }

    private sealed record Entry(long At, double Amount, string Source, HashSet<string> CopiedBy);
}
