using KneeTwitch.Pipeline.Messages;
using MassTransit;

namespace KneeTwitch.Commands;

/// <summary>Listens for the end of an analysis, good or bad, on the bus of the one process that runs it.</summary>
internal sealed class AnalysisWatcher(AnalysisEnd end) : IConsumer<AlertsSettled>, IConsumer<Fault<AnalysisDue>>, IConsumer<Fault<AnalysisDone>>
{
    public Task Consume(ConsumeContext<AlertsSettled> context)
    {
        end.Succeed();
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<Fault<AnalysisDue>> context) => FailAsync(context.Message);

    public Task Consume(ConsumeContext<Fault<AnalysisDone>> context) => FailAsync(context.Message);

    private Task FailAsync(Fault fault)
    {
        end.Fail(fault.Exceptions.FirstOrDefault()?.Message ?? "no reason was given.");
        return Task.CompletedTask;
    }
}
