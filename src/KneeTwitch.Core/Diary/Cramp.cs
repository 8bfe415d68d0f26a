namespace KneeTwitch.Core.Diary;

/// <summary>A cramp or spasm [risk-factors RF5].</summary>
public sealed record Cramp : DiaryFact
{
    public Side? Side { get; init; }

    /// <summary>As for a twitch.</summary>
    public string? Place { get; init; }

    /// <summary>0 to 10.</summary>
    public double? Severity { get; init; }

    public double? Minutes { get; init; }

    /// <summary>It woke the wearer.</summary>
    public bool? WokeUp { get; init; }
}
