using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>
/// Gathers readings into chunks by metric, source and UTC day, and hands them on in batches before they take too much memory. A chunk
/// that is handed on twice, in parts, is fine: storing is a union. The same readings in the same order give the same batches.
/// </summary>
/// <param name="exportedAt">When the export was made, as far as is known when a chunk is begun: how new its readings are.</param>
internal sealed class ReadingPacker(Func<DateTimeOffset> exportedAt)
{
    internal const int MostReadingsInBatch = 20_000;

    /// <summary>A packed reading takes up to 19 bytes, a chunk's head up to 18 and its source's name; as base64 this stays below 1 MB.</summary>
    private const int MostBytesInBatch = 680_000;

    private const int ReadingBytes = 20;
    private const int ChunkBytes = 18;

    /// <summary>About 32 MB: 16 bytes a reading with as much again for growing lists, 400 a chunk.</summary>
    private const int MostWeight = 1_000_000;

    private const int ChunkWeight = 12;
    private const long DaySeconds = 86_400;

    private readonly Dictionary<(Metric Metric, string Source, int Day), Open> open = [];
    private readonly List<Open> full = [];
    private Open? last;
    private int weight;

    /// <summary>True when it is time to <see cref="Flush"/>.</summary>
    internal bool Add(in Reading reading)
    {
        var start = reading.Start.ToUnixTimeSeconds();
        var day = (int)(start / DaySeconds);
        if (last is null || last.Day != day || last.Metric != reading.Metric || !ReferenceEquals(last.Source, reading.Source))
        {
            last = Find(reading.Metric, reading.Source, day);
        }

        last.Builder.Add((int)(start % DaySeconds), (int)(reading.End.ToUnixTimeSeconds() - start), reading.Value);
        weight++;
        if (last.Builder.Count >= MostReadingsInBatch)
        {
            full.Add(last);
            open.Remove((last.Metric, last.Source.Name, last.Day));
            last = null;
        }

        return weight >= MostWeight;
    }

    /// <summary>Everything gathered so far, by family, metric, source and day.</summary>
    internal IEnumerable<ReadingBatch> Flush()
    {
        var all = full.Concat(open.Values)
            .OrderBy(each => each.Metric.Info().Family)
            .ThenBy(each => each.Metric)
            .ThenBy(each => each.Source.Name, StringComparer.Ordinal)
            .ThenBy(each => each.Day)
            .ToList();
        full.Clear();
        open.Clear();
        (last, weight) = (null, 0);

        var chunks = new List<Chunk>();
        var (readings, bytes) = (0, 0);
        foreach (var each in all)
        {
            var size = ChunkBytes + (each.Source.Name.Length * 3) + (each.Builder.Count * ReadingBytes);
            var isOther = chunks.Count > 0 && chunks[0].Metric.Info().Family != each.Metric.Info().Family;
            if (chunks.Count > 0 && (isOther || readings + each.Builder.Count > MostReadingsInBatch || bytes + size > MostBytesInBatch))
            {
                yield return new ReadingBatch(chunks[0].Metric.Info().Family, chunks);
                (chunks, readings, bytes) = ([], 0, 0);
            }

            chunks.Add(each.Builder.Build());
            readings += each.Builder.Count;
            bytes += size;
        }

        if (chunks.Count > 0)
        {
            yield return new ReadingBatch(chunks[0].Metric.Info().Family, chunks);
        }
    }

    private Open Find(Metric metric, Source source, int day)
    {
        if (!open.TryGetValue((metric, source.Name, day), out var found))
        {
            var utcDay = DateOnly.FromDateTime(DateTime.UnixEpoch).AddDays(day);
            found = new Open(metric, source, day, new ChunkBuilder(metric, source, utcDay, (int)exportedAt().ToUnixTimeSeconds()));
            open.Add((metric, source.Name, day), found);
            weight += ChunkWeight;
        }

        return found;
    }

    private sealed record Open(Metric Metric, Source Source, int Day, ChunkBuilder Builder);
}
