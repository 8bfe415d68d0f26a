using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;

namespace KneeTwitch.Pipeline.Ingesting;

/// <summary>Announces the days of an import whose last batch is stored.</summary>
internal static class ImportEnd
{
    /// <summary>
    /// All days, not only those that changed: if we die between the merge and the announcement, the redelivered batch changes nothing and
    /// its days would never be announced. Two workers may both announce; that is harmless.
    /// </summary>
    internal static async Task AnnounceIfReachedAsync(this ConsumeContext context, WearerDatabase database, Guid wearerId, Guid importId)
    {
        IReadOnlyList<DateOnly>? days;
        await using (var connection = await database.ConnectAsync(wearerId, context.CancellationToken))
        {
            days = await ImportProgress.CompletedDaysAsync(connection, wearerId, importId, context.CancellationToken);
        }

        if (days is not null)
        {
            await context.Publish(new DaysChanged { WearerId = wearerId, UtcDays = days, ImportId = importId }, context.CancellationToken);
        }
    }
}
