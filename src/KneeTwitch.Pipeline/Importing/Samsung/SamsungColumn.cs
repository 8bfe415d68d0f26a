using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>A column that holds readings.</summary>
/// <param name="IsZeroUnknown">Where a zero means that nothing was measured or said.</param>
internal sealed record SamsungColumn(string Name, Metric Metric, bool IsZeroUnknown = true);
