using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace KneeTwitch.Pipeline.Storage.Embedded;

/// <summary>The files of a private PostgreSQL, and starting and stopping it. Whoever calls sees to it that nobody else does at the same time.</summary>
internal sealed class PostgresCluster(string folder, PostgresBinaries binaries, ServerUser user)
{
    internal const string Login = "kneetwitch";

    /// <summary>For one household on a small machine; with fsync as it comes, because a diary must survive a power cut.</summary>
    private static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1",
        "unix_socket_directories=", // Their paths may not be long, and "peer" does not know the user we run as.
        "shared_buffers=64MB",
        "max_connections=60",
        "huge_pages=off",
        "jit=off", // Costs more than it gains on our short queries.
        "max_parallel_workers_per_gather=0", // Needs shared memory that containers are short of.
        "max_wal_size=512MB",
        "log_checkpoints=off",
        "timezone=UTC",
    ];

    private static readonly TimeSpan StartAtMost = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenStarts = TimeSpan.FromMilliseconds(250);

    private string Data => Path.Combine(folder, "data");

    private string Log => Path.Combine(Data, "server.log");

    private string PasswordFile => Path.Combine(folder, "password");

    internal string Password => File.ReadAllText(PasswordFile).Trim();

    /// <summary>The major version a cluster in this folder was made by; null where there is none yet.</summary>
    internal static int? MajorOf(string folder)
    {
        var version = Path.Combine(folder, "data", "PG_VERSION");
        return File.Exists(version) ? int.Parse(File.ReadAllText(version).Trim(), CultureInfo.InvariantCulture) : null;
    }

    internal async Task CreateIfMissingAsync(CancellationToken cancel)
    {
        if (Directory.Exists(Data))
        {
            return;
        }

        await WritePasswordAsync(cancel);
        var unfinished = Data + ".new";
        if (Directory.Exists(unfinished))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        Directory.CreateDirectory(unfinished);
        await user.OwnAsync(unfinished, cancel);
        var locale = OperatingSystem.IsLinux() ? "C.UTF-8" : "C";
        var said = await user.RunAsync(
            binaries.Path("initdb"),
            ["-D", unfinished, "-U", Login, $"--pwfile={PasswordFile}", "--auth=scram-sha-256", "-E", "UTF8", $"--locale={locale}", "-k"],
            cancel);
        if (said.Code != 0)
        {
            throw new StorageException($"The database could not be created in {Data}. PostgreSQL says: {LastLine(said.Output)}");
        }

        // A kill in the middle of initdb leaves nothing that looks finished.
        Directory.Move(unfinished, Data);
    }

    /// <summary>The port a server of this cluster answers on, left running by another process or by one that was killed; null where none does.</summary>
    internal async Task<int?> RunningPortAsync(CancellationToken cancel)
    {
        var pidFile = Path.Combine(Data, "postmaster.pid");
        if (!File.Exists(pidFile) || (await user.RunAsync(binaries.Path("pg_ctl"), ["-D", Data, "status"], cancel)).Code != 0)
        {
            return null;
        }

        // The status alone lies about a server that was killed and is not reaped yet.
        var lines = await File.ReadAllLinesAsync(pidFile, cancel);
        return lines.Length > 3 && int.TryParse(lines[3], CultureInfo.InvariantCulture, out var port) && await AnswersAsync(port, cancel) ? port : null;
    }

    /// <summary>Starts the server on a free port and waits until it takes connections, also through the recovery after a crash.</summary>
    internal async Task<int> StartAsync(CancellationToken cancel)
    {
        if (File.Exists(Log))
        {
            File.Move(Log, Log + ".old", overwrite: true);
        }

        var waited = Stopwatch.StartNew();
        while (true)
        {
            var port = FreePort();
            var options = string.Join(' ', Settings.Prepend($"port={port}").Select(setting => $"-c {setting}"));
            var said = await user.RunAsync(binaries.Path("pg_ctl"), ["-D", Data, "-w", "-t", "60", "-l", Log, "-o", options, "start"], cancel);
            if (said.Code == 0)
            {
                return port;
            }

            // What a killed server left (children, a process entry not yet reaped) goes away within seconds.
            if (waited.Elapsed > StartAtMost)
            {
                throw new StorageException($"The database in {Data} does not start. Its log, {Log}, ends with: {LastLogLine()}");
            }

            await Task.Delay(BetweenStarts, cancel);
        }
    }

    internal async Task StopAsync(CancellationToken cancel)
    {
        var said = await user.RunAsync(binaries.Path("pg_ctl"), ["-D", Data, "-m", "fast", "-w", "-t", "60", "stop"], cancel);
        if (said.Code != 0 && await RunningPortAsync(cancel) is not null)
        {
            throw new StorageException($"The database in {Data} does not stop. PostgreSQL says: {LastLine(said.Output)}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static async Task<bool> AnswersAsync(int port, CancellationToken cancel)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string LastLine(string text) => text.Split('\n')[^1].Trim();

    private string LastLogLine() => File.Exists(Log) ? LastLine(File.ReadAllText(Log).Trim()) : "(there is none)";

    private async Task WritePasswordAsync(CancellationToken cancel)
    {
        if (File.Exists(PasswordFile))
        {
            return;
        }

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var unfinished = PasswordFile + ".new";
        File.Delete(unfinished);
        await using (var file = new StreamWriter(unfinished, options))
        {
            await file.WriteAsync(RandomNumberGenerator.GetHexString(48, lowercase: true));
        }

        await user.OwnAsync(unfinished, cancel);
        File.Move(unfinished, PasswordFile);
    }
}
