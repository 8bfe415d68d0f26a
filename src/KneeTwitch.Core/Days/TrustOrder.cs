using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>
/// Which source is believed first, a metric at a time: lower ranks first, equal ranks in the order of their names. The ranks by kind of
/// source stand in <see cref="TrustDefaults"/>; the wearer can give any source another one.
/// </summary>
public sealed class TrustOrder
{
    private readonly Dictionary<(Metric Metric, string Source), int> changes;

    private TrustOrder(Dictionary<(Metric Metric, string Source), int> changes) => this.changes = changes;

    /// <summary>The order by kind of source, without any changes.</summary>
    public static TrustOrder Default { get; } = new([]);

    /// <summary>The wearer's changes, in a stable order.</summary>
    public IReadOnlyList<(Metric Metric, string Source, int Rank)> Changes =>
        [.. changes.Select(change => (change.Key.Metric, change.Key.Source, change.Value)).Order()];

    /// <summary>This order with ranks the wearer gave to sources; a later change of the same source and metric wins.</summary>
    public TrustOrder With(IEnumerable<(Metric Metric, string Source, int Rank)> more)
    {
        var all = new Dictionary<(Metric Metric, string Source), int>(changes);
        foreach (var (metric, source, rank) in more)
        {
            all[(metric, source)] = rank;
        }

        return new TrustOrder(all);
    }

    /// <summary>The rank of a source for a metric; lower is trusted first.</summary>
    public int Rank(Metric metric, Source source) =>
        changes.TryGetValue((metric, source.Name), out var rank) ? rank : TrustDefaults.Of(metric).Rank(source.Kind);
}
