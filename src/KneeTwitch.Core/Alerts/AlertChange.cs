namespace KneeTwitch.Core.Alerts;

/// <summary>One step in an alert's life.</summary>
/// <param name="At">When it was done or noticed, UTC.</param>
/// <param name="What">opened, raised, downgraded, acknowledged, snoozed, resolved, reopened.</param>
/// <param name="Level">The level after it.</param>
/// <param name="Reason">Why, in words for the wearer.</param>
public sealed record AlertChange(DateTimeOffset At, string What, int Level, string Reason);
