namespace KneeTwitch.Pipeline.Reporting;

/// <summary>A metric's week in the weekly mail.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Mean">The mean of a day, with its unit.</param>
/// <param name="Change">Against the four weeks before, in words.</param>
/// <param name="Known">How many days are known.</param>
public sealed record MetricLine(string Label, string Mean, string Change, string Known);
