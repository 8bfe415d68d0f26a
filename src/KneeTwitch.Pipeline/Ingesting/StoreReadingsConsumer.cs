using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;

namespace KneeTwitch.Pipeline.Ingesting;

/// <summary>Merges a batch of chunks into the readings and, with the last one of an import, says which days it touched. One queue a family, one way of storing.</summary>
public sealed class StoreReadingsConsumer<TRead>(ReadingTable table, WearerDatabase database) : IConsumer<TRead>
    where TRead : class, IReadingsRead
{
    public async Task Consume(ConsumeContext<TRead> context)
    {
        var batch = context.Message;
        await table.MergeAsync(batch.WearerId, batch.ImportId, batch.Attempt, batch.Batch, batch.Chunks, context.CancellationToken);
        await context.AnnounceIfReachedAsync(database, batch.WearerId, batch.ImportId);
    }
}
