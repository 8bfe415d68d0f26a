using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>The one number of a metric and day.</summary>
/// <param name="Metric">What it is.</param>
/// <param name="Value">In the metric's unit; null exactly when missing.</param>
/// <param name="State">Measured, known zero or missing.</param>
/// <param name="Coverage">0 to 1: the share of the day (or night) that the data can speak for.</param>
/// <param name="Source">The sources that gave it, most first, joined by " + "; null when missing or derived from several metrics.</param>
public sealed record DayValue(Metric Metric, double? Value, DayState State, double Coverage, string? Source)
{
    internal const string EstimateFrom = "estimate from ";

    /// <summary>What each source gave, most first; empty where it was not asked for or nobody gave anything (a known zero).</summary>
    public IReadOnlyList<DayPart> Parts { get; init; } = [];

    /// <summary>What was said and does not count.</summary>
    public IReadOnlyList<SetAside> SetAside { get; init; } = [];

    /// <summary>Not said by any device but worked out from other readings of one.</summary>
    public bool IsEstimate => Source?.StartsWith(EstimateFrom, StringComparison.Ordinal) == true;

    // Lists are compared by what they hold: two equal days are equal.
    public bool Equals(DayValue? other) =>
        other is not null
        && (Metric, Value, State, Coverage, Source) == (other.Metric, other.Value, other.State, other.Coverage, other.Source)
        && Parts.SequenceEqual(other.Parts)
        && SetAside.SequenceEqual(other.SetAside);

    public override int GetHashCode() => HashCode.Combine(Metric, Value, State, Coverage, Source, Parts.Count, SetAside.Count);
}
