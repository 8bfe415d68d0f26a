namespace KneeTwitch.Pipeline.Storage;

/// <summary>A rise the wearer was told of, or will be: at most two in 14 days. Written by Alerting.</summary>
public sealed class Notification
{
    public required Guid WearerId { get; init; }

    public required string AlertId { get; init; }

    public required int Level { get; init; }

    /// <summary>The day the level rose.</summary>
    public required DateOnly Risen { get; init; }

    /// <summary>The day from which the wearer is told.</summary>
    public required DateOnly Told { get; init; }
}
