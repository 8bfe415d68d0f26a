namespace KneeTwitch.Pipeline.Storage;

/// <summary>A zone the wearer said they live in from an instant on. Written by WearerTable.</summary>
public sealed class ZoneEntry
{
    public required Guid WearerId { get; init; }

    public required DateTimeOffset FromUtc { get; init; }

    public required string ZoneId { get; set; }
}
