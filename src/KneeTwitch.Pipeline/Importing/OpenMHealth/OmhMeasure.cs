using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>A schema whose body is one value.</summary>
/// <param name="Field">The body's field.</param>
/// <param name="Metric">What it becomes; null where it is known and not read.</param>
/// <param name="UnitSize">Our unit in the base of its dimension.</param>
internal sealed record OmhMeasure(string Field, Metric? Metric, Dimension Dimension, double UnitSize = 1)
{
    /// <summary>The first version that wants an interval; 0 for none.</summary>
    internal int IntervalFrom { get; init; }

    /// <summary>What it is called where it is not read.</summary>
    internal string? Unread { get; init; }

    /// <summary>The only unit there is, where there are not several.</summary>
    internal string? OnlyUnit { get; init; }
}
