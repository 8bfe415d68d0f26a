namespace KneeTwitch.Pipeline.Storage;

/// <summary>How far a wearer's days are judged. Written by Analyzing.</summary>
public sealed class AnalyzedWearer
{
    public required Guid WearerId { get; init; }

    /// <summary>The last civil day that was judged.</summary>
    public required DateOnly Through { get; set; }

    public required DateTimeOffset At { get; set; }
}
