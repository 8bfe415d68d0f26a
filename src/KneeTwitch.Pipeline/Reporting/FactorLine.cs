namespace KneeTwitch.Pipeline.Reporting;

/// <summary>Where a factor stood on Sunday, in the weekly mail.</summary>
/// <param name="Name">The factor's name.</param>
/// <param name="Standing">In words.</param>
/// <param name="Missing">What would have to be known; empty where nothing is missing.</param>
public sealed record FactorLine(string Name, string Standing, string Missing);
