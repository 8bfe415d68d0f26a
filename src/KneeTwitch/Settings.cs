using KneeTwitch.Pipeline.Importing;

namespace KneeTwitch;

/// <summary>Where things are: from the environment, else from <c>settings.json</c> in the data folder, else this machine's defaults.</summary>
internal sealed record Settings
{
    /// <summary>Exports, the private database and, unless SMTP is configured, the mails.</summary>
    internal required string DataFolder { get; init; }

    /// <summary>All keys, for the parts that read their own section.</summary>
    internal required IConfiguration Configuration { get; init; }

    /// <summary>Connection string of a PostgreSQL server; null for the private one in the data folder.</summary>
    internal string? Postgres => Configuration.GetConnectionString("Postgres");

    /// <summary>A login that owns the tables, for migrations and the schedule; the same as <see cref="Postgres"/> where none is given.</summary>
    internal string? PostgresOwner => Configuration.GetConnectionString("PostgresOwner") ?? Postgres;

    /// <summary>Address of RabbitMQ; null for the bus in this process's memory.</summary>
    internal Uri? RabbitMq { get; private init; }

    /// <summary>Where exports are kept. With a bus in memory, what a process had under way ends with it.</summary>
    internal ImportOptions Imports => new() { Folder = Path.Combine(DataFolder, "exports"), MessagesDieWithProcess = RabbitMq is null };

    /// <exception cref="CommandException">The file or an address in it cannot be used.</exception>
    internal static Settings Load(string? folder)
    {
        var data = Path.GetFullPath(folder ?? Environment.GetEnvironmentVariable("KNEETWITCH_DATA") ?? DefaultFolder());
        var file = Path.Combine(data, "settings.json");
        try
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(Defaults(data))
                .AddJsonFile(file, optional: true, reloadOnChange: false)
                .AddEnvironmentVariables()
                .Build();
            return new Settings { DataFolder = data, Configuration = configuration, RabbitMq = Address(configuration.GetConnectionString("RabbitMq")) };
        }
        catch (InvalidDataException wrong)
        {
            throw new CommandException($"{file} is not readable JSON ({wrong.InnerException?.Message ?? wrong.Message}). Correct or remove it.", wrong);
        }
    }

    private static Dictionary<string, string?> Defaults(string data) => new()
    {
        ["Mail:Folder"] = Path.Combine(data, "mail"),
    };

    private static Uri? Address(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "amqp" or "amqps" or "rabbitmq" or "rabbitmqs"
            ? address
            : throw new CommandException("ConnectionStrings__RabbitMq is not an address. Write it as amqp://user:password@host:5672/.");
    }

    /// <summary>
    /// The user data folder. Root's is closed to the user PostgreSQL runs as, so on Linux root's data lie where a server's data lie.
    /// </summary>
    private static string DefaultFolder() => OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess
        ? "/var/lib/kneetwitch"
        : Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } folder
                ? folder
                : Path.Combine(Path.GetTempPath(), "kneetwitch-" + Environment.UserName),
            "kneetwitch");
}
