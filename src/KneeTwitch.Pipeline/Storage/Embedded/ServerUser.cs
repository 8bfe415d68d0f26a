namespace KneeTwitch.Pipeline.Storage.Embedded;

/// <summary>
/// The user PostgreSQL runs as. It refuses to run as root, and .NET cannot change the user of a child, so as root its commands go
/// through setpriv to the user "postgres"; everybody else runs them directly.
/// </summary>
internal sealed class ServerUser
{
    private const string Name = "postgres";
    private readonly bool isOther = OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess;

    internal Task<ServerCommand.Result> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancel) =>
        isOther
            ? ServerCommand.RunAsync("setpriv", [$"--reuid={Name}", $"--regid={Name}", "--clear-groups", "--", program, .. arguments], cancel)
            : ServerCommand.RunAsync(program, arguments, cancel);

    /// <summary>Makes a folder that holds health data private: for its owner, and as root for the server's user to pass through.</summary>
    /// <exception cref="StorageException">The server's user could not reach it.</exception>
    internal async Task MakeFolderAsync(string folder, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!isOther)
        {
            File.SetUnixFileMode(folder, Owner);
            return;
        }

        await ChangeAsync("chgrp", folder, cancel);
        File.SetUnixFileMode(folder, Owner | UnixFileMode.GroupExecute);
        if (await RunAsync("test", ["-x", folder], cancel) is { Code: not 0 })
        {
            throw new StorageException($"PostgreSQL does not run as root, and its user \"{Name}\" may not enter {folder}. Choose a data folder outside of private folders, such as --data /var/lib/kneetwitch.");
        }
    }

    /// <summary>Hands a file or folder to the user of the server.</summary>
    internal async Task OwnAsync(string path, CancellationToken cancel)
    {
        if (isOther)
        {
            await ChangeAsync("chown", path, cancel);
        }
    }

    private static async Task ChangeAsync(string command, string path, CancellationToken cancel)
    {
        var who = command == "chown" ? $"{Name}:{Name}" : Name;
        var said = await ServerCommand.RunAsync(command, [who, path], cancel);
        if (said.Code != 0)
        {
            throw new StorageException($"PostgreSQL does not run as root and needs a user \"{Name}\" instead ({said.Output}). Make one with: useradd --system {Name}. Or run as a normal user.");
        }
    }
}
