namespace KneeTwitch.Core.Risks;

/// <summary>The tiers' fixed words, and what a tier does to a level.</summary>
public static class Tiers
{
    /// <summary>The name of the tier among an assessment's numbers.</summary>
    public const string Name = "tier";

    /// <summary>Nobody hears of it but the wearer: printed with every tier that is about time.</summary>
    public const string NoMonitoring = "KneeTwitch does not monitor you and alerts nobody.";

    /// <summary>For the page on twitching and wherever twitching itself is the reason to speak.</summary>
    public const string BaseRates =
        "Most people notice muscle twitches at some time (a survey is usually quoted as about 70 %), and on their own they are seldom a sign of disease; "
        + "weakness, shrinking muscle, spreading or severe cramps are reasons to be seen.";

    /// <summary>The tier among an assessment's or alert's numbers.</summary>
    public static Tier Of(IReadOnlyDictionary<string, double> evidence) => evidence.TryGetValue(Name, out var tier) ? (Tier)(int)tier : Tier.None;

    /// <summary>T1 and T2 are flags, T3 and T4 strong.</summary>
    public static int LevelOf(Tier tier) => tier switch
    {
        Tier.None => 0,
        Tier.Mention or Tier.Book => 2,
        _ => 3,
    };

    /// <summary>What to do and how soon; empty without a tier.</summary>
    public static string Says(Tier tier) => tier switch
    {
        Tier.Mention => "Mention it at your next routine contact with a clinician.",
        Tier.Book => "This is a reason to talk to a clinician: book an appointment in the next two weeks.",
        Tier.Contact => $"This is a reason to talk to a clinician: contact one today or tomorrow. If it came on suddenly, call your emergency number. {NoMonitoring}",
        Tier.Emergency => $"Call your emergency number now. {NoMonitoring}",
        _ => "",
    };

    /// <summary>Red flags, and context facts that ask for somebody today or tomorrow: told at once, past all limits, and never snoozed.</summary>
    /// <param name="factor">A rule's id.</param>
    /// <param name="evidence">The numbers of its assessment or alert.</param>
    public static bool SpeaksAtOnce(string factor, IReadOnlyDictionary<string, double> evidence) =>
        RiskFactors.Find(factor)?.Kind == RuleKind.RedFlag || Of(evidence) >= Tier.Contact;
}
