namespace KneeTwitch.Core.Risks;

/// <summary>A factor's judgement of one day, as the ledger keeps it.</summary>
public sealed record Assessment
{
    /// <summary>The factor's id, such as R05.</summary>
    public required string Factor { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>0 to 3 from this day's data alone, or null where the day cannot be graded.</summary>
    public int? Grade { get; init; }

    /// <summary>Whether the day counts towards clearing, or null where that is not known.</summary>
    public bool? IsClean { get; init; }

    /// <summary>0 none, 1 watch, 2 flag, 3 strong: what persists, after the gate.</summary>
    public required int Level { get; init; }

    public required Standing Standing { get; init; }

    /// <summary>Since when the pattern is there, for level 1 and up.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Why the level changed on this day: raise, clear, downgrade, stale; null where it did not.</summary>
    public string? Reason { get; init; }

    /// <summary>What would have to be known, in words for the wearer; null where nothing is missing.</summary>
    public string? Missing { get; init; }

    /// <summary>The numbers behind the judgement, by stable snake_case name with unit.</summary>
    public required IReadOnlyDictionary<string, double> Evidence { get; init; }

    /// <summary>Version of the rule that judged.</summary>
    public required string RuleVersion { get; init; }
}
