using KneeTwitch.Core.Days;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using Quartz;

namespace KneeTwitch.Pipeline.Analyzing;

/// <summary>
/// Asks for the analyses that are still missing: everybody for whom it is past 05:00 on their own clock and whose yesterday is not judged.
/// Every quarter of an hour, so that each zone's morning is met and a night without power heals itself.
/// </summary>
[DisallowConcurrentExecution]
public sealed class AnalysisJob(WearerDirectory wearers, IBus bus, TimeProvider clock) : IJob
{
    public const string Cron = "0 0/15 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        foreach (var zone in await wearers.ZonesAsync(cancellationToken))
        {
            var through = Morning.LastJudgedDay(now, TimeZoneInfo.FindSystemTimeZoneById(zone));
            foreach (var wearer in await wearers.NotAnalyzedAsync(zone, through, cancellationToken))
            {
                await bus.Publish(new AnalysisDue { WearerId = wearer.Id, Through = through }, cancellationToken);
            }
        }
    }
}
