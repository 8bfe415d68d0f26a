using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;

namespace KneeTwitch.Pipeline.Ingesting;

/// <summary>Merges a batch of the diary's readings and entries and, with the last one of an import, says which days it touched.</summary>
public sealed class StoreDiaryConsumer(ReadingTable table, WearerDatabase database) : IConsumer<DiaryRead>
{
    public async Task Consume(ConsumeContext<DiaryRead> context)
    {
        var batch = context.Message;
        await table.MergeAsync(batch.WearerId, batch.ImportId, batch.Attempt, batch.Batch, batch.Chunks, batch.Entries, context.CancellationToken);
        await context.AnnounceIfReachedAsync(database, batch.WearerId, batch.ImportId);
    }
}
