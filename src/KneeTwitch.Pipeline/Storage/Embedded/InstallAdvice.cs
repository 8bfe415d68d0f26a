namespace KneeTwitch.Pipeline.Storage.Embedded;

/// <summary>What to install where PostgreSQL's server programs are missing, in the words of the platform.</summary>
internal static class InstallAdvice
{
    internal static string Missing(IReadOnlyList<PostgresBinaries> found, string? setting, int? clusterMajor)
    {
        var problem = (setting, clusterMajor, found.Count) switch
        {
            ({ } folder, null, _) => $"The folder {folder} (setting Postgres:Binaries) does not hold the programs initdb, pg_ctl and postgres of PostgreSQL {PostgresBinaries.OldestMajor} or newer.",
            (_, { } major, > 0) => $"The data folder was made by PostgreSQL {major}, but only {string.Join(", ", found.Select(each => each.Major).Distinct())} is installed.",
            (_, { } major, _) => $"The data folder was made by PostgreSQL {major}, which was not found on this machine.",
            _ => $"PostgreSQL {PostgresBinaries.OldestMajor} or newer was not found on this machine.",
        };
        return $"{problem} Install it: {Command(clusterMajor)}. Or unpack its programs into the folder postgres-bundle of the data folder, or set ConnectionStrings__Postgres to a server that runs already.";
    }

    private static string Command(int? major)
    {
        if (OperatingSystem.IsMacOS())
        {
            return $"brew install postgresql@{major ?? 17}";
        }

        if (OperatingSystem.IsWindows())
        {
            return $"winget install PostgreSQL.PostgreSQL.{major ?? 17}";
        }

        return Distribution() switch
        {
            var ids when ids.Contains("debian") || ids.Contains("ubuntu") => $"sudo apt-get install postgresql{(major is null ? "" : $"-{major}")}",
            var ids when ids.Contains("fedora") || ids.Contains("rhel") => "sudo dnf install postgresql-server",
            var ids when ids.Contains("alpine") => $"sudo apk add postgresql{major ?? 17}",
            var ids when ids.Contains("arch") => "sudo pacman -S postgresql",
            var ids when ids.Contains("suse") => "sudo zypper install postgresql-server",
            _ => "the package of your system that holds PostgreSQL's server (initdb, pg_ctl, postgres)",
        };
    }

    /// <summary>True where apt-get is the way to install things.</summary>
    internal static bool IsDebian => OperatingSystem.IsLinux() && Distribution() is var ids && (ids.Contains("debian") || ids.Contains("ubuntu"));

    private static HashSet<string> Distribution()
    {
        const string About = "/etc/os-release";
        var lines = File.Exists(About) ? File.ReadAllLines(About) : [];
        return
        [
            .. lines
                .Where(line => line.StartsWith("ID=", StringComparison.Ordinal) || line.StartsWith("ID_LIKE=", StringComparison.Ordinal))
                .SelectMany(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim('"').Split(' ')),
        ];
    }
}
