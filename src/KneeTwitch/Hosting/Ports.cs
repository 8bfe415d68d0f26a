using System.Net;
using System.Net.Sockets;

namespace KneeTwitch.Hosting;

/// <summary>Whether a port can be listened on, asked before any work is done.</summary>
internal static class Ports
{
    /// <exception cref="CommandException">It cannot; the message says what to do.</exception>
    internal static void MustBeFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
        }
        catch (SocketException taken)
        {
            throw new CommandException(
                taken.SocketErrorCode == SocketError.AddressAlreadyInUse
                    ? $"Port {port} on {address} is taken, perhaps by another \"kneetwitch up\". Stop that program, or choose another port with --port."
                    : $"Port {port} on {address} cannot be listened on ({taken.SocketErrorCode}). Choose another one with --port.",
                taken);
        }
    }
}
