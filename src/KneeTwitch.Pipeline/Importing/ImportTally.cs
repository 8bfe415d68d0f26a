namespace KneeTwitch.Pipeline.Importing;

/// <summary>How far a running import is. Written by the import, looked at from other threads.</summary>
internal sealed class ImportTally
{
    private long seen;
    private long readings;
    private int batches;

    /// <summary>Readings and entries of the diary met so far, published or not.</summary>
    internal long Seen => Interlocked.Read(ref seen);

    /// <summary>Readings and entries found, repetitions that met in one chunk not counted.</summary>
    internal long Readings => Interlocked.Read(ref readings);

    /// <summary>Batches published.</summary>
    internal int Batches => Volatile.Read(ref batches);

    /// <summary>Only the import itself counts, so a plain write is enough for those who look.</summary>
    internal void Saw() => Volatile.Write(ref seen, seen + 1);

    /// <summary>A batch of the diary's entries is published: they are met and found at once.</summary>
    internal void Wrote(int entries)
    {
        Volatile.Write(ref seen, seen + entries);
        Published(entries);
    }

    internal void Published(int count)
    {
        Interlocked.Add(ref readings, count);
        Interlocked.Increment(ref batches);
    }
}
