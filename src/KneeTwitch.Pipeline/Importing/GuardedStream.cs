namespace KneeTwitch.Pipeline.Importing;

/// <summary>Ends with an error as soon as more bytes come than were declared: a zip's own sizes are a claim, not a fact.</summary>
internal sealed class GuardedStream(Stream inner, string place, long declared) : Stream
{
    private long count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => declared;

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Guard(inner.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Guard(inner.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Guard(await inner.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override async ValueTask DisposeAsync()
    {
        await inner.DisposeAsync();
        await base.DisposeAsync();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Guard(int read)
    {
        count += read;
        return count <= declared
            ? read
            : throw new ExportFormatException(null, place, "unpacks to more than it says, as a zip bomb does", "Export the data again and use the file as it comes");
    }
}
