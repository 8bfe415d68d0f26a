namespace KneeTwitch.Core.Alerts;

/// <summary>A rise to level 2 or 3, of which the wearer may have to be told.</summary>
/// <param name="Factor">The factor's id.</param>
/// <param name="AlertId">The alert that rose.</param>
/// <param name="Level">The level it rose to.</param>
/// <param name="Day">The day whose evaluation raised it.</param>
public sealed record Rise(string Factor, string AlertId, int Level, DateOnly Day)
{
    /// <summary>The day whose evaluation ended the flag; null while it stands. A rise that waits longer than its flag is never told.</summary>
    public DateOnly? Ended { get; init; }

    /// <summary>The day on which the wearer was told already: a fact that plans have to respect. Null if they were not.</summary>
    public DateOnly? Told { get; init; }

    /// <summary>Red flags are told at once and do not count against the limits of patterns.</summary>
    public bool IsRedFlag { get; init; }
}
