using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Weeks;

/// <summary>A wearer's week, Monday to Sunday, against the four weeks before: what the mail, the page and the command line all show.</summary>
public sealed record WeekReview
{
    private const int WeekDays = 7, DaysBefore = 28;

    private static readonly Metric[] KeyMetrics =
    [
        Metric.SleepMinutes, Metric.Steps, Metric.ActiveEnergyKcal, Metric.ExerciseMinutes, Metric.WaterMl, Metric.CaffeineMg,
        Metric.RestingHeartRateBpm, Metric.HrvRmssdMs, Metric.HrvSdnnMs,
    ];

    private static readonly Metric[] LegLoads = [Metric.LegLoadRpe, Metric.LegLoadEdwards, Metric.LegLoadBanister, Metric.LegLoadKcal];

    /// <summary>The Sunday.</summary>
    public required DateOnly WeekEnding { get; init; }

    public DateOnly Monday => WeekEnding.AddDays(1 - WeekDays);

    /// <summary>The key metrics that were seen in these five weeks, in a fixed order.</summary>
    public required IReadOnlyList<MetricWeek> Metrics { get; init; }

    /// <summary>Alerts whose flag stood on Sunday and that the wearer has not resolved, strongest first.</summary>
    public required IReadOnlyList<Alert> OpenAlerts { get; init; }

    /// <summary>Alerts whose flag began this week, for the first time or again.</summary>
    public required IReadOnlyList<Alert> NewAlerts { get; init; }

    /// <summary>Alerts whose flag ended this week.</summary>
    public required IReadOnlyList<Alert> ClearedAlerts { get; init; }

    /// <summary>Where every factor stood on Sunday, by id.</summary>
    public required IReadOnlyList<Assessment> Standings { get; init; }

    /// <summary>True where not a single day of the week is known.</summary>
    public bool IsSilent => Metrics.All(metric => metric.Days == 0);

    /// <summary>The Sunday of the last week that is over on a day: that of the week before it.</summary>
    public static DateOnly LastWeekEnding(DateOnly today) => today.AddDays(-(((int)today.DayOfWeek + 6) % WeekDays) - 1);

    /// <summary>Reviews a week.</summary>
    /// <param name="history">The wearer's days; those of the week and of the four before it are looked at.</param>
    /// <param name="assessments">The wearer's assessments; those of the week and of the day before it are looked at.</param>
    /// <param name="alerts">All of the wearer's alerts.</param>
    /// <param name="weekEnding">A Sunday.</param>
    /// <exception cref="ArgumentException">The week does not end on a Sunday.</exception>
    public static WeekReview Of(History history, IReadOnlyList<Assessment> assessments, IReadOnlyList<Alert> alerts, DateOnly weekEnding)
    {
        if (weekEnding.DayOfWeek != DayOfWeek.Sunday)
        {
            throw new ArgumentException("A week ends on a Sunday.", nameof(weekEnding));
        }

        var flags = new WeekFlags(assessments, weekEnding);
        var stood = alerts.Where(alert => alert.Opened <= weekEnding && !(alert.Cleared <= weekEnding)).ToList();
        return new WeekReview
        {
            WeekEnding = weekEnding,
            Metrics = [.. KeyMetrics.Append(LegLoad(history, weekEnding)).Select(metric => Week(history, metric, weekEnding)).Where(week => week.Days + week.DaysBefore > 0)],
            OpenAlerts = [.. stood.Where(alert => alert.State != AlertState.Resolved || alert.Cleared > weekEnding).OrderByDescending(alert => alert.Level).ThenBy(alert => alert.Since)],
            NewAlerts = [.. stood.Where(alert => flags.Began(alert.Factor)).OrderBy(alert => alert.Id, StringComparer.Ordinal)],
            ClearedAlerts = [.. alerts.Where(alert => alert.Cleared > weekEnding.AddDays(-WeekDays) && alert.Cleared <= weekEnding).OrderBy(alert => alert.Id, StringComparer.Ordinal)],
            Standings = [.. assessments.Where(assessment => assessment.Day == weekEnding).OrderBy(assessment => assessment.Factor, StringComparer.Ordinal)],
        };
    }

    private static MetricWeek Week(History history, Metric metric, DateOnly weekEnding)
    {
        var monday = weekEnding.AddDays(1 - WeekDays);
        var week = Known(history, metric, monday, WeekDays);
        var before = Known(history, metric, monday.AddDays(-DaysBefore), DaysBefore);
        return new MetricWeek
        {
            Metric = metric,
            Mean = week.Count > 0 ? week.Average() : null,
            Days = week.Count,
            MeanBefore = before.Count > 0 ? before.Average() : null,
            DaysBefore = before.Count,
        };
    }

    /// <summary>Leg load is one number by whichever method has most days; methods never mix.</summary>
    private static Metric LegLoad(History history, DateOnly weekEnding) =>
        LegLoads.MaxBy(metric => Known(history, metric, weekEnding.AddDays(1 - WeekDays - DaysBefore), WeekDays + DaysBefore).Count);

    private static List<double> Known(History history, Metric metric, DateOnly from, int days)
    {
        var first = history.IndexOf(from);
        var series = history.Series(metric);
        return [.. Enumerable.Range(first, days).Where(index => index >= 0 && index < series.Count).Select(index => series[index]).OfType<double>()];
    }
}
