namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// An entry's bytes, read for its readings: moves the progress on, and ends where the packing is damaged. What was unpacked before the
/// damage is good, and stays; the damage itself is a reject.
/// </summary>
internal sealed class EntryContent : Stream
{
    private readonly Stream inner;
    private readonly string path;
    private readonly ReadingContext context;
    private long count;
    private bool isDamaged;

    private EntryContent(Stream inner, string path, ReadingContext context)
    {
        this.inner = inner;
        this.path = path;
        this.context = context;
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => count;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return isDamaged ? 0 : Count(inner.Read(buffer));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return Damaged();
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return isDamaged ? 0 : Count(await inner.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return Damaged();
        }
    }

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

    internal static async ValueTask<Stream> OpenAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        try
        {
            return new EntryContent(await entry.OpenAsync(cancel), entry.Path, context);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            context.Rejects.Add("a damaged zip: the file cannot be unpacked", entry.Path, 0);
            return Null;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool IsDamage(Exception failure) => failure is InvalidDataException or EndOfStreamException;

    private int Count(int read)
    {
        count += read;
        context.Progress.Advance(read);
        return read;
    }

    private int Damaged()
    {
        isDamaged = true;
        context.Rejects.Add("a damaged zip: the rest of the file cannot be unpacked", path, count);
        return 0;
    }
}
