using KneeTwitch.Pipeline.Messages;
using MassTransit;

namespace KneeTwitch.Pipeline.Summarizing;

/// <summary>Computes anew the civil days that changed readings touch; after an import, asks for an analysis at once.</summary>
public sealed class SummarizeDaysConsumer(DaySummaries summaries) : IConsumer<DaysChanged>
{
    public async Task Consume(ConsumeContext<DaysChanged> context)
    {
        var changed = context.Message;
        await summaries.RefreshAsync(changed.WearerId, context.CancellationToken);
        await context.Publish(new AnalysisDue { WearerId = changed.WearerId, ImportId = changed.ImportId }, context.CancellationToken);
    }
}
