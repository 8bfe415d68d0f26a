using System.Diagnostics;

namespace KneeTwitch.Pipeline.Storage.Embedded;

/// <summary>
/// Who uses a private server, across processes. Each user holds a shared lock on one file; whoever starts or stops the server holds another
/// one for that moment alone. The system drops the locks of a killed process, so nothing is ever left locked.
/// </summary>
internal sealed class ServerUse : IDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(50);
    private readonly string folder;
    private FileStream? mine;

    private ServerUse(string folder, FileStream mine) => (this.folder, this.mine) = (folder, mine);

    private static string StartingPath(string folder) => Path.Combine(folder, "starting.lock");

    private static string InUsePath(string folder) => Path.Combine(folder, "in-use.lock");

    /// <summary>Waits until nobody else starts or stops the server; others wait until it is disposed.</summary>
    internal static async Task<IDisposable> AloneAsync(string folder, TimeSpan atMost, CancellationToken cancel)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            if (TryLock(StartingPath(folder), FileAccess.ReadWrite, FileShare.None) is { } held)
            {
                return held;
            }

            if (waited.Elapsed > atMost)
            {
                throw new StorageException($"Another process has been starting or stopping the database in {folder} for {atMost.TotalSeconds:0} s. Look for a hanging kneetwitch process and end it, then try again.");
            }

            await Task.Delay(Between, cancel);
        }
    }

    /// <summary>Says that this process uses the server. Only while alone.</summary>
    internal static ServerUse Begin(string folder)
    {
        var path = InUsePath(folder);
        using (new FileStream(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.ReadWrite))
        {
        }

        return new ServerUse(folder, new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read));
    }

    /// <summary>Ends this use; true if nobody else uses the server. Only while alone.</summary>
    internal bool EndAsLast()
    {
        Dispose();
        using var all = TryLock(InUsePath(folder), FileAccess.ReadWrite, FileShare.None);
        return all is not null;
    }

    public void Dispose()
    {
        mine?.Dispose();
        mine = null;
    }

    private static FileStream? TryLock(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, access, share);
        }
        catch (IOException held) when (held is not (FileNotFoundException or DirectoryNotFoundException or PathTooLongException))
        {
            return null;
        }
    }
}
