using Npgsql;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The owner's door: sees all wearers. Only for what is about more than one, such as the schedule; everything else takes <see cref="WearerDatabase"/>.</summary>
public sealed class OwnerDatabase(NpgsqlDataSource source)
{
    /// <summary>An open connection that sees all wearers.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken cancel) => await source.OpenConnectionAsync(cancel);
}
