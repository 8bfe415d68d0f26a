namespace KneeTwitch.Pipeline.Storage;

/// <summary>
/// What a UTC day's readings were when they were summarized last: if count, hash sum and recipe are the same now, there is nothing to do.
/// Written by Summarizing.
/// </summary>
public sealed class SummarizedDay
{
    public required Guid WearerId { get; init; }

    public required DateOnly UtcDay { get; init; }

    public required int Chunks { get; init; }

    public required long HashSum { get; init; }

    /// <summary>Hash of everything else the days around are made from: zones near this day, ranks and kinds of its sources, the version of the summarizer.</summary>
    public required long Recipe { get; init; }
}
