using System.Text.Json.Serialization;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Messages;

/// <summary>
/// A reader got a batch of symptoms, check-ins and entries of a diary out of an export. Said by Importing, heard by Ingesting.
/// May arrive twice and in any order: storing is a union.
/// </summary>
public sealed record DiaryRead : IReadingsRead
{
    public required Guid ImportId { get; init; }

    public required int Attempt { get; init; }

    public required int Batch { get; init; }

    public required Guid WearerId { get; init; }

    [JsonConverter(typeof(PackedChunksConverter))]
    public required IReadOnlyList<Chunk> Chunks { get; init; }

    /// <summary>What is no reading: twitches, medicines, notes.</summary>
    [JsonConverter(typeof(DiaryEntriesConverter))]
    public IReadOnlyList<DiaryEntry> Entries { get; init; } = [];
}
