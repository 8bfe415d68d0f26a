
namespace KneeTwitch.Hosting;

/// <summary>A host that runs until it is disposed.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);
    private readonly IHost host;

    private RunningHost(IHost host) => this.host = host;

    /// <param name="settings">Where things are.</param>
    /// <param name="database">Already migrated.</param>
    /// <param name="roles">What it does.</param>
    /// <param name="plan">How it listens and logs.</param>
    internal static async Task<RunningHost> StartAsync(Settings settings, DatabaseAddress database, Roles roles, HostPlan plan, CancellationToken cancel)
    {
        var running = new RunningHost(KneeTwitchHost.Build(settings, database, roles, plan));
        try
        {
            await running.host.StartAsync(cancel);
            return running;
        }
        catch
        {
            await running.DisposeAsync();
            throw;
        }
    }

    internal T Get<T>()
        where T : notnull => host.Services.GetRequiredService<T>();

    /// <summary>Waits for Ctrl-C or SIGTERM; both are the usual end, not an error.</summary>
    internal async Task UntilStoppedAsync(CancellationToken cancel)
    {
        var stopping = Get<IHostApplicationLifetime>().ApplicationStopping;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, stopping);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, either.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(StopWithin);
        await host.StopAsync(patience.Token);
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
        else
        {
            host.Dispose();
        }
    }
}
