namespace KneeTwitch.Pipeline.Storage;

/// <summary>One run over a stored export, from which a crashed one is resumed. Written by Importing.</summary>
public sealed class Import
{
    public required Guid WearerId { get; init; }

    public required Guid ImportId { get; init; }

    /// <summary>SHA-256 of the stored export, lower-case hex; also its place in the store.</summary>
    public required string FileHash { get; init; }

    /// <summary>The name the wearer's file had.</summary>
    public required string FileName { get; init; }

    public required long TotalBytes { get; init; }

    public required ImportState State { get; set; }

    public required DateTimeOffset AcceptedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Until when a process has promised to be at work on it; past that, another one may take over.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Which run over the file this is; grows with every resume.</summary>
    public int Attempt { get; set; }

    public string? Format { get; set; }

    /// <summary>A zone given with the file, for local times without offset; null for the wearer's own.</summary>
    public string? Zone { get; init; }

    /// <summary>Whom to read in a file of many people, by the vendor's id; null where nobody was named.</summary>
    public string? Person { get; init; }

    public long ReadBytes { get; set; }

    /// <summary>Readings found, repetitions inside the file not counted.</summary>
    public long Readings { get; set; }

    /// <summary>Batches the last attempt published; null while it reads.</summary>
    public int? Batches { get; set; }

    public long Rejected { get; set; }

    public List<StoredReject> Rejects { get; set; } = [];

    /// <summary>Why it failed, in a sentence for the wearer.</summary>
    public string? Error { get; set; }
}
