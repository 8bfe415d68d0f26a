namespace KneeTwitch.Pipeline.Storage;

/// <summary>An import with what is stored of it so far.</summary>
/// <param name="Import">Its row.</param>
/// <param name="StoredBatches">Batches of the present attempt that are stored.</param>
/// <param name="New">Readings that were not known before, over all attempts.</param>
/// <param name="StoredReadings">Readings of the present attempt that are stored, new or known.</param>
public sealed record ImportStanding(Import Import, int StoredBatches, long New, long StoredReadings)
{
    /// <summary>Readings that were stored already.</summary>
    public long Known => Math.Max(0, StoredReadings - New);
}
