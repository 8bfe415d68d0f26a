namespace KneeTwitch.Pipeline.Storage;

/// <summary>A batch that is stored: counted once however often it comes. Written by Ingesting in the transaction of the merge.</summary>
public sealed class ImportBatch
{
    public required Guid WearerId { get; init; }

    public required Guid ImportId { get; init; }

    public required int Attempt { get; init; }

    public required int Batch { get; init; }

    public required int Readings { get; init; }

    /// <summary>Readings that were not stored before.</summary>
    public required int Added { get; init; }

    public required DateOnly[] UtcDays { get; init; }
}
