using KneeTwitch.Pipeline.Tests;
using Testcontainers.RabbitMq;

namespace KneeTwitch.EndToEnd.Tests.Servers;

/// <summary>
/// A real RabbitMQ for one test class: a configured one (<c>ConnectionStrings__RabbitMq</c>), else a container where a Docker daemon
/// has the image, else a private node from Debian's package. None of them: the run fails and says what to install.
/// </summary>
public sealed class RabbitServer : IAsyncLifetime
{
    private static readonly string Image = Environment.GetEnvironmentVariable("RABBITMQ_IMAGE") ?? "rabbitmq:3.13";
    private RabbitMqContainer? container;
    private RabbitNode? node;

    public Uri Address { get; private set; } = new("amqp://localhost");

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("ConnectionStrings__RabbitMq") is { Length: > 0 } configured)
        {
            Address = new Uri(configured);
        }
        else if (await DockerDaemon.HasImageAsync(Image))
        {
            container = new RabbitMqBuilder(Image).Build();
            await container.StartAsync();
            Address = new Uri(container.GetConnectionString());
        }
        else
        {
            node = await RabbitNode.StartAsync();
            Address = node.Address;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (container is not null)
        {
            await container.DisposeAsync();
        }

        if (node is not null)
        {
            await node.DisposeAsync();
        }
    }
}
