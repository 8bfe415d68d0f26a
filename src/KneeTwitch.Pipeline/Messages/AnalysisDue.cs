namespace KneeTwitch.Pipeline.Messages;

/// <summary>A wearer's days are to be judged. Said by the schedule each morning and by Summarizing after an import, heard by Analyzing.</summary>
public sealed record AnalysisDue
{
    public required Guid WearerId { get; init; }

    /// <summary>The last day to judge; null for the last one that is over on the wearer's clock, or has data.</summary>
    public DateOnly? Through { get; init; }

    public Guid? ImportId { get; init; }
}
