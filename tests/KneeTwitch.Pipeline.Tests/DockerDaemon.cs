using System.Diagnostics;

namespace KneeTwitch.Pipeline.Tests;

/// <summary>Whether containers of an image can be had here.</summary>
internal static class DockerDaemon
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>
    /// True where a daemon answers and has the image. Tests pull nothing: a daemon without the image, or a client without a daemon, means
    /// that the program's own launcher is used.
    /// </summary>
    internal static async Task<bool> HasImageAsync(string image)
    {
        try
        {
            using var docker = Process.Start(new ProcessStartInfo("docker", ["image", "inspect", "--format", "{{.Id}}", image])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            });
            if (docker is null)
            {
                return false;
            }

            using var patience = new CancellationTokenSource(Patience);
            await docker.WaitForExitAsync(patience.Token);
            return docker.ExitCode == 0;
        }
        catch (Exception none) when (none is System.ComponentModel.Win32Exception or OperationCanceledException)
        {
            return false;
        }
    }
}
