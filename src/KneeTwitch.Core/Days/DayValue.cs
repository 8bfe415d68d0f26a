using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>The one number of a metric and day.</summary>
/// <param name="Metric">What it is.</param>
/// <param name="Value">In the metric's unit; null exactly when missing.</param>
/// <param name="State">Measured, known zero or missing.</param>
/// <param name="Coverage">0 to 1: the share of the day (or night) that the data can speak for.</param>
/// <param name="Source">The sources that gave it, most first, joined by " + "; null when missing or derived from several metrics.</param>
public sealed record DayValue(Metric Metric, double? Value, DayState State, double Coverage, string? Source);
