namespace KneeTwitch.Core.Risks;

/// <summary>A strategy that fits a day.</summary>
/// <param name="Strategy">What, with its cautions.</param>
/// <param name="Because">The rules it fits, by id; empty where the day's sport alone is the reason.</param>
public sealed record StrategyOffer(Strategy Strategy, IReadOnlyList<string> Because);
