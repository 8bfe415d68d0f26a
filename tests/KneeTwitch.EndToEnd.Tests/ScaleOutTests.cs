using System.Diagnostics;
using KneeTwitch.EndToEnd.Tests.Servers;
using KneeTwitch.Pipeline.Storage.Embedded;
using Microsoft.Extensions.Logging.Abstractions;

namespace KneeTwitch.EndToEnd.Tests;

/// <summary>One process with a bus in its memory, or several with RabbitMQ and a PostgreSQL of their own: what is found is the same.</summary>
public sealed class ScaleOutTests(RabbitServer rabbit) : IClassFixture<RabbitServer>, IDisposable
{
    private readonly DataFolder alone = new();
    private readonly DataFolder shared = new();
    private readonly DataFolder server = new();

    [Fact]
    public async Task Two_workers_on_rabbitmq_find_what_one_process_finds()
    {
        await using var postgres = await EmbeddedPostgres.StartAsync(server.Path, NullLogger.Instance, TestContext.Current.CancellationToken);
        var servers = new Dictionary<string, string>
        {
            ["ConnectionStrings__Postgres"] = postgres.ConnectionString,
            ["ConnectionStrings__RabbitMq"] = rabbit.Address.ToString(),
        };
        var migrated = await KneeTwitchProcess.RunAsync(shared.Path, ["migrate"], servers);
        List<Process> workers =
        [
            Serve("ingest", servers),
            Serve("ingest", servers),
            Serve("import,analyze,report,schedule", servers),
        ];
        try
        {
            var many = await KneeTwitchProcess.RunAsync(shared.Path, ["demo", "--exit"], servers);
            var one = await KneeTwitchProcess.RunAsync(alone.Path, ["demo", "--exit"]);

            Assert.Equal(0, migrated.ExitCode);
            Assert.True(many.ExitCode == 0, many.Error);
            Assert.True(one.ExitCode == 0, one.Error);
            foreach (var question in (string[][])[["days", "--json"], ["alerts", "--all", "--json"]])
            {
                var fromMany = await KneeTwitchProcess.RunAsync(shared.Path, [.. question, "--wearer", "demo"], servers);
                var fromOne = await KneeTwitchProcess.RunAsync(alone.Path, [.. question, "--wearer", "demo"]);

                Assert.Equal(0, fromOne.ExitCode);
                Assert.True(fromOne.Output.Length > 1000, "The answer is too short to compare anything.");
                Assert.Equal(fromOne.Output, fromMany.Output);
            }
        }
        finally
        {
            foreach (var worker in workers)
            {
                worker.Kill(entireProcessTree: true);
                worker.Dispose();
            }
        }
    }

    public void Dispose()
    {
        alone.Dispose();
        shared.Dispose();
        server.Dispose();
    }

    private Process Serve(string roles, Dictionary<string, string> servers)
    {
        var worker = KneeTwitchProcess.Start(shared.Path, ["serve", "--roles", roles], servers);
        worker.OutputDataReceived += (_, _) => { };
        worker.ErrorDataReceived += (_, line) => TestContext.Current.TestOutputHelper?.WriteLine($"{roles}: {line.Data}");
        worker.BeginOutputReadLine();
        worker.BeginErrorReadLine();
        return worker;
    }
}
