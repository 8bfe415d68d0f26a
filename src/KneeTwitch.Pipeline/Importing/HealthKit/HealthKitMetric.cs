using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthKit;

/// <summary>A record type we read. Quantities have a dimension and our unit's size in its base; categories have their words instead.</summary>
internal sealed record HealthKitMetric(Metric Metric, Dimension Dimension, double UnitSize = 1, IReadOnlyDictionary<string, double>? Words = null)
{
    internal static HealthKitMetric OfCategory(Metric metric, IReadOnlyDictionary<string, double> words) => new(metric, Dimension.Count, 1, words);
}
