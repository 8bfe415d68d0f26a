using System.Text;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Messages;

/// <summary>
/// The compact body of a batch: a table of sources, then each chunk with delta-coded starts, lengths, values (whole numbers as varints,
/// others as 8 bytes) and versions. A first byte tells the layout, so that it can grow.
/// </summary>
internal static class ChunkPacking
{
    private const byte Layout = 2;

    /// <summary>Layout 1 knew no accounts: nights came without versions.</summary>
    private const byte AccountsSince = 2;

    /// <summary>No batch holds more; a message that claims to is damaged.</summary>
    private const int MostReadings = 1_000_000;

    internal static byte[] Pack(IReadOnlyList<Chunk> chunks)
    {
        using var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes, Encoding.UTF8);
        var sources = chunks.Select(chunk => chunk.Source).Distinct().ToList();
        to.Write(Layout);
        to.Write7BitEncodedInt(sources.Count);
        foreach (var source in sources)
        {
            to.Write(source.Name);
            to.Write((byte)source.Kind);
        }

        to.Write7BitEncodedInt(chunks.Count);
        foreach (var chunk in chunks)
        {
            to.Write((short)chunk.Metric);
            to.Write7BitEncodedInt(sources.IndexOf(chunk.Source));
            to.Write(chunk.UtcDay.DayNumber);
            to.Write7BitEncodedInt(chunk.Count);
            Pack(chunk, to);
        }

        to.Flush();
        return bytes.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are not a batch of a layout this program knows.</exception>
    internal static IReadOnlyList<Chunk> Unpack(byte[] bytes)
    {
        using var from = new BinaryReader(new MemoryStream(bytes, writable: false), Encoding.UTF8);
        var layout = from.ReadByte();
        if (layout is 0 or > Layout)
        {
            throw new InvalidDataException($"This batch has layout {layout}; this program knows {Layout}. Update it.");
        }

        var sources = new Source[Count(from)];
        for (var i = 0; i < sources.Length; i++)
        {
            sources[i] = new Source(from.ReadString(), (SourceKind)from.ReadByte());
        }

        var chunks = new Chunk[Count(from)];
        for (var i = 0; i < chunks.Length; i++)
        {
            var metric = (Metric)from.ReadInt16();
            var source = sources[from.Read7BitEncodedInt()];
            chunks[i] = Unpack(from, layout, metric, source, DateOnly.FromDayNumber(from.ReadInt32()), Count(from));
        }

        return chunks;
    }

    private static void Pack(Chunk chunk, BinaryWriter to)
    {
        var before = 0;
        for (var i = 0; i < chunk.Count; i++)
        {
            to.Write7BitEncodedInt(chunk.Starts[i] - before);
            to.Write7BitEncodedInt(chunk.Lengths[i]);
            before = chunk.Starts[i];
        }

        var isWhole = Array.TrueForAll(chunk.Values, value => value is >= 0 and <= int.MaxValue && value == Math.Floor(value));
        to.Write(isWhole);
        foreach (var value in chunk.Values)
        {
            if (isWhole)
            {
                to.Write7BitEncodedInt((int)value);
            }
            else
            {
                to.Write(value);
            }
        }

        foreach (var version in chunk.Versions ?? [])
        {
            to.Write(version);
        }
    }

    private static Chunk Unpack(BinaryReader from, byte layout, Metric metric, Source source, DateOnly utcDay, int count)
    {
        var (starts, lengths, values, before) = (new int[count], new int[count], new double[count], 0);
        for (var i = 0; i < count; i++)
        {
            before = starts[i] = before + from.Read7BitEncodedInt();
            lengths[i] = from.Read7BitEncodedInt();
        }

        var isWhole = from.ReadBoolean();
        for (var i = 0; i < count; i++)
        {
            values[i] = isWhole ? from.Read7BitEncodedInt() : from.ReadDouble();
        }

        int[]? versions = null;
        if (metric.MergeOf(source) is var merge && (merge == MergeKind.Interval || (merge == MergeKind.Account && layout >= AccountsSince)))
        {
            versions = new int[count];
            for (var i = 0; i < count; i++)
            {
                versions[i] = from.ReadInt32();
            }
        }

        return Chunk.Of(metric, source, utcDay, starts, lengths, values, versions);
    }

    private static int Count(BinaryReader from) =>
        from.Read7BitEncodedInt() is var count and >= 0 and <= MostReadings ? count : throw new InvalidDataException("This batch is damaged.");
}
