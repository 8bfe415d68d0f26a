using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>A source and the number its readings carry. Written by Ingesting.</summary>
public sealed class SourceEntry
{
    public required Guid WearerId { get; init; }

    public int SourceId { get; init; }

    public required string Name { get; init; }

    public required SourceKind Kind { get; set; }
}
