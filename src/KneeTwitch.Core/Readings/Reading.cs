namespace KneeTwitch.Core.Readings;

/// <summary>One thing a source said: a value of a metric from an instant to an instant, in the metric's unit.</summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Start">First instant, UTC; whole seconds are kept.</param>
/// <param name="End">Last instant, UTC; equal to the start for a spot measurement.</param>
/// <param name="Value">The value in the unit of the metric's name; finite.</param>
/// <param name="Source">Who said it.</param>
public readonly record struct Reading(Metric Metric, DateTimeOffset Start, DateTimeOffset End, double Value, Source Source);
