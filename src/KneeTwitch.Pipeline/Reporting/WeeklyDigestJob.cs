using MassTransit;
using Quartz;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>
/// Only asks for the digests that are missing, every hour, from a wearer's own seven o'clock on Monday on: what a crash or a mail server
/// that was down left undone is asked for again. A consumer mails them.
/// </summary>
[DisallowConcurrentExecution]
public sealed class WeeklyDigestJob(DueDigests digests, IBus bus, TimeProvider clock) : IJob
{
    /// <summary>In UTC.</summary>
    public const string Cron = "0 0 * * * ?";

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        foreach (var due in await digests.AtAsync(clock.GetUtcNow(), cancellationToken))
        {
            await bus.Publish(due, cancellationToken);
        }
    }
}
