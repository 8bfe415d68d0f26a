namespace KneeTwitch.Pipeline.Messages;

/// <summary>Every day up to one is judged. Said by Analyzing after the raises and clears it found, heard by Alerting.</summary>
public sealed record AnalysisDone
{
    public required Guid WearerId { get; init; }

    /// <summary>The last day that was judged; null where there was no day at all.</summary>
    public DateOnly? Through { get; init; }

    public Guid? ImportId { get; init; }
}
