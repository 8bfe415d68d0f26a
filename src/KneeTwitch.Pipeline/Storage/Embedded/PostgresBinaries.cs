using System.Globalization;
using System.Text.RegularExpressions;

namespace KneeTwitch.Pipeline.Storage.Embedded;

/// <summary>A folder with PostgreSQL's server programs, and their major version.</summary>
internal sealed record PostgresBinaries(string Folder, int Major)
{
    /// <summary>Older ones lack views that look with the rights of whoever asks.</summary>
    internal const int OldestMajor = 15;

    private static readonly string[] Programs = ["initdb", "pg_ctl", "postgres"];
    private static readonly string[] BundleFolders = ["bin", "native/bin", "package/native/bin"];
    private static readonly string Suffix = OperatingSystem.IsWindows() ? ".exe" : "";

    internal string Path(string program) => System.IO.Path.Combine(Folder, program + Suffix);

    /// <summary>Finds the newest usable programs; for a cluster that exists already, those of its own version.</summary>
    /// <param name="setting">A folder the person named, the only one looked at then; null for the usual places.</param>
    /// <exception cref="StorageException">None was found; the message says what to install.</exception>
    internal static async Task<PostgresBinaries> FindAsync(string dataFolder, string? setting, int? clusterMajor, CancellationToken cancel)
    {
        var found = new List<PostgresBinaries>();
        var folders = setting is null ? UsualFolders(dataFolder) : [setting];
        foreach (var folder in folders.Distinct().Where(IsComplete))
        {
            if (await MajorOfAsync(folder, cancel) is { } major && major >= OldestMajor)
            {
                found.Add(new PostgresBinaries(folder, major));
            }
        }

        // The first of the newest: OrderBy keeps the order of the places among equals.
        return found.OrderByDescending(each => each.Major).FirstOrDefault(each => clusterMajor is null || each.Major == clusterMajor)
            ?? throw new StorageException(InstallAdvice.Missing(found, setting, clusterMajor));
    }

    private static bool IsComplete(string folder) =>
        Programs.All(program => File.Exists(System.IO.Path.Combine(folder, program + Suffix)));

    private static async Task<int?> MajorOfAsync(string folder, CancellationToken cancel)
    {
        var said = await ServerCommand.RunAsync(System.IO.Path.Combine(folder, "postgres" + Suffix), ["--version"], cancel);
        var number = Regex.Match(said.Output, @"\(PostgreSQL\) (\d+)");
        return number.Success ? int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture) : null;
    }

    private static IEnumerable<string> UsualFolders(string dataFolder) =>
    [
        .. Below("/usr/lib/postgresql", "*", "bin"), // Debian
        .. Below("/usr", "pgsql-*", "bin"), // PostgreSQL's own packages for Fedora and its kin
        .. Below("/opt/homebrew/opt", "postgresql*", "bin"),
        .. Below("/usr/local/opt", "postgresql*", "bin"),
        .. Below("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        .. Below(System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*", "bin"),
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries),
        .. BundleFolders.Select(inside => System.IO.Path.Combine(dataFolder, "postgres-bundle", inside)),
    ];

    private static IEnumerable<string> Below(string parent, string pattern, string inside) =>
        Directory.Exists(parent) ? Directory.GetDirectories(parent, pattern).Select(folder => System.IO.Path.Combine(folder, inside)) : [];
}
