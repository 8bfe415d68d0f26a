namespace KneeTwitch.Core.Risks;

/// <summary>The numbers every assessment carries beside its rule's own, with their stable names.</summary>
internal static class GateNumbers
{
    public const string KnownOf7 = "days_known_of_7", KnownOf14 = "days_known_of_14", CleanOf14 = "days_clean_of_14", KnownOf28 = "days_known_of_28";

    /// <summary>Days for which the baseline has been frozen.</summary>
    public const string BaselineFrozenDays = "baseline_frozen_days";

    /// <summary>Days since the freeze ran out with the flag still standing: this looks like the new usual.</summary>
    public const string DaysAtNewUsual = "new_usual_days";

    /// <summary>1 where something known of the wearer forbids the rule's usual advice.</summary>
    public const string AdviceWithheld = "advice_withheld";

    public static string GradedOf7(int grade) => grade switch
    {
        1 => "days_at_watch_of_7",
        2 => "days_at_flag_of_7",
        _ => "days_at_strong_of_7",
    };
}
