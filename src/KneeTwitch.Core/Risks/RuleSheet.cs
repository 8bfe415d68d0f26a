using System.Text.RegularExpressions;

namespace KneeTwitch.Core.Risks;

/// <summary>A rule explained to people: made of <see cref="RiskFactors.All"/> and <see cref="Risks.Strategies"/>, so that it cannot drift from what is computed.</summary>
public sealed partial record RuleSheet
{
    /// <summary>R01 to R12, C13 to C15, RF0 to RF5.</summary>
    public required string Id { get; init; }

    public required string Key { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    /// <summary>What the rule looks at.</summary>
    public required string Looks { get; init; }

    /// <summary>The thresholds.</summary>
    public required string Formula { get; init; }

    /// <summary>How a day's grade becomes a level that stands; null where the formula says it all.</summary>
    public string? Persistence { get; init; }

    /// <summary>A, B, C, N, or a span of them.</summary>
    public required string EvidenceTag { get; init; }

    /// <summary>The tag in words.</summary>
    public required string Evidence { get; init; }

    /// <summary>What the numbers rest on, with the tags of the references.</summary>
    public required string Basis { get; init; }

    /// <summary>D, P, S, or several of them.</summary>
    public required string QualityTag { get; init; }

    /// <summary>The tag in words.</summary>
    public required string Quality { get; init; }

    /// <summary>What the rule cannot know.</summary>
    public required string CannotSee { get; init; }

    /// <summary>What may be tried, with cautions.</summary>
    public required IReadOnlyList<Strategy> Strategies { get; init; }

    /// <summary>Every rule, in the order of the list.</summary>
    public static IReadOnlyList<RuleSheet> All => [.. RiskFactors.All.Select(Of)];

    /// <summary>The rule with an id such as R05, or null.</summary>
    public static RuleSheet? Find(string id) => RiskFactors.Find(id) is { } factor ? Of(factor) : null;

    public static RuleSheet Of(RiskFactor factor) => new()
    {
        Id = factor.Id,
        Key = factor.Key,
        Name = factor.Name,
        Version = factor.Version,
        Looks = factor.Looks,
        Formula = factor.Formula,
        Persistence = PersistenceOf(factor),
        EvidenceTag = factor.EvidenceTag,
        Evidence = Words(factor.EvidenceTag, " to ", EvidenceOf),
        Basis = factor.Basis,
        QualityTag = factor.Quality,
        Quality = Words(factor.Quality, "/", QualityOf),
        CannotSee = factor.CannotSee,
        Strategies = [.. factor.Advice.Select(Risks.Strategies.Find).OfType<Strategy>()],
    };

    /// <summary>A level of evidence that the factor matters for twitching, in words.</summary>
    public static string EvidenceOf(string tag) => tag switch
    {
        "A" => "controlled human data",
        "B" => "clinical series or guideline",
        "C" => "a label, a mechanism or a neighbouring symptom",
        _ => "no usable human data found",
    };

    private static string QualityOf(string tag) => tag switch
    {
        "D" => "direct measurement",
        "P" => "proxy",
        _ => "what you say yourself",
    };

    private static string Words(string tags, string between, Func<string, string> of) => string.Join(between == "/" ? ", " : between, tags.Split(between).Select(of));

    // Rules of facts have a logic of their own, which their formula tells.
    private static string? PersistenceOf(RiskFactor factor) =>
        factor.JudgesWindows ? "The windows of the formula are the test: a level stands as soon as they support it, and until the day is clean."
        : Pattern().IsMatch(factor.Id) ? Counting(factor.Counts) + (factor.IsPersonal ? " While a flag stands, the usual it is compared with is frozen." : "")
        : null;

    private static string Counting(string days) =>
        FormattableString.Invariant($"Grade 1 on {Rung.ReachedNeeded} of 7 {days} (at least {Rung.KnownNeeded} known) is a watch; grade 2 or 3 so often this week and in one of the two before, a flag or strong. ")
        + FormattableString.Invariant($"It stands until {Gate.CleanToClear} of at least {Gate.KnownToClear} known {days} of the last 14 are clean; with fewer than {Gate.KnownToStand} known of the last 28 nothing can be told.");

    [GeneratedRegex("^R[0-9]+$")]
    private static partial Regex Pattern();
}
