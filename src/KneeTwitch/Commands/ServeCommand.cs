using System.CommandLine;
using System.Net;
using KneeTwitch.Hosting;
using KneeTwitch.Terminal;

namespace KneeTwitch.Commands;

/// <summary>Runs some roles against configured servers, until it is told to stop.</summary>
internal static class ServeCommand
{
    internal static readonly Option<int> Port = new("--port") { Description = "Port of the pages.", DefaultValueFactory = _ => 5080 };

    private static readonly Option<string> Chosen = new("--roles")
    {
        Description = $"What this process does, comma-separated: {RoleSetup.Names}, or all.",
        DefaultValueFactory = _ => "all",
    };

    private static readonly Option<string> Listen = new("--listen")
    {
        Description = "Address of the pages. There are no accounts yet: open it to others only behind something that asks who they are.",
        DefaultValueFactory = _ => "127.0.0.1",
    };

    internal static Command Create() => Verb.Of("serve", "Run the servers: pages, workers and schedule, or some of them.", [Chosen, Port, Listen], RunAsync);

    private static async Task<int> RunAsync(Invocation run, CancellationToken cancel)
    {
        var roles = RoleSetup.Parse(run.Get(Chosen) ?? "all");
        var plan = new HostPlan { Port = run.Get(Port), Address = Address(run.Get(Listen)), IsVerbose = run.IsVerbose };
        if (roles.HasFlag(Roles.Web))
        {
            Ports.MustBeFree(plan.Address, plan.Port);
        }

        await using var database = await run.OpenAsync(cancel);
        await using var host = await RunningHost.StartAsync(run.Settings, database.Address, roles, plan, cancel);
        Screen.Note(roles.HasFlag(Roles.Web)
            ? $"Running {roles}. Pages: http://{plan.Address}:{plan.Port}. Stop with Ctrl-C."
            : $"Running {roles}. Stop with Ctrl-C.");
        await host.UntilStoppedAsync(cancel);
        return 0;
    }

    private static IPAddress Address(string? text) =>
        IPAddress.TryParse(text == "localhost" ? "127.0.0.1" : text, out var address)
            ? address
            : throw new CommandException($"--listen wants an IP address, such as 127.0.0.1 or 0.0.0.0, not \"{text}\".");
}
