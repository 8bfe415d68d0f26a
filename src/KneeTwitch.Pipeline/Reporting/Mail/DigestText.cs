using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Pipeline.Reporting.Mail;

/// <summary>The plain-text twin of <see cref="DigestMail"/>: the same content in the same order.</summary>
internal static class DigestText
{
    public static string Of(DigestContent content, string? pagesAddress)
    {
        string[] link = string.IsNullOrWhiteSpace(pagesAddress) ? [] : ["", $"The evidence day by day: {pagesAddress}"];
        string[] lines =
        [
            $"Your week, {content.Week}", "", content.Headline,
            .. Section("Flagged patterns", content.Alerts.Select(alert => Alert(alert, pagesAddress))),
            .. Section("Ended this week", content.Ended.Select(ended => $"- {ended}")),
            .. Section("This week against the four weeks before, a day on average", content.Metrics.Select(line => $"- {line.Label}: {line.Mean} ({line.Change}; {line.Known} days known)")),
            .. Section("Where every factor stood on Sunday", content.Factors.Select(Factor)),
            .. link,
            "", "-- ", DigestContent.NotMedical, "", DigestContent.TurnOff, "",
        ];
        return string.Join('\n', lines);
    }

    private static string[] Section(string title, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length == 0 ? [] : ["", title, new string('-', title.Length), .. all];
    }

    private static string Alert(AlertLine alert, string? pagesAddress)
    {
        var marks = string.Join(", ", new[] { alert.Level, alert.IsNew ? "new this week" : "", alert.State }.Where(mark => mark.Length > 0));
        var rule = RulePage.AddressOf(alert.Factor, pagesAddress) is { } address ? $" How this is judged: {address}" : "";
        return $"- {alert.Name} ({marks}). {alert.Evidence}{rule}";
    }

    private static string Factor(FactorLine factor) =>
        factor.Missing.Length == 0 ? $"- {factor.Name}: {factor.Standing}" : $"- {factor.Name}: {factor.Standing} ({factor.Missing})";
}
