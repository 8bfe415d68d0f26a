namespace KneeTwitch.Core.Risks;

/// <summary>What a rule on facts says of one day by itself, before it is put together with others.</summary>
internal sealed record FactDay
{
    /// <summary>0 nothing, 1 watch, 2 flag, 3 strong; null where too little is known to say.</summary>
    public required int? Level { get; init; }

    public Tier Tier { get; init; }

    /// <summary>Index of the day on which it began.</summary>
    public int? Since { get; init; }

    public string? Missing { get; init; }

    public bool IsStale { get; init; }

    public IReadOnlyDictionary<string, double> Evidence { get; init; } = Risks.Evidence.None;

    public bool IsFlag => Level >= 2;

    public static FactDay NotKnown(string missing, bool isStale = false, IReadOnlyDictionary<string, double>? evidence = null) =>
        new() { Level = null, Missing = missing, IsStale = isStale, Evidence = evidence ?? Risks.Evidence.None };

    /// <param name="day">Index of the day.</param>
    /// <param name="tier">The tier after all that was found; the level follows it.</param>
    public DayGrade Grade(int day, Tier tier) => new()
    {
        AtOnce = Level is { } level ? Math.Max(level, level >= 2 ? Tiers.LevelOf(tier) : 0) : null,
        AtOnceDaysAgo = Since is { } since ? day - since : null,
        Missing = Missing,
        IsStale = IsStale,
        Evidence = tier == Tier.None ? Evidence : Risks.Evidence.Join(Evidence, (Tiers.Name, (double)tier)),
    };

    public DayGrade Grade(int day) => Grade(day, Tier);
}
