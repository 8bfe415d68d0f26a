namespace KneeTwitch.Pipeline.Messages;

/// <summary>A factor's level rose to a flag or above, on a day. Said by Analyzing, heard by Alerting, which looks the whole story up in the assessments: order does not matter.</summary>
public sealed record RiskRaised
{
    public required Guid WearerId { get; init; }

    /// <summary>The factor's id, such as R05.</summary>
    public required string Factor { get; init; }

    public required DateOnly Day { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }
}
