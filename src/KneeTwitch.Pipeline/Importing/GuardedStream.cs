using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>Ends with an error as soon as more bytes come than were declared: a zip's own sizes are a claim, not a fact.</summary>
internal sealed class GuardedStream(Stream inner, string place, long declared) : ForwardStream(inner)
{
    private long count;

    public override long Length => declared;

    public override int Read(Span<byte> buffer) => Guard(Inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Guard(await Inner.ReadAsync(buffer, cancellationToken));

    private int Guard(int read)
    {
        count += read;
        return count <= declared
            ? read
            : throw new ExportFormatException(null, place, "unpacks to more than it says, as a zip bomb does", "Export the data again and use the file as it comes");
    }
}
