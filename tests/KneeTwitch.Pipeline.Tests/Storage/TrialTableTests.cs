using KneeTwitch.Core.Trials;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class TrialTableTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    // Sunday, already Monday in Berlin.
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 2, 28, 23, 30, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private TrialTable Table => new(fresh.Database, new DayTable(fresh.Database), new DiaryTable(fresh.Database), new WearerLoader(fresh.Database), clock);

    [Fact]
    public async Task A_trial_is_kept_as_it_was_drawn()
    {
        var wearer = await fresh.AddWearerAsync();
        var plan = TrialPlan.Draw("S7", Monday, 6, seed: 17, dropDays: 2);

        await Table.StartAsync(wearer, plan, Cancel);

        var kept = (await Table.FindAsync(wearer, Cancel))?.Plan;
        Assert.Equal((plan.Strategy, plan.Start, plan.Seed, plan.DropDays), (kept?.Strategy, kept?.Start, kept?.Seed, kept?.DropDays));
        Assert.Equal(plan.Weeks, kept?.Weeks);
    }

    [Fact]
    public async Task The_order_cannot_be_kept_on_or_after_the_first_day()
    {
        var wearer = await fresh.AddWearerAsync();

        var refused = await Assert.ThrowsAsync<TrialRefusedException>(() => Table.StartAsync(wearer, TrialPlan.Draw("S7", Monday.AddDays(-1), 5, seed: 1), Cancel));

        Assert.Contains("tomorrow at the earliest", refused.Message, StringComparison.Ordinal);
        Assert.Null(await Table.FindAsync(wearer, Cancel));
    }

    [Fact]
    public async Task There_is_one_trial_at_a_time_even_if_two_are_started_at_once()
    {
        var wearer = await fresh.AddWearerAsync();

        var started = await Task.WhenAll(Enumerable.Range(0, 4).Select(async seed =>
        {
            try
            {
                await Table.StartAsync(wearer, TrialPlan.Draw("S7", Monday, 5, seed), Cancel);
                return 1;
            }
            catch (TrialRefusedException)
            {
                return 0;
            }
        }));

        Assert.Equal(1, started.Sum());
    }

    [Fact]
    public async Task A_stopped_trial_makes_room_for_another_and_is_not_stopped_twice()
    {
        var wearer = await fresh.AddWearerAsync();
        await Table.StartAsync(wearer, TrialPlan.Draw("S7", Monday, 5, seed: 1), Cancel);
        clock.Advance(TimeSpan.FromDays(10));

        var stopped = await Table.StopAsync(wearer, Cancel);

        Assert.Equal((TrialPhase.Stopped, Monday.AddDays(9)), (stopped.Phase, stopped.Stopped));
        await Assert.ThrowsAsync<TrialRefusedException>(() => Table.StopAsync(wearer, Cancel));
        await Table.StartAsync(wearer, TrialPlan.Draw("S1", Monday.AddDays(14), 5, seed: 2), Cancel);
        Assert.Equal("S1", (await Table.FindAsync(wearer, Cancel))?.Plan.Strategy);
    }

    [Fact]
    public async Task A_trial_that_is_over_makes_room_by_itself()
    {
        var wearer = await fresh.AddWearerAsync();
        await Table.StartAsync(wearer, TrialPlan.Draw("S7", Monday, 1, seed: 1), Cancel);
        clock.Advance(TimeSpan.FromDays(15));

        Assert.Equal(TrialPhase.Over, (await Table.FindAsync(wearer, Cancel))?.Phase);
        await Table.StartAsync(wearer, TrialPlan.Draw("S1", Monday.AddDays(21), 5, seed: 2), Cancel);
    }

    [Fact]
    public async Task Following_it_is_an_entry_of_the_diary_and_shown_by_week()
    {
        var wearer = await fresh.AddWearerAsync();
        await Table.StartAsync(wearer, TrialPlan.Draw("S7", Monday, 1, seed: 1), Cancel);
        clock.Advance(TimeSpan.FromDays(3));

        await Table.LogAsync(wearer, null, isKept: true, Cancel);
        await Table.LogAsync(wearer, Monday, isKept: true, Cancel);
        clock.Advance(TimeSpan.FromMinutes(1));
        await Table.LogAsync(wearer, Monday, isKept: false, Cancel);

        Assert.Equal((2, 1), (await Table.FindAsync(wearer, Cancel))?.Kept[0]);
        await using var db = fresh.Database.Open(wearer);
        Assert.Equal(2, await db.Diary.CountAsync(Cancel));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(14)]
    [InlineData(5)]
    public async Task A_day_that_is_not_of_the_trial_or_has_not_come_cannot_be_logged(int day)
    {
        var wearer = await fresh.AddWearerAsync();
        await Table.StartAsync(wearer, TrialPlan.Draw("S7", Monday, 1, seed: 1), Cancel);
        clock.Advance(TimeSpan.FromDays(3));

        await Assert.ThrowsAsync<TrialRefusedException>(() => Table.LogAsync(wearer, Monday.AddDays(day), isKept: true, Cancel));
    }

    [Fact]
    public async Task Nobody_else_sees_it()
    {
        var (anna, ben) = (await fresh.AddWearerAsync(), await fresh.AddWearerAsync());
        await Table.StartAsync(anna, TrialPlan.Draw("S7", Monday, 5, seed: 1), Cancel);

        await using var db = fresh.Database.Open(ben);

        Assert.Empty(await db.Trials.ToListAsync(Cancel));
        Assert.Null(await Table.FindAsync(ben, Cancel));
    }
}
