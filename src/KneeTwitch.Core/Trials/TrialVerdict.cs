namespace KneeTwitch.Core.Trials;

/// <summary>What can be said of a trial.</summary>
public enum TrialVerdict
{
    /// <summary>Fewer than five pairs of known weeks: counts only.</summary>
    CountsOnly,

    /// <summary>Less than a day a week, or less than 30 %, fewer.</summary>
    NoDifference,

    /// <summary>Worth mentioning by its size, but the order of the weeks could have done it.</summary>
    CouldBeChance,
    Fewer,
}
