namespace KneeTwitch.Core.Diary;

/// <summary>A dose of a medicine or supplement that was taken, or skipped.</summary>
public sealed record Dose : DiaryFact
{
    public required string Name { get; init; }

    public string? Atc { get; init; }

    public double? Amount { get; init; }

    public string? Unit { get; init; }

    /// <summary>The app had it planned and the wearer said it was not taken.</summary>
    public bool IsSkipped { get; init; }
}
