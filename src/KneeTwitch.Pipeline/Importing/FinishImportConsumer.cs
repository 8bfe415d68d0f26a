using KneeTwitch.Pipeline.Messages;
using MassTransit;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Ends an import when the alerts are up to date with it.</summary>
public sealed class FinishImportConsumer(ImportTable imports) : IConsumer<AlertsSettled>
{
    public async Task Consume(ConsumeContext<AlertsSettled> context)
    {
        if (context.Message.ImportId is { } importId)
        {
            await imports.FinishAsync(context.Message.WearerId, importId, context.CancellationToken);
        }
    }
}
