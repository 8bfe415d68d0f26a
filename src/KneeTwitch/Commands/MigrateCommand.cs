using System.CommandLine;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Brings the database to the schema of this program.</summary>
internal static class MigrateCommand
{
    internal static Command Create() => Verb.Of("migrate", "Bring the database's tables up to date with this version. Safe to repeat.", [], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        await using var database = await run.OpenAsync(cancel, migrate: true);
        Screen.Note("The database is up to date.");
        return 0;
    }
}
