namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>
/// An entry's bytes, read for its readings: moves the progress on, and ends where the packing is damaged. What was unpacked before the
/// damage is good, and stays; the damage itself is a reject.
/// </summary>
internal sealed class EntryContent : ForwardStream
{
    internal const string RestIsDamaged = "a damaged zip: the rest of the file cannot be unpacked";

    private readonly string path;
    private readonly ReadingContext context;
    private long count;
    private bool isDamaged;

    private EntryContent(Stream inner, string path, ReadingContext context)
        : base(inner)
    {
        this.path = path;
        this.context = context;
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return isDamaged ? 0 : Count(Inner.Read(buffer));
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
            return isDamaged ? 0 : Count(await Inner.ReadAsync(buffer, cancellationToken));
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            return Damaged();
        }
    }

    internal static async ValueTask<Stream> OpenAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel) =>
        new EntryContent(await OpenBareAsync(entry, context, cancel), entry.Path, context);

    /// <summary>The bytes alone, for a <see cref="BlockReader"/>; nothing after a reject where even the entry's own header is damaged.</summary>
    internal static async ValueTask<Stream> OpenBareAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        try
        {
            return await entry.OpenAsync(cancel);
        }
        catch (Exception damage) when (IsDamage(damage))
        {
            context.Rejects.Add("a damaged zip: the file cannot be unpacked", entry.Path, 0);
            return Null;
        }
    }

    internal static bool IsDamage(Exception failure) => failure is InvalidDataException or EndOfStreamException;

    private int Count(int read)
    {
        count += read;
        context.Progress.Advance(read);
        return read;
    }

    private int Damaged()
    {
        isDamaged = true;
        context.Rejects.Add(RestIsDamaged, path, count);
        return 0;
    }
}
