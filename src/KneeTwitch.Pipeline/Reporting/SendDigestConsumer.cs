using KneeTwitch.Pipeline.Messages;
using MassTransit;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>Mails a week, once, however often it is asked.</summary>
public sealed class SendDigestConsumer(DigestSender sender) : IConsumer<DigestDue>
{
    public Task Consume(ConsumeContext<DigestDue> context) =>
        sender.SendAsync(context.Message.WearerId, context.Message.WeekEnding, context.CancellationToken);
}
