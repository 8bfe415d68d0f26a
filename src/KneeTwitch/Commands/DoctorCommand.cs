using System.CommandLine;
using KneeTwitch.Hosting;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Checks everything KneeTwitch depends on.</summary>
internal static class DoctorCommand
{
    internal static Command Create() => Verb.Of("doctor", "Check everything KneeTwitch depends on: folder, disk, time zones, database, bus, mail.", [Verb.Json], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        var findings = await Checkup.RunAsync(run.Settings, cancel);
        var isFine = findings.All(finding => finding.IsFine);
        if (run.WantsJson)
        {
            Screen.Json(new { ok = isFine, checks = findings.Select(finding => new { finding.What, ok = finding.IsFine, finding.Says }) });
        }
        else
        {
            run.Screen.Table(["", "what", ""], findings.Select(finding => (string[])[finding.IsFine ? "ok" : "no", finding.What, finding.Says]));
        }

        if (!isFine)
        {
            Screen.Note("Not everything is in order; the lines marked \"no\" say what to do.");
        }

        return isFine ? 0 : 1;
    }
}
