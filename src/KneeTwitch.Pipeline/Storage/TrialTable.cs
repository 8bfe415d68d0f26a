using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Trials;
using Microsoft.EntityFrameworkCore;

namespace KneeTwitch.Pipeline.Storage;

/// <summary>The only writer of <c>trials</c>. A trial is kept as drawn; only its early end is ever added. One at a time, under the wearer's lock.</summary>
public sealed class TrialTable(WearerDatabase database, DayTable dayTable, DiaryTable diaryTable, WearerLoader wearers, TimeProvider clock)
{
    /// <summary>Keeps a plan.</summary>
    /// <param name="wearerId">Whose.</param>
    /// <param name="plan">Drawn, not begun.</param>
    /// <param name="cancel">Stops it with nothing kept.</param>
    /// <exception cref="TrialRefusedException">Another one is not over, or something speaks against this one.</exception>
    public async Task StartAsync(Guid wearerId, TrialPlan plan, CancellationToken cancel)
    {
        var strategy = Strategies.Find(plan.Strategy) ?? throw new TrialRefusedException($"There is no strategy \"{plan.Strategy}\".");
        var history = await HistoryAsync(wearerId, cancel);
        var today = Today(history);
        if (TrialLimits.WhyNot(history, strategy, today, plan.Start) is { } reason)
        {
            throw new TrialRefusedException(reason);
        }

        await using var db = database.Open(wearerId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WearerLock.TakeAsync(db, wearerId, cancel);
        if (await NewestAsync(db, wearerId, cancel) is { Stopped: null } other && PlanOf(other).End > today)
        {
            throw new TrialRefusedException($"The trial of {other.Strategy} goes on until {PlanOf(other).End.AddDays(-1):yyyy-MM-dd}; one at a time. kneetwitch trial stop ends it.");
        }

        db.Trials.Add(new StoredTrial
        {
            WearerId = wearerId,
            TrialId = Guid.CreateVersion7(clock.GetUtcNow()),
            Strategy = plan.Strategy,
            Start = plan.Start,
            Seed = plan.Seed,
            Weeks = [.. plan.Weeks],
            DropDays = plan.DropDays,
            DrawnAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>Ends the trial that is not over; today no longer belongs to it.</summary>
    /// <exception cref="TrialRefusedException">There is none.</exception>
    public async Task<TrialStanding> StopAsync(Guid wearerId, CancellationToken cancel)
    {
        var history = await HistoryAsync(wearerId, cancel);
        var today = Today(history);
        await using var db = database.Open(wearerId);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await WearerLock.TakeAsync(db, wearerId, cancel);
        if (await NewestAsync(db, wearerId, cancel) is not { Stopped: null } trial || PlanOf(trial).End <= today)
        {
            throw new TrialRefusedException("No trial is under way.");
        }

        trial.Stopped = today;
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return Standing(trial, history, today);
    }

    /// <summary>The newest trial, or null where there was none.</summary>
    public async Task<TrialStanding?> FindAsync(Guid wearerId, CancellationToken cancel)
    {
        await using var db = database.Open(wearerId);
        return await NewestAsync(db, wearerId, cancel) is { } trial && await HistoryAsync(wearerId, cancel) is var history
            ? Standing(trial, history, Today(history))
            : null;
    }

    /// <summary>Keeps in the diary whether the strategy of the newest trial was followed on a day, today where none is given.</summary>
    /// <returns>The strategy and the day.</returns>
    /// <exception cref="TrialRefusedException">There is no trial, or the day does not belong to it or is still to come.</exception>
    public async Task<(string Strategy, DateOnly Day)> LogAsync(Guid wearerId, DateOnly? on, bool isKept, CancellationToken cancel)
    {
        var trial = await FindAsync(wearerId, cancel) ?? throw new TrialRefusedException("There is no trial yet. kneetwitch trial start begins one.");
        var day = on ?? trial.Today;
        if (day > trial.Today || day >= trial.Stopped || trial.Plan.IsOn(day) is null)
        {
            throw new TrialRefusedException($"{day:yyyy-MM-dd} is no day of the trial that has come ({trial.Plan.Start:yyyy-MM-dd} to {(trial.Stopped ?? trial.Plan.End).AddDays(-1):yyyy-MM-dd}).");
        }

        await diaryTable.MergeAsync(wearerId, [TrialAdherence.Entry(trial.Plan.Strategy, day, isKept, clock.GetUtcNow())], cancel);
        return (trial.Plan.Strategy, day);
    }

    /// <summary>The wearer's day now.</summary>
    public async Task<DateOnly> TodayAsync(Guid wearerId, CancellationToken cancel) => (await wearers.LoadAsync(wearerId, cancel)).Zones.DayOf(clock.GetUtcNow());

    private static Task<StoredTrial?> NewestAsync(KneeTwitchDb db, Guid wearerId, CancellationToken cancel) =>
        db.Trials.Where(row => row.WearerId == wearerId).OrderByDescending(row => row.DrawnAt).ThenByDescending(row => row.TrialId).FirstOrDefaultAsync(cancel);

    private static TrialPlan PlanOf(StoredTrial row) => new() { Strategy = row.Strategy, Start = row.Start, Seed = row.Seed, Weeks = row.Weeks, DropDays = row.DropDays };

    private static TrialStanding Standing(StoredTrial row, History history, DateOnly today) =>
        TrialStanding.Of(PlanOf(row), row.Stopped, today, day => history[history.IndexOf(day)]?[Metric.KneeTwitchEpisodes] is { } episodes ? episodes > 0 : null, day => TrialAdherence.On(history.Diary, row.Strategy, day));

    private DateOnly Today(History history) => history.Wearer.Zones.DayOf(clock.GetUtcNow());

    private async Task<History> HistoryAsync(Guid wearerId, CancellationToken cancel)
    {
        var wearer = await wearers.LoadAsync(wearerId, cancel);
        var today = wearer.Zones.DayOf(clock.GetUtcNow());
        var days = await dayTable.LoadAsync(wearerId, null, today, cancel);
        return new History(wearer, days.Count > 0 ? days : [new DaySummary { Day = today, Values = [] }], today, await diaryTable.LoadAsync(wearerId, wearer.Zones, cancel));
    }
}
