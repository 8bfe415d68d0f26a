namespace KneeTwitch.Pipeline.Importing;

/// <summary>How far a running import is. Written by the import, looked at from other threads.</summary>
internal sealed class ImportTally
{
    private long seen;
    private long readings;
    private int batches;

    /// <summary>Readings met so far, published or not.</summary>
    internal long Seen => Interlocked.Read(ref seen);

    /// <summary>Readings found, repetitions that met in one chunk not counted.</summary>
    internal long Readings => Interlocked.Read(ref readings);

    /// <summary>Batches published.</summary>
    internal int Batches => Volatile.Read(ref batches);

    /// <summary>Only the import itself counts, so a plain write is enough for those who look.</summary>
    internal void Saw() => Volatile.Write(ref seen, seen + 1);

    internal void Published(int count)
    {
        Interlocked.Add(ref readings, count);
        Interlocked.Increment(ref batches);
    }
}
