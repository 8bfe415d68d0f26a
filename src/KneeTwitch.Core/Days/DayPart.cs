namespace KneeTwitch.Core.Days;

/// <summary>What one source gave of a day's number.</summary>
/// <param name="Source">Who.</param>
/// <param name="Amount">In the metric's unit: its share of a sum, or the number itself where a source speaks alone.</param>
/// <param name="Minutes">The time it spoke for; 0 for entries and spot measurements.</param>
public sealed record DayPart(string Source, double Amount, double Minutes);
