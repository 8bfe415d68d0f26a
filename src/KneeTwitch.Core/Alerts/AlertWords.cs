using System.Globalization;

namespace KneeTwitch.Core.Alerts;

/// <summary>The names of an alert's changes, which are kept for ever, and the reasons that go with them.</summary>
public static class AlertWords
{
    public const string Opened = "opened";
    public const string Raised = "raised";
    public const string Downgraded = "downgraded";
    public const string Acknowledged = "acknowledged";
    public const string Snoozed = "snoozed";
    public const string Resolved = "resolved";
    public const string Reopened = "reopened";

    /// <summary>The reason of an alert that later data took back.</summary>
    public const string Vanished = "later data no longer show this pattern";

    /// <summary>The reason of an alert that later data made one with another of its factor.</summary>
    public const string Joined = "later data made this one pattern with another alert";

    /// <summary>What a level is called: flag or strong.</summary>
    public static string Level(int level) => level >= 3 ? "strong" : "flag";

    internal static string Began(FlagEpisode episode) => $"in the data since {Day(episode.Since)}, persistent on {Day(episode.Opened)}";

    internal static string Again(FlagEpisode episode) => $"in the data again since {Day(episode.Since)}, persistent on {Day(episode.Opened)}";

    internal static string Rose(int level, DateOnly day) => $"rose to {Level(level)} on {Day(day)}";

    internal static string Fell(int level, DateOnly day) => $"fell to {Level(level)} on {Day(day)}";

    internal static string Ended(string? reason, DateOnly day) => reason == "stale"
        ? $"stale: too little data in the four weeks to {Day(day)} to say whether it goes on"
        : $"cleared in the data on {Day(day)}";

    internal static string Later(string reason) => $"later data: {reason}";

    internal static string Until(DateTimeOffset until) => until.UtcDateTime.ToString("'until' yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
