using KneeTwitch.Core.Days;

namespace KneeTwitch.Core.Risks;

/// <summary>One row of the list of all rules: a rule with the words that go with it.</summary>
public sealed record RiskFactor
{
    /// <summary>R01 to R12, C13 to C15, RF0 to RF5.</summary>
    public required string Id { get; init; }

    /// <summary>Stable lower-case key, such as sleep-length.</summary>
    public required string Key { get; init; }

    /// <summary>Name for people.</summary>
    public required string Name { get; init; }

    /// <summary>Changes whenever a threshold, floor or window changes.</summary>
    public required string Version { get; init; }

    /// <summary>What the rule looks at, in one sentence for people.</summary>
    public required string Looks { get; init; }

    /// <summary>The thresholds in words, made of the numbers the rule computes with, so that the two cannot drift apart.</summary>
    public required string Formula { get; init; }

    /// <summary>How sure it is that the factor matters for twitching: A controlled human data, B clinical series or guideline, C neighbouring symptom or label, N none found.</summary>
    public required string EvidenceTag { get; init; }

    /// <summary>What the rule's numbers rest on, with the tags of the references.</summary>
    public required string Basis { get; init; }

    /// <summary>
    /// How what the rule looks at is observed: D direct measurement, P proxy, S what the wearer says; several with a slash. S unless a rule says
    /// otherwise, because most of what only some rules need is written down by the wearer [risk factors 3].
    /// </summary>
    public string Quality { get; init; } = "S";

    /// <summary>What the rule cannot know, in a sentence for people.</summary>
    public required string CannotSee { get; init; }

    /// <summary>Relief strategies that fit, S1 to S8.</summary>
    public required IReadOnlyList<string> Advice { get; init; }

    /// <summary>The day grade: history, index of the day to judge, index of the day whose baseline counts (earlier while frozen).</summary>
    public required Func<History, int, int, DayGrade> Grade { get; init; }

    /// <summary>True where the rule compares with the wearer's own usual, so that its baseline freezes while a flag stands.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>The mean of a block's measures must be below these for the block to count at grade 1, 2, 3; null without such a condition.</summary>
    public Func<History, IReadOnlyList<double>>? BlockMeanBelow { get; init; }

    /// <summary>Index of the first day on which anything the rule could use was seen; null where there is none.</summary>
    public required Func<History, int?> FirstSeen { get; init; }

    /// <summary>What the rule counts, for "3 of 5 nights this week".</summary>
    public string Counts { get; init; } = "days";

    /// <summary>The wording of the evidence for people, from an assessment's numbers; follows the wording rules of the science, section 9.</summary>
    public required Func<Assessment, string> Says { get; init; }

    /// <summary>
    /// True where the grade already is a test of several weeks: a level then stands as soon as the grade supports it, and until the day is clean,
    /// or ungraded for more than two weeks.
    /// </summary>
    public bool JudgesWindows { get; init; }

    /// <summary>
    /// True where no pattern of days is counted: what the wearer wrote down holds at once, and as long as the rule says [risk factors 5, 6].
    /// </summary>
    public bool JudgesFacts { get; init; }

    /// <summary>True where its alert stays open until the wearer has seen it, whatever the data say later.</summary>
    public bool StaysUntilSeen { get; init; }

    /// <summary>Which of the three kinds of rules it is, as its id says.</summary>
    public RuleKind Kind => Id.StartsWith("RF", StringComparison.Ordinal) ? RuleKind.RedFlag : Id.StartsWith('C') ? RuleKind.Context : RuleKind.Pattern;

    /// <summary>The strategies that fit what was seen; none where the numbers say that advice is withheld.</summary>
    /// <param name="evidence">Of an assessment or an alert.</param>
    public IReadOnlyList<string> AdviceFor(IReadOnlyDictionary<string, double> evidence) => evidence.ContainsKey(GateNumbers.AdviceWithheld) ? [] : Advice;

    /// <summary>Whether anything the rule could use was ever seen in this history.</summary>
    public bool CanBeSeen(History history) => FirstSeen(history) is not null;
}
