using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>A stretch of one stage of sleep, as a source says.</summary>
/// <param name="Start">When it begins.</param>
/// <param name="End">When it is over.</param>
/// <param name="Stage">Asleep, awake or only in bed.</param>
/// <param name="Source">Who says it.</param>
public sealed record NightStage(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage, string Source);
