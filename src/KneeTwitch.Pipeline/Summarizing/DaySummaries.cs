using KneeTwitch.Core.Days;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KneeTwitch.Pipeline.Summarizing;

/// <summary>
/// Keeps <c>days</c> true to <c>readings</c> and <c>diary</c>. What has to be computed is found by comparing state (how many chunks and entries a
/// UTC day has, the sum of their hashes, the recipe) with what it was when the day was summarized last, so a lost, repeated or late message does no harm.
/// </summary>
public sealed class DaySummaries(WearerDatabase database)
{
    /// <summary>Civil days computed from one load of readings: bounds memory however long a history is.</summary>
    private const int DaysAtOnce = 92;

    /// <summary>Brings a wearer's days up to date with the readings.</summary>
    /// <param name="wearerId">Whose days.</param>
    /// <param name="cancel">Stops between spans; nothing is saved then.</param>
    /// <returns>How many UTC days had changed.</returns>
    public async Task<int> RefreshAsync(Guid wearerId, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WearerLock.TakeAsync(db, wearerId, cancel);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var wearer = await WearerLoader.LoadAsync(db, wearerId, cancel);
        var trust = await WearerLoader.LoadTrustAsync(db, wearerId, cancel);
        var stale = await StaleDays.FindAsync(connection, wearerId, new Recipe(wearer), cancel);

        foreach (var (from, to) in Spans.Of(stale.Select(day => day.UtcDay), DaysAtOnce))
        {
            var (firstUtc, lastUtc) = DaySummarizer.UtcDaysNeeded(from, to);
            var chunks = await ChunkQueries.LoadAsync(connection, wearerId, firstUtc, lastUtc, cancel);
            var diary = await DiaryTable.LoadAsync(connection, wearerId, wearer.Zones, firstUtc, lastUtc, cancel);
            await DayTable.SaveAsync(connection, wearerId, from, to, DaySummarizer.Summarize(wearer, trust, chunks, from, to, diary), cancel);
        }

        await StaleDays.RememberAsync(connection, wearerId, stale, cancel);
        await transaction.CommitAsync(cancel);
        return stale.Count;
    }
}
