using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace KneeTwitch.EndToEnd.Tests.Servers;

/// <summary>A private RabbitMQ node with its own ports, folder and Erlang port mapper, gone without a trace afterwards.</summary>
internal sealed class RabbitNode : IAsyncDisposable
{
    private const string Scripts = "/usr/lib/rabbitmq/bin";
    private readonly Dictionary<string, string> environment;
    private readonly string folder;

    private RabbitNode(string folder, int port)
    {
        this.folder = folder;
        Address = new Uri($"amqp://guest:guest@127.0.0.1:{port}/");
        environment = new Dictionary<string, string>
        {
            ["HOME"] = folder,
            ["RABBITMQ_NODENAME"] = $"kneetwitch{port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{port}",
            ["RABBITMQ_DIST_PORT"] = $"{FreePort()}",
            ["ERL_EPMD_PORT"] = $"{FreePort()}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
            ["RABBITMQ_LOGS"] = Path.Combine(folder, "log", "rabbit.log"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "plugins"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        };
    }

    internal Uri Address { get; }

    internal static async Task<RabbitNode> StartAsync()
    {
        if (!File.Exists(Path.Combine(Scripts, "rabbitmq-server")))
        {
            throw new InvalidOperationException(
                "No RabbitMQ for this test: start a Docker daemon, set ConnectionStrings__RabbitMq, or install Debian's package rabbitmq-server (./test does, as root).");
        }

        var node = new RabbitNode(Directory.CreateTempSubdirectory("kneetwitch-rabbit-").FullName, FreePort());
        await File.WriteAllTextAsync(Path.Combine(node.folder, "plugins"), "[].");
        await File.WriteAllTextAsync(Path.Combine(node.folder, "rabbitmq.conf"), "");
        node.Run("rabbitmq-server", "-detached");
        await node.WaitUntilAnsweringAsync();
        return node;
    }

    public async ValueTask DisposeAsync()
    {
        using (var stop = Run("rabbitmqctl", "stop"))
        {
            await stop.WaitForExitAsync();
        }

        using (var mapper = Run("epmd", "-kill"))
        {
            await mapper.WaitForExitAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    private async Task WaitUntilAnsweringAsync()
    {
        for (var tries = 0; tries < 120; tries++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, Address.Port);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(500);
            }
        }

        throw new InvalidOperationException($"The private RabbitMQ node did not answer within a minute; its log is in {folder}/log.");
    }

    private Process Run(string script, params string[] arguments)
    {
        var path = script == "epmd" ? script : Path.Combine(Scripts, script);
        var start = new ProcessStartInfo(path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException($"{script} could not be started.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
