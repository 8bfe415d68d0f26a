using KneeTwitch.Core.Diary;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The row of a <see cref="DiaryEntry"/> in <c>diary</c>. Written by DiaryTable, only merged into.</summary>
public sealed class StoredDiaryEntry
{
    public required Guid WearerId { get; init; }

    public required string Key { get; init; }

    public required int SourceId { get; init; }

    public DateTimeOffset? At { get; init; }

    public DateOnly? Day { get; init; }

    public PartOfDay? Part { get; init; }

    /// <summary>Under which it is summarized; null for a deletion, which thereby leaves the day it was on.</summary>
    public DateOnly? UtcDay { get; init; }

    public required DateTimeOffset Said { get; init; }

    /// <summary>The fact as <see cref="DiaryJson"/>; null for a deletion.</summary>
    public string? What { get; init; }

    public required long Hash { get; init; }
}
