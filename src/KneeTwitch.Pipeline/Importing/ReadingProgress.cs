namespace KneeTwitch.Pipeline.Importing;

/// <summary>How far a reader is, in unpacked bytes. Written by the reader, looked at from other threads.</summary>
public sealed class ReadingProgress
{
    private long expected;
    private long consumed;

    public long Consumed => Interlocked.Read(ref consumed);

    /// <summary>0 to 1; 0 while nothing is known.</summary>
    public double Fraction => Interlocked.Read(ref expected) is var all and > 0 ? Math.Min(1, (double)Consumed / all) : 0;

    /// <summary>The reader is going to read that many bytes more.</summary>
    public void Expect(long bytes) => Interlocked.Add(ref expected, bytes);

    public void Advance(long bytes) => Interlocked.Add(ref consumed, bytes);
}
