using System.Globalization;
using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Weeks;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>The words of a week's mail, made once for the HTML and the plain text, which then cannot say different things.</summary>
public sealed record DigestContent
{
    /// <summary>Said at the foot of every mail.</summary>
    public const string NotMedical = "KneeTwitch is a wellness diary, not a medical device. It shows patterns in your data; it does not say why a muscle twitches, and it does not monitor you. If you are worried, or if weakness, numbness or pain come with the twitching, talk to a clinician; if something came on suddenly, call your emergency number.";

    /// <summary>Said at the foot of every mail.</summary>
    public const string TurnOff = "You get this mail once a week. To turn it off, run \"kneetwitch wearer set --digest false\", or untick the weekly mail in your profile.";

    public required Guid WearerId { get; init; }

    public required DateOnly WeekEnding { get; init; }

    public required string Name { get; init; }

    /// <summary>Such as 9 to 15 November 2026.</summary>
    public required string Week { get; init; }

    public required string Headline { get; init; }

    public required IReadOnlyList<AlertLine> Alerts { get; init; }

    /// <summary>The patterns that ended this week, and how: gone from the data is not the same as too little data to tell.</summary>
    public required IReadOnlyList<string> Ended { get; init; }

    public required IReadOnlyList<MetricLine> Metrics { get; init; }

    public required IReadOnlyList<FactorLine> Factors { get; init; }

    /// <summary>The chart as PNG; null where there is nothing to draw.</summary>
    public byte[]? Chart { get; init; }

    /// <summary>What the chart shows, for those who do not see it.</summary>
    public string ChartText { get; init; } = "";

    public static DigestContent Of(WeekReview review, History history, IReadOnlyList<RiskFactor> factors)
    {
        var byId = factors.ToDictionary(factor => factor.Id);
        string NameOf(string id) => byId.TryGetValue(id, out var factor) ? factor.Name : id;
        var standings = review.Standings.ToDictionary(standing => standing.Factor);
        var telling = TellingMetric.Of(review);
        return new DigestContent
        {
            WearerId = history.Wearer.Id,
            WeekEnding = review.WeekEnding,
            Name = history.Wearer.Name,
            Week = WeekText(review.Monday, review.WeekEnding),
            Headline = WeekWords.Headline(review),
            Alerts =
            [
                .. review.OpenAlerts.Select(alert => new AlertLine(
                    NameOf(alert.Factor),
                    WeekLevel(standings.GetValueOrDefault(alert.Factor), alert),
                    Evidence(alert, standings.GetValueOrDefault(alert.Factor), byId.GetValueOrDefault(alert.Factor)),
                    review.NewAlerts.Contains(alert),
                    alert.State switch { AlertState.Acknowledged => "acknowledged", AlertState.Snoozed => "snoozed", _ => "" },
                    alert.Factor)),
            ],
            Ended = [.. review.ClearedAlerts.Select(alert => $"{NameOf(alert.Factor)}: {alert.Changes.Last(change => change.What == AlertWords.Resolved && change.Level < AlertPolicy.FlagLevel).Reason}.")],
            Metrics = [.. review.Metrics.Select(Line)],
            Factors = [.. review.Standings.Select(standing => new FactorLine(NameOf(standing.Factor), StandingText(standing.Standing), standing.Missing ?? ""))],
            Chart = telling is { } metric ? DigestChart.Png(history, metric, review.WeekEnding) : null,
            ChartText = telling is { } drawn ? ChartAlt(review, drawn) : "",
        };
    }

    /// <summary>The level on the Sunday; the alert itself may have moved since.</summary>
    private static string WeekLevel(Assessment? standing, Alert alert) => AlertWords.Level(standing?.Level ?? alert.Level);

    private static string Evidence(Alert alert, Assessment? standing, RiskFactor? factor) =>
        standing is not null && factor is not null ? factor.Says(standing) : $"The pattern goes back to {DayText(alert.Since)}.";

    private static MetricLine Line(MetricWeek week) => new(
        week.Metric.Info().Label,
        week.Mean is { } mean ? WeekWords.Amount(week.Metric, mean) : "–",
        WeekWords.Change(week),
        $"{week.Days} of 7");

    private static string ChartAlt(WeekReview review, Metric metric) =>
        $"Chart of the last eight weeks, day by day. {WeekWords.Sentence(review.Metrics.First(week => week.Metric == metric))}";

    private static string StandingText(Standing standing) => standing switch
    {
        Standing.NotEnoughData => "not enough data yet",
        Standing.CannotBeSeen => "cannot be seen with your devices",
        Standing.Clear => "no persistent pattern",
        Standing.Watch => "watch",
        Standing.Flag => "flag",
        Standing.Strong => "strong",
        Standing.Stale => "too little recent data",
        _ => "waiting for data",
    };

    private static string WeekText(DateOnly monday, DateOnly sunday) =>
        monday.Month == sunday.Month ? $"{monday.Day} to {DayText(sunday)}" : $"{monday.ToString("d MMMM", CultureInfo.InvariantCulture)} to {DayText(sunday)}";

    private static string DayText(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
