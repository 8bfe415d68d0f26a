using System.Text.Json;
using KneeTwitch.Core.Alerts;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Alerting;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using MassTransit.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Alerting;

public class AlertTableTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateOnly First = new(2026, 3, 1);
    private static readonly DateTimeOffset Now = new(2026, 4, 1, 5, 0, 0, TimeSpan.Zero);
    private readonly AlertTable table = new(fresh.Database);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_flag_in_the_ledger_becomes_a_stored_alert_with_its_evidence()
    {
        var wearerId = await JudgedAsync("0012223");

        await table.SettleAsync(wearerId, Now, null, Cancel);

        var alert = Assert.Single(await table.LoadAsync(wearerId, Cancel));
        Assert.Equal("R05-2026-03-04", alert.Id);
        Assert.Equal((3, AlertState.Open, First.AddDays(6)), (alert.Level, alert.State, alert.LastDay));
        Assert.Equal(6, alert.Evidence["day"]);
        Assert.Equal([(Now, "opened", 2), (Now, "raised", 3)], alert.Changes.Select(change => (change.At, change.What, change.Level)));
    }

    [Fact]
    public async Task Settling_again_and_by_many_at_once_changes_nothing()
    {
        var wearerId = await JudgedAsync("0012223" + "0000" + "22");

        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => table.SettleAsync(wearerId, Now.AddMinutes(i), i % 2 == 0 ? null : "R05", Cancel)));
        var once = await table.LoadAsync(wearerId, Cancel);
        await table.SettleAsync(wearerId, Now.AddDays(1), null, Cancel);

        Assert.Single(once);
        Assert.Equal(JsonSerializer.Serialize(once), JsonSerializer.Serialize(await table.LoadAsync(wearerId, Cancel)));
    }

    [Fact]
    public async Task What_the_wearer_did_is_kept_while_the_flag_goes_on()
    {
        var wearerId = await JudgedAsync("0022");
        await table.SettleAsync(wearerId, Now, null, Cancel);

        var seen = await table.AcknowledgeAsync(wearerId, "R05-2026-03-03", Now.AddHours(1), Cancel);
        await JudgeAsync(wearerId, "00222222");
        await table.SettleAsync(wearerId, Now.AddDays(4), null, Cancel);

        Assert.Equal(AlertState.Acknowledged, seen?.State);
        Assert.Equal(AlertState.Acknowledged, Assert.Single(await table.LoadAsync(wearerId, Cancel)).State);
    }

    [Fact]
    public async Task Snoozing_and_resolving_are_stored_and_what_is_resolved_takes_no_more_orders()
    {
        var wearerId = await JudgedAsync("0022");
        await table.SettleAsync(wearerId, Now, null, Cancel);

        await table.SnoozeAsync(wearerId, "R05-2026-03-03", Now.AddDays(7), Now, Cancel);
        var snoozed = Assert.Single(await table.LoadAsync(wearerId, Cancel));
        await table.ResolveAsync(wearerId, "R05-2026-03-03", Now.AddHours(1), "I know why", Cancel);
        var resolved = Assert.Single(await table.LoadAsync(wearerId, Cancel));

        Assert.Equal((AlertState.Snoozed, Now.AddDays(7)), (snoozed.State, snoozed.SnoozedUntil));
        Assert.Equal(AlertState.Resolved, resolved.State);
        await Assert.ThrowsAsync<AlertResolvedException>(() => table.AcknowledgeAsync(wearerId, "R05-2026-03-03", Now, Cancel));
        Assert.Null(await table.AcknowledgeAsync(wearerId, "R99-2026-03-03", Now, Cancel));
    }

    [Fact]
    public async Task The_wearer_is_told_of_two_patterns_in_a_fortnight_and_of_the_rest_later()
    {
        var wearerId = await JudgedAsync("0222222222222222222222", "R01");
        await JudgeAsync(wearerId, "0022222222222222222222", "R05");
        await JudgeAsync(wearerId, "0002222222222222222222", "R07");

        await table.SettleAsync(wearerId, Now, null, Cancel);

        Assert.Equal(["R01-2026-03-02 03-02", "R05-2026-03-03 03-03", "R07-2026-03-04 03-16"], await ToldAsync(wearerId));
        Assert.Equal(["R07-2026-03-04"], (await table.LoadNewsAsync(wearerId, new DateOnly(2026, 3, 20), Cancel)).Select(row => row.AlertId));
        Assert.Empty(await table.LoadNewsAsync(wearerId, new DateOnly(2026, 4, 1), Cancel));
    }

    [Fact]
    public async Task What_was_told_is_neither_withdrawn_nor_repeated_when_late_data_move_it()
    {
        var wearerId = await JudgedAsync("00222222");
        await table.SettleAsync(wearerId, Now, null, Cancel);

        await JudgeAsync(wearerId, "00002222");
        await table.SettleAsync(wearerId, Now.AddDays(1), null, Cancel);
        var moved = await ToldAsync(wearerId);
        await JudgeAsync(wearerId, "000000000");
        await table.SettleAsync(wearerId, Now.AddDays(2), null, Cancel);

        Assert.Equal(["R05-2026-03-03 03-03"], moved);
        Assert.Equal(moved, await ToldAsync(wearerId));
    }

    [Fact]
    public async Task A_notification_that_still_waits_goes_when_its_flag_does()
    {
        var wearerId = await JudgedAsync("0222222222", "R01");
        await JudgeAsync(wearerId, "0022222222", "R05");
        await JudgeAsync(wearerId, "0002222222", "R07");
        var early = new DateTimeOffset(2026, 3, 11, 5, 0, 0, TimeSpan.Zero);
        await table.SettleAsync(wearerId, early, null, Cancel);
        var waiting = await ToldAsync(wearerId);

        await JudgeAsync(wearerId, "00022222220", "R07");
        await table.SettleAsync(wearerId, early.AddDays(1), null, Cancel);

        Assert.Contains("R07-2026-03-04 03-16", waiting);
        Assert.DoesNotContain("R07-2026-03-04 03-16", await ToldAsync(wearerId));
    }

    [Fact]
    public async Task Messages_in_any_order_settle_the_same_and_the_end_of_an_analysis_is_answered()
    {
        var wearerId = await JudgedAsync("0222000");
        var importId = Guid.NewGuid();
        await using var services = new ServiceCollection()
            .AddSingleton(table)
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
            .AddMassTransitTestHarness(bus => bus.AddConsumer<SettleAlertsConsumer>())
            .BuildServiceProvider(validateScopes: true);
        var harness = services.GetRequiredService<ITestHarness>();
        await harness.Start();

        await harness.Bus.Publish(new RiskCleared { WearerId = wearerId, Factor = "R05", Day = First.AddDays(4), From = 2, To = 0 }, Cancel);
        await harness.Bus.Publish(new AnalysisDone { WearerId = wearerId, Through = First.AddDays(6), ImportId = importId }, Cancel);
        await harness.Bus.Publish(new RiskRaised { WearerId = wearerId, Factor = "R05", Day = First.AddDays(1), From = 0, To = 2 }, Cancel);

        Assert.True(await harness.Published.Any<AlertsSettled>(settled => settled.Context.Message.ImportId == importId, Cancel));
        Assert.True(await harness.Consumed.Any<RiskRaised>(Cancel));
        Assert.True(await harness.Consumed.Any<RiskCleared>(Cancel));
        await harness.InactivityTask;
        Assert.Equal(["opened", "resolved"], Assert.Single(await table.LoadAsync(wearerId, Cancel)).Changes.Select(change => change.What));
    }

    [Fact]
    public async Task Alerts_of_others_are_out_of_reach()
    {
        var wearerId = await JudgedAsync("0022");
        await table.SettleAsync(wearerId, Now, null, Cancel);
        var other = await fresh.AddWearerAsync();

        Assert.Empty(await table.LoadAsync(other, Cancel));
        Assert.Null(await table.AcknowledgeAsync(other, "R05-2026-03-03", Now, Cancel));
    }

    private async Task<string[]> ToldAsync(Guid wearerId)
    {
        await using var db = fresh.Database.Open(wearerId);
        var rows = await db.Notifications.AsNoTracking().OrderBy(row => row.Told).ToListAsync(Cancel);
        return [.. rows.Select(row => $"{row.AlertId} {row.Told:MM-dd}")];
    }

    private async Task<Guid> JudgedAsync(string levels, string factor = "R05")
    {
        var wearerId = await fresh.AddWearerAsync();
        await JudgeAsync(wearerId, levels, factor);
        return wearerId;
    }

    /// <summary>Makes the ledger of a factor, a level a day.</summary>
    private async Task JudgeAsync(Guid wearerId, string levels, string factor = "R05")
    {
        await using var db = fresh.Database.Open(wearerId);
        await db.Assessments.Where(row => row.Factor == factor).ExecuteDeleteAsync(Cancel);
        db.Assessments.AddRange(levels.Select((level, i) => new StoredAssessment
        {
            WearerId = wearerId,
            Factor = factor,
            Day = First.AddDays(i),
            Level = (short)(level - '0'),
            Standing = level >= '2' ? Standing.Flag : Standing.Clear,
            Since = level >= '2' ? First : null,
            Evidence = new Dictionary<string, double> { ["day"] = i },
            RuleVersion = "1",
        }));
        await db.SaveChangesAsync(Cancel);
    }
}
