namespace KneeTwitch.Core.Diary;

/// <summary>An episode of twitching. What was not said is null; blank is never "no" [risk-factors 3].</summary>
public sealed record Twitch : DiaryFact
{
    public Side? Side { get; init; }

    /// <summary>A word of <see cref="Places.All"/>, or the wearer's own word where none of them fits; null where it was not said.</summary>
    public string? Place { get; init; }

    public string? Muscle { get; init; }

    /// <summary>How long it lasted, 0 to 1440.</summary>
    public double? Minutes { get; init; }

    /// <summary>0 to 10: up to 3 just felt, up to 6 visible, above that the joint moves.</summary>
    public double? Intensity { get; init; }

    /// <summary>Twitches seen in the episode.</summary>
    public int? Count { get; init; }

    /// <summary>At rest, as against while moving.</summary>
    public bool? AtRest { get; init; }

    /// <summary>Within 24 hours after exercise.</summary>
    public bool? AfterExercise { get; init; }

    /// <summary>The muscle was also weak: something else than twitching, and a question of red flag RF2.</summary>
    public bool? IsWeak { get; init; }

    /// <summary>It was also cramped.</summary>
    public bool? IsCramped { get; init; }

    /// <summary>What the wearer thinks went before it, in their words.</summary>
    public IReadOnlyList<string> Triggers { get; init; } = [];
}
