namespace KneeTwitch.Core.Readings;

/// <summary>Collects readings of one metric, source and UTC day until they become a <see cref="Chunk"/>.</summary>
public sealed class ChunkBuilder(Metric metric, Source source, DateOnly utcDay, int version)
{
    private readonly List<int> starts = [];
    private readonly List<int> lengths = [];
    private readonly List<double> values = [];

    public int Count => starts.Count;

    /// <param name="start">Seconds after 00:00 UTC of the day.</param>
    /// <param name="length">Seconds.</param>
    /// <param name="value">In the metric's unit.</param>
    public void Add(int start, int length, double value)
    {
        starts.Add(start);
        lengths.Add(length);
        values.Add(Canonical(value));
    }

    public Chunk Build()
    {
        var versions = metric.MergeOf(source) == MergeKind.Exact ? null : new int[Count];
        versions?.AsSpan().Fill(version);
        return Chunk.Of(metric, source, utcDay, [.. starts], [.. lengths], [.. values], versions);
    }

    /// <summary>
    /// Keeps six significant digits (and no negative zero), so that a value that comes in another unit next time (miles instead of
    /// kilometres) is the same reading again. Below 1e-10 it is zero.
    /// </summary>
    public static double Canonical(double value)
    {
        if (value == 0)
        {
            return 0;
        }

        var size = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var decimals = 5 - size;
        return decimals switch
        {
            > 15 => 0,
            >= 0 => Math.Round(value, decimals),
            _ => Math.Round(value / Math.Pow(10, -decimals)) * Math.Pow(10, -decimals),
        };
    }
}
