using System.Diagnostics;

namespace KneeTwitch.Pipeline.Storage.Embedded;

/// <summary>Runs a program to its end.</summary>
internal static class ServerCommand
{
    /// <param name="Code">The exit code; 127 where the program could not be started.</param>
    /// <param name="Output">What it wrote, both streams.</param>
    internal sealed record Result(int Code, string Output);

    internal static async Task<Result> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        // "/" because the server's own user may not enter the folder we were started in.
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/",
        };
        start.Environment["LC_MESSAGES"] = "C";
        try
        {
            using var process = Process.Start(start) ?? throw new StorageException($"{program} could not be started.");
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
            await process.WaitForExitAsync(cancel);
            return new Result(process.ExitCode, (await output + await errors).Trim());
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            return new Result(127, missing.Message);
        }
    }
}
