using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The row of a <see cref="Chunk"/> in <c>readings</c>. Written by ReadingTable, only merged into.</summary>
public sealed class StoredChunk
{
    public required Guid WearerId { get; init; }

    public required Metric Metric { get; init; }

    public required int SourceId { get; init; }

    public required DateOnly UtcDay { get; init; }

    public required int[] Starts { get; init; }

    public required int[] Lengths { get; init; }

    public required double[] Values { get; init; }

    public int[]? Versions { get; init; }

    public required long Hash { get; init; }
}
