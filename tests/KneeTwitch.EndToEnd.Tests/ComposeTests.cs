using System.Text.RegularExpressions;

namespace KneeTwitch.EndToEnd.Tests;

/// <summary>What docker-compose.yml promises, read from the file itself: no daemon is needed.</summary>
public sealed partial class ComposeTests
{
    private static readonly string Root = FindRoot();
    private readonly string compose = File.ReadAllText(Path.Combine(Root, "docker-compose.yml"));

    [Fact]
    public void Servers_pages_and_two_workers_are_services()
    {
        var services = compose[compose.IndexOf("\nservices:", StringComparison.Ordinal)..compose.IndexOf("\nvolumes:", StringComparison.Ordinal)];

        var names = Service().Matches(services).Select(match => match.Groups[1].Value);

        Assert.Equal(["postgres", "rabbitmq", "mail", "migrate", "web", "worker-ingest", "worker-analyze"], names);
    }

    [Fact]
    public void Every_role_is_played_by_one_service()
    {
        var played = RoleList().Matches(compose).Select(match => RoleSetup.Parse(match.Groups[1].Value)).ToList();

        Assert.Equal(3, played.Count);
        Assert.Equal(Roles.All, played.Aggregate(Roles.None, (all, roles) => all | roles));
        Assert.Equal((int)Roles.All, played.Sum(roles => (int)roles));
    }

    [Fact]
    public void Ports_are_published_on_loopback_only()
    {
        var ports = Port().Matches(compose).Select(match => match.Groups[1].Value);

        Assert.Equal(["127.0.0.1:5080:5080"], ports);
    }

    [Fact]
    public void Passwords_come_from_outside_and_have_no_default()
    {
        var passwords = Password().Matches(compose).Select(match => match.Groups[1].Value).ToList();
        var example = File.ReadAllLines(Path.Combine(Root, ".env.example")).Where(line => line.Contains("PASSWORD", StringComparison.Ordinal));

        Assert.Equal(4, passwords.Count);
        Assert.All(passwords, password => Assert.Matches(@"^\$\{[A-Z]+_PASSWORD:\?", password));
        Assert.Equal(["POSTGRES_PASSWORD=", "RABBITMQ_PASSWORD="], example);
    }

    [Fact]
    public void The_image_runs_as_nobody_special_and_is_not_the_one_that_builds()
    {
        var stages = File.ReadAllText(Path.Combine(Root, "src", "KneeTwitch", "Dockerfile")).Split("\nFROM ");

        Assert.Equal(3, stages.Length);
        Assert.StartsWith("${SDK} AS build", stages[1], StringComparison.Ordinal);
        Assert.StartsWith("${BASE}", stages[2], StringComparison.Ordinal);
        Assert.Matches(@"(?m)^USER 1654", stages[2]);
        Assert.Matches(@"(?m)^HEALTHCHECK ", stages[2]);
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "KneeTwitch.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("The tests do not run from inside the repository.");
    }

    [GeneratedRegex(@"(?m)^  ([a-z][a-z-]*):\r?$")]
    private static partial Regex Service();

    [GeneratedRegex("\"--roles\", \"([a-z,]+)\"")]
    private static partial Regex RoleList();

    [GeneratedRegex(@"- ""?([\d.:]+:\d+)""?")]
    private static partial Regex Port();

    // In connection strings, in the address of the bus, and as the servers' own setting.
    [GeneratedRegex(@"(?:Password=|amqp://[a-z]+:|_PASS(?:WORD)?: )([^;@\r\n]+)")]
    private static partial Regex Password();
}
