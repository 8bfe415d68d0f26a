using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>All that one source said of one metric, in time order.</summary>
/// <param name="source">Who.</param>
/// <param name="rank">Its place in the trust order of the metric.</param>
/// <param name="chunks">One a UTC day, in the order of days.</param>
internal sealed class Track(Source source, int rank, Chunk[] chunks)
{
    private const int DaySeconds = 86400;

    /// <summary>The longest reading: whoever wants what reaches into a span need not look further back.</summary>
    private readonly int longest = chunks.Max(chunk => chunk.Count == 0 ? 0 : chunk.Lengths.Max());

    internal Source Source => source;

    internal int Rank => rank;

    /// <summary>Replaces the content of a list by the readings that start in [from, to), earliest first.</summary>
    internal void Read(long from, long to, List<Timed> into)
    {
        into.Clear();
        for (var c = FirstChunk((int)(from / DaySeconds)); c < chunks.Length; c++)
        {
            var midnight = (long)chunks[c].UtcDay.DayNumber * DaySeconds;
            if (midnight >= to)
            {
                return;
            }

            Copy(chunks[c], midnight, from, to, into);
        }
    }

    /// <summary>As <see cref="Read"/>, with the readings besides that begin up to so many seconds earlier and may reach into the span.</summary>
    internal void ReadReaching(long from, long to, int atMost, List<Timed> into) => Read(from - Math.Min(atMost, Math.Max(1, longest)), to, into);

    private static void Copy(Chunk chunk, long midnight, long from, long to, List<Timed> into)
    {
        var (starts, lengths, values, versions) = (chunk.Starts, chunk.Lengths, chunk.Values, chunk.Versions);
        var first = 0;
        if (midnight < from)
        {
            var wanted = Array.BinarySearch(starts, (int)(from - midnight));
            first = wanted < 0 ? ~wanted : wanted;
            while (first > 0 && starts[first - 1] == from - midnight)
            {
                first--;
            }
        }

        for (var i = first; i < starts.Length && midnight + starts[i] < to; i++)
        {
            var start = midnight + starts[i];
            into.Add(new Timed(start, start + lengths[i], values[i], versions is null ? 0 : versions[i]));
        }
    }

    private int FirstChunk(int dayNumber)
    {
        var (low, high) = (0, chunks.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = chunks[middle].UtcDay.DayNumber < dayNumber ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
