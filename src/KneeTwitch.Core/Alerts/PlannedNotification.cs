namespace KneeTwitch.Core.Alerts;

/// <summary>A rise and the day from which the wearer is told of it.</summary>
public sealed record PlannedNotification(Rise Rise, DateOnly Told);
