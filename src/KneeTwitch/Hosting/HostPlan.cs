using System.Net;
using MassTransit;

namespace KneeTwitch.Hosting;

/// <summary>How a host listens and logs.</summary>
internal sealed record HostPlan
{
    /// <summary>Loopback unless somebody asks for more: there are no accounts yet.</summary>
    internal IPAddress Address { get; init; } = IPAddress.Loopback;

    internal int Port { get; init; } = 5080;

    internal bool IsVerbose { get; init; }

    /// <summary>True for a command that does its work itself, on a bus in its own memory, whatever bus is configured.</summary>
    internal bool IsAlone { get; init; }

    /// <summary>Consumers beyond those of the roles.</summary>
    internal Action<IBusRegistrationConfigurator>? MoreConsumers { get; init; }
}
