namespace KneeTwitch.Core.Links;

/// <summary>What goes with the twitching, as seen on one day.</summary>
/// <param name="Day">The last day that was looked at.</param>
/// <param name="WindowDays">How many days, that one included: 84 to 168.</param>
/// <param name="Findings">One a factor, in the order of the list.</param>
public sealed record LinkLook(DateOnly Day, int WindowDays, IReadOnlyList<LinkFinding> Findings);
