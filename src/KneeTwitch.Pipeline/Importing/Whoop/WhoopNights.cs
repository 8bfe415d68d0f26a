using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Whoop;

/// <summary>Remembers which sleeps were read, so that one that stands in two tables counts once, and sums up what cycles say of days.</summary>
internal sealed class WhoopNights
{
    private const int MostNights = 200_000;
    private readonly HashSet<DateTimeOffset> onsets = [];
    private readonly NightSums sums = new();
    private readonly SortedDictionary<DateOnly, double> energies = [];

    internal void Add(WhoopRow row, RowFindings findings)
    {
        if (row.Night() is not { } night || onsets.Count >= MostNights || !onsets.Add(night.Start) || !night.AddTo(findings, WhoopTables.Strap))
        {
            return;
        }

        findings.Add(Metric.RespiratoryRatePerMinute, night.Start, night.End, Measured(row.Number(WhoopWords.Breaths)), WhoopTables.Strap);
        if (row.Moment(WhoopWords.Wake) is { } wake)
        {
            sums.Add(wake.Day, row.Seconds(WhoopWords.Asleep) / 60, row.Seconds(WhoopWords.InBed) / 60);
        }
    }

    /// <summary>
    /// A cycle goes from one falling asleep to the next; its day is that of waking up, or where its middle lies if the strap was off. There may
    /// be two in a day.
    /// </summary>
    internal void AddEnergy(WhoopRow row)
    {
        if (row.Number(WhoopWords.Energy) is not (> 0 and var energy))
        {
            return;
        }

        var (start, end) = (row.Moment(WhoopWords.CycleStart), row.Moment(WhoopWords.CycleEnd));
        if ((row.Moment(WhoopWords.Wake)?.Day ?? (end is null || start is null ? null : Middle(start.Value.Wall, end.Value.Wall))) is { } day)
        {
            energies[day] = energies.GetValueOrDefault(day) + energy;
        }
    }

    internal IEnumerable<Reading> Sums(ReadingContext context)
    {
        var findings = new RowFindings("sums of nights", hasLines: true, context);
        sums.AddTo(findings, WhoopTables.Strap);
        foreach (var (day, energy) in energies)
        {
            findings.AddDay(Metric.VendorTotalEnergyKcal, day, energy, WhoopTables.Strap);
        }

        return findings.Take();
    }

    private static DateOnly Middle(DateTime from, DateTime to) => DateOnly.FromDateTime(from + ((to - from) / 2));

    private static double? Measured(double? value) => value is 0 ? null : value;
}
