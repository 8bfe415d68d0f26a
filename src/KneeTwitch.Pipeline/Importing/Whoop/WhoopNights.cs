using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Whoop;

/// <summary>Remembers which sleeps were read, so that one that stands in two tables counts once.</summary>
internal sealed class WhoopNights
{
    private const int MostNights = 200_000;
    private readonly HashSet<DateTimeOffset> onsets = [];
    private readonly NightSums sums = new();

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

    internal IEnumerable<Reading> Sums(ReadingContext context)
    {
        var findings = new RowFindings("sums of nights", hasLines: true, context);
        sums.AddTo(findings, WhoopTables.Strap);
        return findings.Take();
    }

    private static double? Measured(double? value) => value is 0 ? null : value;
}
