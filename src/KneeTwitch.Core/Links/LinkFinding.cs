namespace KneeTwitch.Core.Links;

/// <summary>One factor at one look.</summary>
public sealed record LinkFinding
{
    /// <summary>Id of the rule, such as R05.</summary>
    public required string Factor { get; init; }

    public required LinkClass Class { get; init; }

    /// <summary>What would have to be known, for <see cref="LinkClass.NotEnoughData"/>.</summary>
    public string? Missing { get; init; }

    /// <summary>The matched score, positive where episodes go with more of the factor.</summary>
    public double T { get; init; }

    /// <summary>Adjusted for all factors of the look. For help texts, never for a card.</summary>
    public double P { get; init; } = 1;

    /// <summary>Groups of comparable days that say something.</summary>
    public int Strata { get; init; }

    /// <summary>Days in the top third of the factor, and those of them with an episode.</summary>
    public int ExposedDays { get; init; }

    public int ExposedEpisodes { get; init; }

    public int OtherDays { get; init; }

    public int OtherEpisodes { get; init; }

    /// <summary>Over the strata; null where it cannot be told.</summary>
    public double? OddsRatio { get; init; }

    public double? OddsRatioLow { get; init; }

    public double? OddsRatioHigh { get; init; }
}
