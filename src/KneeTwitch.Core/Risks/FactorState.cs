namespace KneeTwitch.Core.Risks;

/// <summary>All that must be remembered of a factor to judge the next day; its default is the state before the first day.</summary>
/// <param name="Gate">What persists.</param>
/// <param name="Cusum">Dates the onset for rules with a daily z.</param>
/// <param name="AtOnce">The level that the day's facts gave at once.</param>
/// <param name="FlagDays">Days since a personal rule reached level 2, 0 on that day; null below level 2 and for other rules.</param>
internal readonly record struct FactorState(Gate Gate, Cusum Cusum, int? FlagDays, int AtOnce)
{
    /// <summary>The level of the day.</summary>
    public int Level => Math.Max(Gate.Level, AtOnce);
}
