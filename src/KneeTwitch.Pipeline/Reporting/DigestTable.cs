using KneeTwitch.Pipeline.Storage;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>The only writer of <c>digests</c>: a week's mail is claimed before it is sent, so that two who are asked send one.</summary>
public sealed class DigestTable(WearerDatabase database)
{
    /// <summary>So often a mail is tried before it is given up.</summary>
    public const int MostAttempts = 5;

    /// <summary>A claim without a result that is older than this belonged to a process that died: the next attempt is due.</summary>
    public static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(10);

    private const string ClaimSql =
        """
        insert into digests (wearer_id, week_ending, claimed_at, attempts, next_attempt_at) values ($1, $2, $3, 1, $4)
        on conflict (wearer_id, week_ending) do update
            set claimed_at = excluded.claimed_at, attempts = digests.attempts + 1, next_attempt_at = excluded.next_attempt_at
            where digests.sent_at is null and digests.attempts < $5 and digests.next_attempt_at <= excluded.claimed_at
        returning attempts
        """;

    private const string SentSql = "update digests set sent_at = $3, channel = $4, next_attempt_at = null where wearer_id = $1 and week_ending = $2";

    // Only the holder of the claim may say when the next attempt is due.
    private const string FailedSql =
        "update digests set next_attempt_at = $3 where wearer_id = $1 and week_ending = $2 and attempts = $4 and sent_at is null";

    /// <summary>Takes the mail for itself and says which attempt it is; null where it is sent, being sent, not due yet or given up.</summary>
    public async Task<int?> ClaimAsync(Guid wearerId, DateOnly weekEnding, DateTimeOffset now, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(wearerId, cancel);
        await using var command = connection.Command(ClaimSql, [wearerId, weekEnding, now, now + ClaimLasts, MostAttempts]);
        return await command.ExecuteScalarAsync(cancel) as int?;
    }

    /// <summary>The mail is out.</summary>
    public Task SentAsync(Guid wearerId, DateOnly weekEnding, DateTimeOffset now, string channel, CancellationToken cancel) =>
        UpdateAsync(SentSql, wearerId, [wearerId, weekEnding, now, channel], cancel);

    /// <summary>The attempt failed; the next one is due after a delay that grows, or never.</summary>
    public Task FailedAsync(Guid wearerId, DateOnly weekEnding, int attempt, DateTimeOffset now, CancellationToken cancel) =>
        UpdateAsync(FailedSql, wearerId, [wearerId, weekEnding, attempt < MostAttempts ? now + Delay(attempt) : DBNull.Value, attempt], cancel);

    /// <summary>How long after a failed attempt the next one waits: 15 minutes, then twice as long each time.</summary>
    internal static TimeSpan Delay(int attempt) => TimeSpan.FromMinutes(15 * Math.Pow(2, attempt - 1));

    private async Task UpdateAsync(string sql, Guid wearerId, object[] values, CancellationToken cancel)
    {
        await using var connection = await database.ConnectAsync(wearerId, cancel);
        await using var command = connection.Command(sql, values);
        await command.ExecuteNonQueryAsync(cancel);
    }
}
