using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Diary;

/// <summary>Another symptom than twitching, as the wearer or their app names it.</summary>
public sealed record Symptom : DiaryFact
{
    /// <summary>In the wearer's own words and language.</summary>
    public required string Name { get; init; }

    /// <summary>The metric of the Diary family it counts as, where it is one that the product knows.</summary>
    public Metric? Metric { get; init; }

    /// <summary>0 (said to be absent) to 10; null where it was there and how bad was not said.</summary>
    public double? Severity { get; init; }

    public Side? Side { get; init; }

    public string? Place { get; init; }
}
