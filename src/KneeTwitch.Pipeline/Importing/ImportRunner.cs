using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Runs accepted imports one after the other, and resumes those that another process, or an earlier life of this one, left behind.</summary>
public sealed class ImportRunner(
    ImportClaims claims, ImportRun run, ImportOptions options, TimeProvider clock, ILogger<ImportRunner> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(5);

    /// <summary>Does whatever is to be done now; false if there was nothing.</summary>
    internal async Task<bool> RunOnceAsync(CancellationToken cancel)
    {
        if (await claims.ClaimAsync(ImportRun.Lease, cancel) is { } import)
        {
            await run.ReadAsync(import, cancel);
            return true;
        }

        if (await claims.ClaimStuckAsync(ImportRun.SettlingLease, cancel) is not { } stuck)
        {
            return false;
        }

        if (!await run.AnnounceIfCompleteAsync(stuck, cancel))
        {
            logger.LogWarning("Import {ImportId} has batches that were never stored; it is read again", stuck.ImportId);
            await claims.ReadAgainAsync(stuck, cancel);
        }

        return true;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var mustForget = options.MessagesDieWithProcess;
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Pause;
            try
            {
                if (mustForget)
                {
                    await claims.ForgetLeasesAsync(stoppingToken);
                    mustForget = false;
                }

                pause = await RunOnceAsync(stoppingToken) ? TimeSpan.Zero : Pause;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // No database or no file for now: the lease runs out, and the import is taken up again.
                logger.LogError(failure, "An import stopped; it will be resumed");
                pause = PauseAfterFailure;
            }

            await Task.Delay(pause, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
