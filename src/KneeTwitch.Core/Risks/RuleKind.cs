namespace KneeTwitch.Core.Risks;

/// <summary>What kind of rule one is.</summary>
public enum RuleKind
{
    /// <summary>R01 to R12: persistent patterns, which share the limits on notifications.</summary>
    Pattern,

    /// <summary>C13 to C15: facts the wearer wrote down.</summary>
    Context,

    /// <summary>RF0 to RF5: reasons to talk to somebody. At every age, told at once, never snoozed.</summary>
    RedFlag,
}
