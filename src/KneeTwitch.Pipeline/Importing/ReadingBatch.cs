using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Chunks of one family, few enough for one message.</summary>
internal sealed record ReadingBatch(Family Family, IReadOnlyList<Chunk> Chunks)
{
    internal int Readings => Chunks.Sum(chunk => chunk.Count);
}
