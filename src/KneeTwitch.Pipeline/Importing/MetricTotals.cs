namespace KneeTwitch.Pipeline.Importing;

/// <summary>All readings of a metric in one file, repetitions counted once, before any merging of sources.</summary>
public sealed record MetricTotals(long Count, double Sum, double Min, double Max);
