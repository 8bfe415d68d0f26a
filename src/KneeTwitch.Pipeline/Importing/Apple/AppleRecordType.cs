namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>A record type as it occurs in one file, with what we make of it.</summary>
internal sealed class AppleRecordType(string type)
{
    private const int LongestName = 80;

    /// <summary>Without Apple's prefix.</summary>
    internal string Name { get; } = AppleMetrics.ShortName(type) is var name && name.Length > LongestName ? name[..LongestName] : AppleMetrics.ShortName(type);

    /// <summary>Null for a type we do not read.</summary>
    internal AppleMetric? Metric { get; } = AppleMetrics.Find(AppleMetrics.ShortName(type));
}
