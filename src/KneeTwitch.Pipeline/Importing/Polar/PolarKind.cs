using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Polar;

/// <summary>The files of an export that are read.</summary>
internal enum PolarKind
{
    Activity,
    HeartRate,
    Training,
    Night,
    Recovery,
    Calendar,
}

/// <summary>Tells the files by what is in them, or else by the names Polar gives them.</summary>
internal static class PolarKinds
{
    private static readonly (string Start, PolarKind Kind)[] Names =
    [
        ("activity-", PolarKind.Activity), ("247ohr_", PolarKind.HeartRate), ("training-session", PolarKind.Training), ("sleep_result", PolarKind.Night),
        ("nightly_recovery_", PolarKind.Recovery), ("calendar-items", PolarKind.Calendar),
    ];

    private static readonly string[] Unread = ["nightly_recovery_blob", "sleep_score", "sleep_wake", "ppi_samples"];

    /// <summary>The kind, and whether the content says so by itself, which a name alone does not.</summary>
    internal static (PolarKind Kind, bool IsSure)? Of(string name, byte[] head)
    {
        if (!JsonHead.IsJson(head) || Unread.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var (top, first) = (JsonHead.TopLevelKeys(head), JsonHead.FirstItemKeys(head));
        PolarKind? said = top.Contains("deviceDays") ? PolarKind.HeartRate
            : first.Contains("night") && first.Contains("meanNightlyRecoveryRmssd") ? PolarKind.Recovery
            : first.Contains("night") && (first.Contains("sleepResult") || first.Contains("evaluation")) ? PolarKind.Night
            : top.Contains("exportVersion") && top.Contains("date") && (top.Contains("summary") || top.Contains("samples")) ? PolarKind.Activity
            : top.Contains("startTime") && (top.Contains("kiloCalories") || top.Contains("durationMillis") || top.Contains("exercises")) ? PolarKind.Training
            : null;
        if (said is { } kind)
        {
            return (kind, true);
        }

        var named = Names.FirstOrDefault(known => name.StartsWith(known.Start, StringComparison.OrdinalIgnoreCase));
        return named.Start is null ? null : (named.Kind, top.Contains("exportVersion"));
    }
}
