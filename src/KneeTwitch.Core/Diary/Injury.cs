namespace KneeTwitch.Core.Diary;

/// <summary>An injury or strain of a leg, from its entry's day on [risk-factors R12].</summary>
public sealed record Injury : DiaryFact
{
    public Side? Side { get; init; }

    public string? Place { get; init; }

    /// <summary>In the wearer's words.</summary>
    public string? Name { get; init; }

    /// <summary>The first day on which it was over; null while it is open.</summary>
    public DateOnly? HealedOn { get; init; }
}
