namespace KneeTwitch.Core.Risks;

/// <summary>A raise or a clear, as it would have been seen on the morning after <paramref name="Day"/>.</summary>
/// <param name="Day">The day whose evaluation changed the level.</param>
/// <param name="Factor">The factor's id.</param>
/// <param name="From">Level before.</param>
/// <param name="To">Level after.</param>
/// <param name="Reason">raise, clear, downgrade or stale.</param>
public sealed record LevelChange(DateOnly Day, string Factor, int From, int To, string Reason);
