using System.Diagnostics;

namespace KneeTwitch.EndToEnd.Tests;

/// <summary>The built program, run as people run it.</summary>
internal sealed record KneeTwitchProcess(int ExitCode, string Output, string Error)
{
    /// <summary>Long enough for a first start on a slow machine; a test that needs it hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Where the program lies: beside the tests, in the artifacts of the same configuration.</summary>
    internal static string Path
    {
        get
        {
            var own = new DirectoryInfo(AppContext.BaseDirectory);
            var artifacts = own.Parent?.Parent?.FullName ?? throw new InvalidOperationException("The tests do not run from the artifacts folder.");
            return System.IO.Path.Combine(artifacts, "KneeTwitch", own.Name, OperatingSystem.IsWindows() ? "kneetwitch.exe" : "kneetwitch");
        }
    }

    /// <summary>Starts it without waiting. Its streams are redirected: read them.</summary>
    internal static Process Start(string dataFolder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        start.Environment["KNEETWITCH_DATA"] = dataFolder;
        foreach (var setting in (string[])["ConnectionStrings__Postgres", "ConnectionStrings__PostgresOwner", "ConnectionStrings__RabbitMq"])
        {
            start.Environment.Remove(setting); // What the tests' own machine has set is not meant for the program under test.
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program did not start.");
    }

    /// <summary>Runs it to the end.</summary>
    internal static async Task<KneeTwitchProcess> RunAsync(string dataFolder, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(dataFolder, arguments, environment);
        process.StandardInput.Close();
        var cancel = TestContext.Current.CancellationToken;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancel), process.StandardError.ReadToEndAsync(cancel));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        return new KneeTwitchProcess(process.ExitCode, await output, await error);
    }
}
