using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>One attempt at an import, from the stored file to its last published batch, with progress and lease kept up on the way.</summary>
public sealed class ImportRun(
    ExportReaders readers, ExportStore store, ImportOptions options, ImportTable imports, WearerDatabase database, WearerLoader wearers, IBus bus, TimeProvider clock, ILoggerFactory logs)
{
    internal static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    /// <summary>How long batches, days and analysis may take before somebody looks after them.</summary>
    internal static readonly TimeSpan SettlingLease = TimeSpan.FromMinutes(10);

    private const int MostAttempts = 5;

    /// <summary>Published and not yet stored; the in-memory bus would otherwise hold a whole export.</summary>
    private const int MostUnderWay = 40;

    private const int AskEvery = 8;
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(50);

    /// <summary>With nobody storing for this long, reading goes on: a durable queue can hold it.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    private readonly ILogger logger = logs.CreateLogger<ImportRun>();
    private readonly ExportImport exportImport = new(bus, clock, logs.CreateLogger<ExportImport>());

    internal async Task ReadAsync(Import import, CancellationToken cancel)
    {
        if (import.Attempt > MostAttempts)
        {
            await imports.FailAsync(import, $"{import.FileName} was begun {MostAttempts} times and never came to its end. Look into the log, then import it again.", cancel);
            return;
        }

        try
        {
            await ReadFileAsync(import, cancel);
        }
        catch (ExportFormatException unusable)
        {
            logger.LogWarning("Import {ImportId} cannot be read", import.ImportId);
            await imports.FailAsync(import, unusable.Message, cancel);
        }
    }

    /// <summary>Says which days the import touched, once its last batch is stored. False while it is not.</summary>
    internal async Task<bool> AnnounceIfCompleteAsync(Import import, CancellationToken cancel)
    {
        IReadOnlyList<DateOnly>? days;
        await using (var connection = await database.ConnectAsync(import.WearerId, cancel))
        {
            days = await ImportProgress.CompletedDaysAsync(connection, import.WearerId, import.ImportId, cancel);
        }

        if (days is null)
        {
            return false;
        }

        await exportImport.PublishAsync(new DaysChanged { WearerId = import.WearerId, UtcDays = days, ImportId = import.ImportId }, import, cancel);
        return true;
    }

    private async Task ReadFileAsync(Import import, CancellationToken cancel)
    {
        await using var export = await ExportFiles.OpenAsync(store.PathOf(import.FileHash), import.FileName, options.Limits, cancel);
        var parts = await readers.ShareAsync(export, import.Format, cancel);
        import.Format = ExportReaders.NameOf(parts);
        var tally = new ImportTally();
        Task Breathe(int published, CancellationToken token) => BreatheAsync(import, published, token);
        var context = new ReadingContext
        {
            Zones = await ZonesAsync(import, cancel),
            AsOf = await imports.FirstAcceptedAsync(import, cancel),
            Person = import.Person,
            Diary = exportImport.Outlet(import, tally, Breathe),
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var beating = BeatAsync(import, context, tally, stop);
        try
        {
            foreach (var part in parts)
            {
                await exportImport.RunAsync(import, part, context.ForPart(), tally, Breathe, stop.Token);
            }
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            logger.LogInformation("Import {ImportId} was cancelled or taken over after {Batches} batches", import.ImportId, tally.Batches);
            return;
        }
        finally
        {
            await stop.CancelAsync();
            await beating;
        }

        logger.LogInformation("Import {ImportId} read: {Readings} readings in {Batches} batches, {Rejected} rejected", import.ImportId, tally.Readings, tally.Batches, context.Rejects.Count);
        if (await imports.SettleAsync(import, tally, context.Rejects, SettlingLease * import.Attempt, cancel))
        {
            await AnnounceIfCompleteAsync(import, cancel);
        }
    }

    private async Task<ZoneHistory> ZonesAsync(Import import, CancellationToken cancel)
    {
        if (import.Zone is null)
        {
            return (await wearers.LoadAsync(import.WearerId, cancel)).Zones;
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(import.Zone, out _)
            ? ZoneHistory.Of(import.Zone)
            : throw new ExportFormatException(null, import.FileName, $"came with the zone '{import.Zone}', which is not known", "Use an IANA name such as Europe/Berlin");
    }

    /// <summary>Keeps progress and lease up, also while nothing is found; stops the run that has lost them.</summary>
    private async Task BeatAsync(Import import, ReadingContext context, ImportTally tally, CancellationTokenSource stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(Beat, clock, stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            try
            {
                var read = (long)(import.TotalBytes * context.Progress.Fraction);
                if (!stop.IsCancellationRequested && !await imports.ProgressAsync(import, read, tally.Seen, context.Rejects.Count, Lease, stop.Token))
                {
                    await stop.CancelAsync();
                }
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
            catch (Npgsql.NpgsqlException failure)
            {
                logger.LogWarning(failure, "The progress of import {ImportId} could not be written", import.ImportId);
            }
        }
    }

    private async Task BreatheAsync(Import import, int published, CancellationToken cancel)
    {
        if (published < MostUnderWay || published % AskEvery != 0)
        {
            return;
        }

        var (stored, since) = (-1, clock.GetTimestamp());
        while (clock.GetElapsedTime(since) < LongestWait)
        {
            var now = await imports.StoredBatchesAsync(import, cancel);
            if (published - now <= MostUnderWay)
            {
                return;
            }

            (stored, since) = now > stored ? (now, clock.GetTimestamp()) : (stored, since);
            await Task.Delay(ShortWait, clock, cancel);
        }
    }
}
