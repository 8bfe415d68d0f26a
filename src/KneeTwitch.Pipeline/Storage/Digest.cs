namespace KneeTwitch.Pipeline.Storage;

/// <summary>A week's mail, claimed by wearer and week before it is sent, so that it goes out once. Written by Reporting.</summary>
public sealed class Digest
{
    public required Guid WearerId { get; init; }

    public required DateOnly WeekEnding { get; init; }

    public required DateTimeOffset ClaimedAt { get; set; }

    /// <summary>Null while claimed but not yet sent.</summary>
    public DateTimeOffset? SentAt { get; set; }

    public int Attempts { get; set; }

    /// <summary>Not before this instant is another try made; null when none is due.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }

    /// <summary>smtp, or file.</summary>
    public string? Channel { get; set; }
}
