using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>A wearer's chunks arranged for asking by metric and time; the sources of a metric stand in the order of trust.</summary>
internal sealed class ReadingIndex
{
    private readonly Dictionary<Metric, Track[]> tracks;

    private ReadingIndex(Dictionary<Metric, Track[]> tracks) => this.tracks = tracks;

    internal bool IsEmpty => tracks.Count == 0;

    /// <summary>The sources of a metric, most trusted first.</summary>
    internal Track[] this[Metric metric] => tracks.TryGetValue(metric, out var found) ? found : [];

    internal static ReadingIndex Of(IEnumerable<Chunk> chunks, TrustOrder trust)
    {
        var parts = new Dictionary<(Metric Metric, string Source), List<Chunk>>();
        var kinds = new Dictionary<string, SourceKind>();
        foreach (var chunk in chunks)
        {
            var key = (chunk.Metric, chunk.Source.Name);
            if (!parts.TryGetValue(key, out var list))
            {
                parts[key] = list = [];
            }

            list.Add(chunk);
            var known = kinds.GetValueOrDefault(chunk.Source.Name);
            kinds[chunk.Source.Name] = Better(known, chunk.Source.Kind);
        }

        var tracks = parts
            .Select(part => (part.Key.Metric, Source: new Source(part.Key.Source, kinds[part.Key.Source]), Chunks: OneADay(part.Value)))
            .GroupBy(part => part.Metric)
            .ToDictionary(
                metric => metric.Key,
                metric => metric
                    .Select(part => new Track(part.Source, trust.Rank(part.Metric, part.Source), part.Chunks))
                    .OrderBy(track => track.Rank)
                    .ThenBy(track => track.Source.Name, StringComparer.Ordinal)
                    .ToArray());
        return new ReadingIndex(tracks);
    }

    /// <summary>A kind that is known goes before one that is not; of two, the first in the list of kinds, whatever came first.</summary>
    private static SourceKind Better(SourceKind one, SourceKind other) =>
        one == SourceKind.Unknown || (other != SourceKind.Unknown && other < one) ? other : one;

    private static Chunk[] OneADay(List<Chunk> chunks)
    {
        var days = new List<Chunk>(chunks.Count);
        foreach (var chunk in chunks.OrderBy(chunk => chunk.UtcDay))
        {
            if (days.Count > 0 && days[^1].UtcDay == chunk.UtcDay)
            {
                days[^1] = days[^1].Union(chunk);
            }
            else
            {
                days.Add(chunk);
            }
        }

        return [.. days];
    }
}
