using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>The union of chunks, in memory: what the table of readings does, for a look at a file without a database.</summary>
internal sealed class ChunkShelf
{
    /// <summary>Adding up many decimal fractions leaves a tail that nobody measured.</summary>
    private const int SumDecimals = 6;

    private readonly Dictionary<(Metric Metric, string Source, DateOnly Day), Chunk> chunks = [];
    private readonly Dictionary<string, Source> sources = [];

    internal IEnumerable<string> Sources => sources.Keys.Order(StringComparer.Ordinal);

    /// <summary>The chunks, each under the best that is known of its source's kind.</summary>
    internal IEnumerable<Chunk> Chunks => chunks.Values.Select(chunk => sources[chunk.Source.Name] is var best && best == chunk.Source
        ? chunk
        : Chunk.Of(chunk.Metric, best, chunk.UtcDay, chunk.Starts, chunk.Lengths, chunk.Values, chunk.Versions));

    internal long Readings => chunks.Values.Sum(chunk => (long)chunk.Count);

    internal void Add(Chunk chunk)
    {
        var key = (chunk.Metric, chunk.Source.Name, chunk.UtcDay);
        chunks[key] = chunks.TryGetValue(key, out var known) ? known.Union(chunk) : chunk;
        if (!sources.TryGetValue(chunk.Source.Name, out var source) || chunk.Source.Kind is SourceKind.Worn || source.Kind is SourceKind.App or SourceKind.Unknown)
        {
            sources[chunk.Source.Name] = chunk.Source;
        }
    }

    /// <summary>Count, sum, least and most of each metric, by its JSON name.</summary>
    internal IReadOnlyDictionary<string, MetricTotals> Totals() =>
        chunks.Values
            .GroupBy(chunk => chunk.Metric)
            .OrderBy(group => group.Key)
            .ToDictionary(
                group => group.Key.Info().Name,
                group => new MetricTotals(
                    group.Sum(chunk => (long)chunk.Count),
                    Math.Round(group.Sum(chunk => chunk.Values.Sum()), SumDecimals),
                    group.Min(chunk => chunk.Values.Min()),
                    group.Max(chunk => chunk.Values.Max())));

    /// <summary>The first and the last instant.</summary>
    internal (DateTimeOffset? From, DateTimeOffset? To) Span()
    {
        DateTimeOffset? from = null, to = null;
        foreach (var chunk in chunks.Values)
        {
            var midnight = new DateTimeOffset(chunk.UtcDay, TimeOnly.MinValue, TimeSpan.Zero);
            for (var i = 0; i < chunk.Count; i++)
            {
                var start = midnight.AddSeconds(chunk.Starts[i]);
                var end = start.AddSeconds(chunk.Lengths[i]);
                from = from < start ? from : start;
                to = to > end ? to : end;
            }
        }

        return (from, to);
    }
}
