using System.Text.Json.Serialization;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Messages;

/// <summary>
/// A reader got a batch of sleep stages out of an export. Said by Importing, heard by Ingesting.
/// May arrive twice and in any order: storing is a union.
/// </summary>
public sealed record SleepRead : IReadingsRead
{
    public required Guid ImportId { get; init; }

    public required int Attempt { get; init; }

    public required int Batch { get; init; }

    public required Guid WearerId { get; init; }

    [JsonConverter(typeof(PackedChunksConverter))]
    public required IReadOnlyList<Chunk> Chunks { get; init; }
}
