using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace KneeTwitch.Core.Readings;

/// <summary>
/// All readings of one metric and source that start on one UTC day: the unit in which readings travel and are stored.
/// Always in canonical form (sorted, nothing twice), so two chunks with the same readings are equal to the bit.
/// </summary>
public sealed class Chunk
{
    private Chunk(Metric metric, Source source, DateOnly utcDay, int[] starts, int[] lengths, double[] values, int[]? versions)
    {
        Metric = metric;
        Source = source;
        UtcDay = utcDay;
        Starts = starts;
        Lengths = lengths;
        Values = values;
        Versions = versions;
    }

    public Metric Metric { get; }

    public Source Source { get; }

    public DateOnly UtcDay { get; }

    /// <summary>Starts in seconds after 00:00 UTC, ascending; 0 to 86399.</summary>
    public int[] Starts { get; }

    /// <summary>Lengths in seconds, 0 or more.</summary>
    public int[] Lengths { get; }

    /// <summary>Values in the metric's unit.</summary>
    public double[] Values { get; }

    /// <summary>
    /// For metrics merged by interval or account: when each value was said last, in seconds since 1970 (the export's own date), so that the
    /// newer one wins whatever order batches come in. Null for exact metrics.
    /// </summary>
    public int[]? Versions { get; }

    public int Count => Starts.Length;

    /// <summary>A hash of the content that does not depend on process or machine; equal content has an equal hash.</summary>
    public long Hash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sha.AppendData(MemoryMarshal.AsBytes(Starts.AsSpan()));
        sha.AppendData(MemoryMarshal.AsBytes(Lengths.AsSpan()));
        sha.AppendData(MemoryMarshal.AsBytes(Values.AsSpan()));
        if (Versions is not null)
        {
            sha.AppendData(MemoryMarshal.AsBytes(Versions.AsSpan()));
        }

        Span<byte> hash = stackalloc byte[32];
        sha.GetHashAndReset(hash);
        return BinaryPrimitives.ReadInt64LittleEndian(hash);
    }

    /// <summary>Brings readings of any order and with repetitions into canonical form. The arrays are taken over and may be reordered.</summary>
    /// <param name="versions">Needed for what is merged by interval, ignored for what is exact; an account or a restated bucket without any is older than all others.</param>
    /// <exception cref="ArgumentException">The arrays differ in length, or what is merged by interval comes without versions.</exception>
    public static Chunk Of(Metric metric, Source source, DateOnly utcDay, int[] starts, int[] lengths, double[] values, int[]? versions = null)
    {
        var merge = metric.MergeOf(source);
        versions = merge switch
        {
            MergeKind.Exact => null,
            MergeKind.Interval when !Restatements.Are(metric, source) => versions ?? [],
            _ => versions ?? new int[starts.Length], // Stored before it was known that versions matter.
        };
        if (starts.Length != lengths.Length || starts.Length != values.Length || (versions is not null && versions.Length != starts.Length))
        {
            throw new ArgumentException($"A chunk of {metric} needs arrays of one length, and versions if it is merged by interval.");
        }

        var kept = ChunkOrder.Canonical(starts, lengths, values, versions, merge);
        return new Chunk(metric, source, utcDay, kept.Starts, kept.Lengths, kept.Values, kept.Versions);
    }

    /// <summary>The union: idempotent, commutative and associative, so the order in which batches come does not matter.</summary>
    /// <exception cref="ArgumentException">The other chunk is of another metric, source name or day.</exception>
    public Chunk Union(Chunk other)
    {
        if (other.Metric != Metric || other.Source.Name != Source.Name || other.UtcDay != UtcDay)
        {
            throw new ArgumentException("Only chunks of one metric, source and day can be merged.");
        }

        return Of(
            Metric,
            Source,
            UtcDay,
            [.. Starts, .. other.Starts],
            [.. Lengths, .. other.Lengths],
            [.. Values, .. other.Values],
            Versions is null ? null : [.. Versions, .. other.Versions!]);
    }

    /// <summary>The readings, as instants.</summary>
    public IEnumerable<Reading> Readings()
    {
        var midnight = new DateTimeOffset(UtcDay, TimeOnly.MinValue, TimeSpan.Zero);
        for (var i = 0; i < Count; i++)
        {
            var start = midnight.AddSeconds(Starts[i]);
            yield return new Reading(Metric, start, start.AddSeconds(Lengths[i]), Values[i], Source);
        }
    }
}
