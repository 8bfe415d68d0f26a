using KneeTwitch.Pipeline.Messages;
using MassTransit;

namespace KneeTwitch.Pipeline.Alerting;

/// <summary>
/// Brings a wearer's alerts in line with the ledger. A raise or clear settles its own factor at once; the end of an analysis settles
/// everything, plans the notifications and says so. In whatever order and how often they come, the result is the same.
/// </summary>
public sealed class SettleAlertsConsumer(AlertTable alerts, TimeProvider clock) : IConsumer<RiskRaised>, IConsumer<RiskCleared>, IConsumer<AnalysisDone>
{
    public Task Consume(ConsumeContext<RiskRaised> context) =>
        alerts.SettleAsync(context.Message.WearerId, clock.GetUtcNow(), context.Message.Factor, context.CancellationToken);

    public Task Consume(ConsumeContext<RiskCleared> context) =>
        alerts.SettleAsync(context.Message.WearerId, clock.GetUtcNow(), context.Message.Factor, context.CancellationToken);

    public async Task Consume(ConsumeContext<AnalysisDone> context)
    {
        var done = context.Message;
        await alerts.SettleAsync(done.WearerId, clock.GetUtcNow(), null, context.CancellationToken);
        await context.Publish(new AlertsSettled { WearerId = done.WearerId, ImportId = done.ImportId }, context.CancellationToken);
    }
}
