namespace KneeTwitch.Web.Charts;

/// <summary>A day of a <see cref="SeriesChart"/>.</summary>
/// <param name="Day">The civil day.</param>
/// <param name="Value">The day's number; null where it is missing.</param>
public sealed record SeriesPoint(DateOnly Day, double? Value);
