namespace KneeTwitch.Core.Risks;

/// <summary>What one source said, one value a day.</summary>
/// <param name="Values">All of it.</param>
/// <param name="Usual">Without ill and travel days: what a baseline is made of.</param>
internal sealed record SourceValues(double?[] Values, double?[] Usual);
