using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Reporting;

/// <summary>A real mail server that keeps what it gets: Debian's python3-aiosmtpd writing a Maildir. It cannot be had = a failed test that says so.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private const string Python = "/usr/bin/python3";
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"kt-mail-{Guid.NewGuid():N}");
    private readonly Process process;

    private MailCatcher(int port)
    {
        Port = port;
        var start = new ProcessStartInfo(Python, ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", folder])
        {
            RedirectStandardError = true,
        };
        process = Process.Start(start) ?? throw new InvalidOperationException($"{Python} did not start.");
    }

    public int Port { get; }

    public static async Task<MailCatcher> StartAsync()
    {
        if (!File.Exists(Python))
        {
            Assert.Fail($"No {Python} here. Install the mail catcher of this test: apt-get install python3-aiosmtpd");
        }

        var catcher = new MailCatcher(FreePort());
        for (var tries = 0; tries < 200; tries++)
        {
            if (catcher.process.HasExited)
            {
                var complaint = await catcher.process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
                Assert.Fail($"The mail catcher does not run; apt-get install python3-aiosmtpd. It said: {complaint}");
            }

            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, catcher.Port, TestContext.Current.CancellationToken);
                return catcher;
            }
            catch (SocketException)
            {
                await Task.Delay(100, TestContext.Current.CancellationToken);
            }
        }

        await catcher.DisposeAsync();
        Assert.Fail("The mail catcher started, but nobody answers on its port after 20 seconds.");
        return catcher;
    }

    /// <summary>What it has got, read back from the wire's bytes.</summary>
    public async Task<IReadOnlyList<MimeMessage>> ReceivedAsync()
    {
        List<MimeMessage> mails = [];
        foreach (var file in Directory.Exists(Path.Combine(folder, "new")) ? Directory.GetFiles(Path.Combine(folder, "new")) : [])
        {
            mails.Add(await MimeMessage.LoadAsync(file, TestContext.Current.CancellationToken));
        }

        return mails;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
