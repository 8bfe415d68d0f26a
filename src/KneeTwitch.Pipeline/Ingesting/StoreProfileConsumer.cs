using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;

namespace KneeTwitch.Pipeline.Ingesting;

/// <summary>Keeps what an export says of the wearer as evidence; it counts as a batch of its import like any other.</summary>
public sealed class StoreProfileConsumer(WearerDatabase database, WearerTable wearers) : IConsumer<ProfileRead>
{
    private const string Sql =
        """
        insert into wearer_facts (wearer_id, kind, at, value)
        select $1, kind, at, value from unnest($2::text[], $3::timestamptz[], $4::text[]) as said (kind, at, value)
        order by kind, at, value
        on conflict do nothing
        """;

    public async Task Consume(ConsumeContext<ProfileRead> context)
    {
        var (batch, cancel) = (context.Message, context.CancellationToken);
        await StoreAsync(batch, cancel);
        await wearers.RefreshCurrentZoneAsync(batch.WearerId, cancel);
        await context.AnnounceIfReachedAsync(database, batch.WearerId, batch.ImportId);
    }

    private async Task StoreAsync(ProfileRead batch, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(batch.WearerId, cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await using var command = connection.Command(
            Sql,
            batch.WearerId,
            batch.Facts.Select(fact => fact.Kind).ToArray(),
            batch.Facts.Select(fact => fact.At.ToUniversalTime()).ToArray(),
            batch.Facts.Select(fact => fact.Value).ToArray());
        await command.ExecuteNonQueryAsync(cancel);
        await new StoredBatch(batch.WearerId, batch.ImportId, batch.Attempt, batch.Batch).NoteAsync(connection, [], [], 0, cancel);
        await transaction.CommitAsync(cancel);
    }
}
