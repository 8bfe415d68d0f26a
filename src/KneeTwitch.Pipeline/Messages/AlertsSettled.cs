namespace KneeTwitch.Pipeline.Messages;

/// <summary>A wearer's alerts are up to date with an analysis. Said by Alerting, heard by Importing, whose import is finished with it.</summary>
public sealed record AlertsSettled
{
    public required Guid WearerId { get; init; }

    public Guid? ImportId { get; init; }
}
