using System.Globalization;
using Microsoft.Extensions.Logging;

namespace KneeTwitch.Pipeline.Reporting;

/// <summary>
/// Sends a week's mail once. Between the mail server's "250 accepted" and our own note of it lies a gap that no transaction spans: whoever
/// dies in it cannot know whether the mail is out. We choose to send again then (at least once; a claim is taken over after ten minutes)
/// rather than to lose the week, and give every copy the same Message-Id, made of wearer and week, by which servers and mail programs drop
/// or show a second copy as the same mail. Outside that gap the claim makes it exactly once.
/// </summary>
public sealed class DigestSender(DigestWriter writer, DigestTable digests, Mailbox mailbox, TimeProvider clock, ILogger<DigestSender> logger)
{
    /// <summary>Claims, writes and sends the mail of a week.</summary>
    public async Task<DigestOutcome> SendAsync(Guid wearerId, DateOnly weekEnding, CancellationToken cancel)
    {
        if (await writer.WriteAsync(wearerId, weekEnding, cancel) is not { } mail)
        {
            return DigestOutcome.NothingToSay;
        }

        if (await digests.ClaimAsync(wearerId, weekEnding, clock.GetUtcNow(), cancel) is not { } attempt)
        {
            return DigestOutcome.NotOurs;
        }

        try
        {
            var channel = await mailbox.SendAsync(mail, FileName(wearerId, weekEnding), cancel);
            await digests.SentAsync(wearerId, weekEnding, clock.GetUtcNow(), channel, CancellationToken.None);
            logger.LogInformation("Digest of {WearerId} for the week to {WeekEnding} is out by {Channel}", wearerId, weekEnding, channel);
            return channel == Mailbox.Smtp ? DigestOutcome.Sent : DigestOutcome.Written;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            // The next attempt is a due time in the table, not a retry of the message: a mail server that is down stays so for minutes.
            // The message of the exception may hold an address; its type says enough.
            await digests.FailedAsync(wearerId, weekEnding, attempt, clock.GetUtcNow(), cancel);
            logger.LogWarning("Digest of {WearerId} for the week to {WeekEnding} failed at attempt {Attempt} of {Most}: {Failure}", wearerId, weekEnding, attempt, DigestTable.MostAttempts, failure.GetType().Name);
            return DigestOutcome.Failed;
        }
    }

    private static string FileName(Guid wearerId, DateOnly weekEnding) =>
        string.Create(CultureInfo.InvariantCulture, $"digest-{weekEnding:yyyy-MM-dd}-{wearerId:N}.eml");
}
