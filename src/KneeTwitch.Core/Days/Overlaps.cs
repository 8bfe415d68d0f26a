namespace KneeTwitch.Core.Days;

/// <summary>
/// Makes the readings of one source say everything once. Where they overlap (an hour's total beside its minutes, an edited record, a copy
/// with another end) the shorter one counts, and a longer one adds only what it has beyond that, for the time nobody spoke for yet.
/// </summary>
internal sealed class Overlaps
{
    private readonly List<Timed> pieces = [];

    /// <summary>Readings as pieces that do not overlap; a reading without length lasts one second. The list is valid until the next call.</summary>
    /// <param name="readings">By start, earliest first.</param>
    internal List<Timed> Resolve(List<Timed> readings)
    {
        pieces.Clear();
        for (var first = 0; first < readings.Count;)
        {
            var (next, end) = (first + 1, EndOf(readings[first]));
            while (next < readings.Count && readings[next].Start < end)
            {
                end = Math.Max(end, EndOf(readings[next++]));
            }

            if (next == first + 1)
            {
                pieces.Add(readings[first] with { End = end });
            }
            else
            {
                Untangle(readings.GetRange(first, next - first));
            }

            first = next;
        }

        return pieces;
    }

    private static long EndOf(Timed reading) => Math.Max(reading.End, reading.Start + 1);

    private void Untangle(List<Timed> tangle)
    {
        var edges = tangle.SelectMany(reading => (long[])[reading.Start, EndOf(reading)]).Distinct().Order().ToArray();
        var amounts = new double?[edges.Length - 1];
        foreach (var reading in tangle.OrderBy(LengthOf).ThenByDescending(reading => reading.Value).ThenBy(reading => reading.Start))
        {
            var (first, end) = (Array.BinarySearch(edges, reading.Start), Array.BinarySearch(edges, EndOf(reading)));
            var (said, free) = (0.0, 0L);
            for (var i = first; i < end; i++)
            {
                said += amounts[i] ?? 0;
                free += amounts[i] is null ? edges[i + 1] - edges[i] : 0;
            }

            var added = Math.Max(0, Math.Min(reading.Value - said, reading.Value * free / LengthOf(reading)));
            for (var i = first; i < end; i++)
            {
                amounts[i] ??= added * (edges[i + 1] - edges[i]) / free;
            }
        }

        for (var i = 0; i < amounts.Length; i++)
        {
            if (amounts[i] is { } amount)
            {
                pieces.Add(new Timed(edges[i], edges[i + 1], amount, 0));
            }
        }
    }

    private static long LengthOf(Timed reading) => EndOf(reading) - reading.Start;
}
