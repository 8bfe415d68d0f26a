using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>A record type as it occurs in one file, with what we make of it.</summary>
internal sealed class AppleRecordType(string type)
{
    private const int LongestName = 80;

    /// <summary>Without Apple's prefix.</summary>
    internal string Name { get; } = HealthKitMetrics.ShortName(type) is var name && name.Length > LongestName ? name[..LongestName] : HealthKitMetrics.ShortName(type);

    /// <summary>Null for a type we do not read.</summary>
    internal HealthKitMetric? Metric { get; } = HealthKitMetrics.Find(HealthKitMetrics.ShortName(type));
}
