using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Messages;

/// <summary>What the *Read contracts have in common, so that one consumer class can store them all. Not a contract: nobody subscribes to it.</summary>
public interface IReadingsRead
{
    /// <summary>The import that read it; its counts are kept by batch, so that a batch that comes twice counts once.</summary>
    Guid ImportId { get; }

    /// <summary>Which run over the file: 1, and more after a crash.</summary>
    int Attempt { get; }

    /// <summary>Number of the batch within the attempt, from 0.</summary>
    int Batch { get; }

    Guid WearerId { get; }

    IReadOnlyList<Chunk> Chunks { get; }
}
