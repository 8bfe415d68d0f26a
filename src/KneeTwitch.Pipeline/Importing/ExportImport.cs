using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>One run over an export: read it, pack the readings, publish them in batches, numbered from 0.</summary>
internal sealed class ExportImport(IPublishEndpoint bus, TimeProvider clock, ILogger<ExportImport> logger)
{
    /// <summary>Facts in one message; zones of many years are many.</summary>
    private const int MostFacts = 2_000;

    /// <summary>A broker that is gone does not answer at all: after this long it is asked again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <param name="breathe">Called between batches with the number published; may wait for those who store them.</param>
    internal async Task RunAsync(
        Import import,
        ExportPart part,
        ReadingContext context,
        ImportTally tally,
        Func<int, CancellationToken, Task> breathe,
        CancellationToken cancel)
    {
        var packer = new ReadingPacker(() => context.ExportedAt);

        async Task FlushAsync()
        {
            foreach (var batch in packer.Flush())
            {
                await PublishAsync(BatchMessages.Of(import, tally.Batches, batch), import, cancel);
                tally.Published(batch.Readings);
                await breathe(tally.Batches, cancel);
            }
        }

        await foreach (var reading in part.Reader.ReadAsync(part.Files, context, cancel).WithCancellation(cancel))
        {
            tally.Saw();
            if (packer.Add(reading))
            {
                await FlushAsync();
            }
        }

        await FlushAsync();
        await context.Diary.FlushAsync(cancel);
        foreach (var facts in context.Facts.ToFacts(context.AsOf).Chunk(MostFacts))
        {
            var profile = new ProfileRead { ImportId = import.ImportId, Attempt = import.Attempt, Batch = tally.Batches, WearerId = import.WearerId, Facts = facts };
            await PublishAsync(profile, import, cancel);
            tally.Published(0);
        }
    }

    /// <summary>What takes the diary's entries of an import: each batch is published as one message.</summary>
    internal DiaryOutlet Outlet(Import import, ImportTally tally, Func<int, CancellationToken, Task> breathe) => new(async (entries, cancel) =>
    {
        var batch = new DiaryRead { ImportId = import.ImportId, Attempt = import.Attempt, Batch = tally.Batches, WearerId = import.WearerId, Chunks = [], Entries = entries };
        await PublishAsync(batch, import, cancel);
        tally.Wrote(entries.Count);
        await breathe(tally.Batches, cancel);
    });

    /// <summary>Publishes, and keeps asking while the broker does not answer.</summary>
    internal async Task PublishAsync(object message, Import import, CancellationToken cancel)
    {
        while (true)
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
            try
            {
                await bus.Publish(message, message.GetType(), either.Token);
                return;
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                logger.LogWarning("The bus did not take a {Message} of import {ImportId} within {Seconds} s; trying again", message.GetType().Name, import.ImportId, Patience.TotalSeconds);
            }
        }
    }
}
