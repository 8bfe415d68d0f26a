using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>
/// The vendor's days. One table holds a row for each device and one for all together; two more tables repeat it. A day is the row of all
/// devices, else the largest: never a sum.
/// </summary>
internal sealed class SamsungDays(ReadingContext context)
{
    private const double MillisecondsInMinute = 60_000;
    private readonly Dictionary<(Metric Metric, DateOnly Day), (bool IsMerged, double Value)> best = [];
    private readonly Dictionary<DateOnly, double> trend = [];

    internal void AddPedometer(SamsungRow row, RowFindings findings)
    {
        if (row.Day("day_time", findings) is not { } day)
        {
            return;
        }

        var isMerged = row["source_info"] is not null;
        Add(Metric.VendorSteps, day, isMerged, row.Number("step_count", findings));
        Add(Metric.VendorDistanceM, day, isMerged, row.Number("distance", findings));
        Add(Metric.VendorActiveEnergyKcal, day, isMerged, row.Number("calorie", findings));
    }

    /// <summary>Its calories hold what a body burns at rest, unlike those of the pedometer; its steps stand in the table of steps.</summary>
    internal void AddActivity(SamsungRow row, RowFindings findings)
    {
        if (row.Day("day_time", findings) is { } day)
        {
            Add(Metric.VendorExerciseMinutes, day, isMerged: true, row.Number("active_time", findings) / MillisecondsInMinute);
            Add(Metric.VendorTotalEnergyKcal, day, isMerged: true, row.Number("calorie", findings) is > 0 and var energy ? energy : null);
            Add(Metric.VendorFlightsClimbed, day, isMerged: true, row.Number("floor", findings));
        }
    }

    internal void AddTrend(SamsungRow row, RowFindings findings)
    {
        // Minus two stands for all sources together.
        if (row["source_type"] is "-2" && row.Day("day_time", findings) is { } day && row.Number("count", findings) is { } steps)
        {
            trend.TryAdd(day, steps);
        }
    }

    internal IReadOnlyList<Reading> Readings()
    {
        foreach (var (day, steps) in trend)
        {
            best.TryAdd((Metric.VendorSteps, day), (true, steps));
        }

        var findings = new RowFindings("totals of days", hasLines: true, context);
        foreach (var ((metric, day), (_, value)) in best)
        {
            findings.AddDay(metric, day, value, SamsungDevices.App);
        }

        return findings.Take();
    }

    private void Add(Metric metric, DateOnly day, bool isMerged, double? value)
    {
        if (value is not { } number)
        {
            return;
        }

        var isBetter = !best.TryGetValue((metric, day), out var known) || (isMerged && !known.IsMerged) || (isMerged == known.IsMerged && number > known.Value);
        if (isBetter)
        {
            best[(metric, day)] = (isMerged, number);
        }
    }
}
