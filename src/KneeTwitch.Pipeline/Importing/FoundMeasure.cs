using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// A value with its time as formats for exchange write it. What it means hangs on both: steps of an hour are steps, steps of a day are the
/// sender's total of that day, steps of a week are nothing that could be placed.
/// </summary>
internal static class FoundMeasure
{
    /// <summary>Adds it as a reading, as a day's total, or to what is left unread.</summary>
    internal static void Add(Metric metric, FoundTime time, double value, Source source, RowFindings findings)
    {
        var info = metric.Info();
        if (info.DayRule is DayRule.VendorTotal)
        {
            AddTotal(metric, time, value, source, findings);
        }
        else if (time.Day is { } day)
        {
            AddDay(metric, day, value, source, findings);
        }
        else if (time.IsLongerThanADay && info.DayRule is not DayRule.None)
        {
            findings.Context.Facts.LeftUnread($"{Kind(metric)} of more than a day: {info.Label}");
        }
        else
        {
            findings.Add(metric, time.Start, time.End, value, source);
        }
    }

    private static void AddTotal(Metric metric, FoundTime time, double value, Source source, RowFindings findings)
    {
        if (time.IsLongerThanADay)
        {
            findings.Context.Facts.LeftUnread($"{Kind(metric)} of more than a day: {metric.Info().Label}");
            return;
        }

        var middle = time.Start + ((time.End - time.Start) / 2);
        findings.AddDay(metric, time.Day ?? findings.Context.Zones.DayOf(middle), value, source);
    }

    private static void AddDay(Metric metric, DateOnly day, double value, Source source, RowFindings findings)
    {
        if (DayTotals.Of(metric) is { } total)
        {
            findings.AddDay(total, day, value, source);
        }
        else if (IsSum(metric) || metric is Metric.HeartRateBpm)
        {
            // The mean of a day is no beat, and a day's sum of what has no total of its own is no event.
            findings.Context.Facts.LeftUnread($"{Kind(metric)} of days: {metric.Info().Label}");
        }
        else
        {
            findings.AddAtDay(metric, day, value, source);
        }
    }

    private static bool IsSum(Metric metric) => metric.Info().DayRule is DayRule.SlotSum or DayRule.UnionSum or DayRule.VendorTotal or DayRule.None;

    private static string Kind(Metric metric) => IsSum(metric) ? "totals" : "averages";
}
