using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace KneeTwitch.Pipeline.Analyzing;

/// <summary>Judges a wearer's days, keeps the ledger, and says which factors rose or fell.</summary>
public sealed class AnalyzeConsumer(WearerDatabase database, WearerLoader wearers, TimeProvider clock) : IConsumer<AnalysisDue>
{
    public async Task Consume(ConsumeContext<AnalysisDue> context)
    {
        var (due, cancel) = (context.Message, context.CancellationToken);
        var wearer = await wearers.LoadAsync(due.WearerId, cancel);
        var now = clock.GetUtcNow();
        var morning = Morning.LastJudgedDay(now, wearer.Zones.ZoneAt(now));
        var through = due.Through is { } asked && asked < morning ? asked : morning;

        var changes = await JudgeAsync(wearer.Id, through, now, cancel);

        // A crash before these are said loses nothing: AnalysisDone alone makes Alerting look at the whole ledger.
        foreach (var change in changes.Where(change => Math.Max(change.From, change.To) >= 2))
        {
            await SayAsync(context, wearer.Id, change);
        }

        await context.Publish(new AnalysisDone { WearerId = wearer.Id, Through = through, ImportId = due.ImportId }, cancel);
    }

    /// <summary>
    /// The whole history is judged anew, so the result is a full replay by construction; only what differs is written. Under the wearer's
    /// lock, because two analyses of one wearer would write each other's rows.
    /// </summary>
    private async Task<IReadOnlyList<LevelChange>> JudgeAsync(Guid wearerId, DateOnly through, DateTimeOffset now, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WearerLock.TakeAsync(db, wearerId, cancel);
        var wearer = await WearerLoader.LoadAsync(db, wearerId, cancel);
        var analyzed = await db.AnalyzedWearers.FindAsync([wearerId], cancel);
        through = analyzed is not null && analyzed.Through > through ? analyzed.Through : through; // A late message must not undo a later morning.
        var days = await DayTable.LoadAsync(db, wearerId, null, through, cancel);
        var diary = await DiaryTable.LoadAsync((NpgsqlConnection)db.Database.GetDbConnection(), wearerId, wearer.Zones, DateOnly.MinValue, DateOnly.MaxValue, cancel);
        if (days.Count == 0 && !(diary.FirstAnswered <= through))
        {
            return [];
        }

        var history = new History(wearer, days, through, diary);
        var judged = Analysis.Run(history);
        var known = (await LedgerTable.LoadAsync(db, cancel)).ToDictionary(row => (row.Factor, row.Day));
        var changed = judged.Where(row => !known.TryGetValue((row.Factor, row.Day), out var before) || !LedgerTable.AreSame(row, before)).ToList();
        await LedgerTable.SaveAsync(
            (NpgsqlConnection)db.Database.GetDbConnection(), wearerId, changed, (history.First, through), now, cancel);
        await transaction.CommitAsync(cancel);
        var touched = changed.Select(row => (row.Factor, row.Day)).ToHashSet();
        return [.. LevelChange.Of(judged).Where(change => touched.Contains((change.Factor, change.Day)))];
    }

    private static Task SayAsync(ConsumeContext context, Guid wearerId, LevelChange change) =>
        change.To > change.From
            ? context.Publish(new RiskRaised { WearerId = wearerId, Factor = change.Factor, Day = change.Day, From = change.From, To = change.To }, context.CancellationToken)
            : context.Publish(new RiskCleared { WearerId = wearerId, Factor = change.Factor, Day = change.Day, From = change.From, To = change.To }, context.CancellationToken);
}
