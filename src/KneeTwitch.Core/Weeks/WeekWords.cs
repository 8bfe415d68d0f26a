using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Weeks;

/// <summary>A week's numbers in calm sentences: what was seen, on how many days, against what. Never a verdict.</summary>
public static class WeekWords
{
    /// <summary>An amount of a metric as people write it: 6 h 12 min, 8,214, 1,850 ml.</summary>
    public static string Amount(Metric metric, double value)
    {
        var info = metric.Info();
        if (info.Unit == "min" && Math.Abs(value) >= 60)
        {
            var minutes = (int)Math.Round(Math.Abs(value));
            return Invariant($"{(value < 0 ? "-" : "")}{minutes / 60} h {minutes % 60:00} min");
        }

        var number = Math.Abs(value) >= 20 ? Invariant($"{value:#,0}") : Invariant($"{value:0.#}");
        return info.Unit.Length == 0 ? number : $"{number} {info.Unit}";
    }

    /// <summary>How the week compares, such as "34 min less"; says so where too little is known to compare.</summary>
    public static string Change(MetricWeek week) => week switch
    {
        { Days: 0 } => "no data this week",
        { Days: < MetricWeek.DaysNeeded } => "too few days to compare",
        { Change: null } => "not enough weeks before to compare",
        { IsAboutTheSame: true } => "about the same",
        { Change: > 0 } => $"{Amount(week.Metric, week.Change ?? 0)} more",
        _ => $"{Amount(week.Metric, -week.Change ?? 0)} less",
    };

    /// <summary>The whole sentence for one metric.</summary>
    public static string Sentence(MetricWeek week)
    {
        var label = week.Metric.Info().Label;
        if (week.Mean is not { } mean)
        {
            return $"{label}: no data this week.";
        }

        var compared = week.Change is null ? Change(week) : $"{Change(week)} {(week.IsAboutTheSame ? "as" : "than")} in the four weeks before";
        return $"{label}: {Amount(week.Metric, mean)} a day ({week.Days} of 7 days known), {compared}.";
    }

    /// <summary>The week in one sentence, for the top of the page or mail.</summary>
    public static string Headline(WeekReview review)
    {
        if (review.IsSilent)
        {
            return "No data reached KneeTwitch for this week, so nothing can be said of it.";
        }

        var open = review.OpenAlerts.Count switch
        {
            0 => "No pattern stood flagged at the end of this week",
            1 => "One pattern stood flagged at the end of this week",
            var count => Invariant($"{count} patterns stood flagged at the end of this week"),
        };
        List<string> news = [];
        if (review.NewAlerts.Count > 0)
        {
            news.Add(Invariant($"{review.NewAlerts.Count} new"));
        }

        if (review.ClearedAlerts.Count > 0)
        {
            news.Add(Invariant($"{review.ClearedAlerts.Count} ended"));
        }

        // No flag is only worth something together with how much could be judged at all.
        var judged = review.Standings.Count(standing => standing.Standing is Standing.Clear or Standing.Watch or Standing.Flag or Standing.Strong);
        var known = Invariant($"Of {review.Standings.Count} factors, {judged} had enough data to tell.");
        return news.Count == 0 ? $"{open}. {known}" : $"{open}; {string.Join(", ", news)} this week. {known}";
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
