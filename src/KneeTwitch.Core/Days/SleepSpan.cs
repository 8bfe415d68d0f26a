namespace KneeTwitch.Core.Days;

/// <summary>A stretch of sleep, from falling asleep to waking.</summary>
public readonly record struct SleepSpan(DateTimeOffset From, DateTimeOffset To);
