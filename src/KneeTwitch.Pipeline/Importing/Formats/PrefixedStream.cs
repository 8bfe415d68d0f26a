namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>A stream with bytes before it: those that were looked at to tell what it is.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : ForwardStream(rest)
{
    private ReadOnlyMemory<byte> prefix = prefix;

    public override int Read(Span<byte> buffer) => prefix.Length > 0 ? Take(buffer) : Inner.Read(buffer);

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        prefix.Length > 0 ? ValueTask.FromResult(Take(buffer.Span)) : Inner.ReadAsync(buffer, cancellationToken);

    private int Take(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, prefix.Length);
        prefix.Span[..count].CopyTo(buffer);
        prefix = prefix[count..];
        return count;
    }
}
