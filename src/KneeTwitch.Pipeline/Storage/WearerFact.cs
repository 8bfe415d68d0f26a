namespace KneeTwitch.Pipeline.Storage;

/// <summary>What exports say of the wearer (see Messages.Fact). Written by Ingesting; only evidence, the profile wins.</summary>
public sealed class WearerFact
{
    public required Guid WearerId { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Value { get; init; }
}
