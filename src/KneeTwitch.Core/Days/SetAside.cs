namespace KneeTwitch.Core.Days;

/// <summary>What a source said that is not in a day's number, and why.</summary>
/// <param name="Source">Who.</param>
/// <param name="Amount">In the metric's unit.</param>
/// <param name="Reason">Why it does not count.</param>
/// <param name="Minutes">The time it is about; 0 for entries and spot measurements.</param>
public sealed record SetAside(string Source, double Amount, SetAsideReason Reason, double Minutes);
