using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Weeks;

/// <summary>Which one metric to draw where there is room for one chart only.</summary>
public static class TellingMetric
{
    private static readonly Dictionary<string, Metric[]> ByFactor = new()
    {
        ["R01"] = [Metric.LegLoadRpe, Metric.LegLoadEdwards, Metric.LegLoadBanister, Metric.LegLoadKcal],
        ["R02"] = [Metric.LegLoadRpe, Metric.LegLoadEdwards, Metric.LegLoadBanister, Metric.LegLoadKcal],
        ["R03"] = [Metric.StressScore, Metric.VendorStressScore],
        ["R04"] = [Metric.HrvRmssdMs, Metric.RestingHeartRateBpm],
        ["R05"] = [Metric.SleepMinutes],
        ["R06"] = [Metric.SleepMinutes],
        ["R07"] = [Metric.WaterMl],
        ["R08"] = [Metric.MagnesiumMg],
        ["R09"] = [Metric.PotassiumMg],
        ["R10"] = [Metric.CaffeineMg],
        ["R11"] = [Metric.NicotineUnits],
    };

    /// <summary>What the strongest open alert is about, else sleep, else what most days are known of; null where nothing is known.</summary>
    public static Metric? Of(WeekReview review)
    {
        var known = review.Metrics.Select(week => week.Metric).ToHashSet();
        var flagged = review.OpenAlerts.SelectMany(alert => ByFactor.GetValueOrDefault(alert.Factor, [])).Where(known.Contains);
        var fallback = review.Metrics.OrderByDescending(week => week.Metric == Metric.SleepMinutes).ThenByDescending(week => week.Days + week.DaysBefore).Select(week => week.Metric);
        return flagged.Concat(fallback).Select(metric => (Metric?)metric).FirstOrDefault();
    }
}
