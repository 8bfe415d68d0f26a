namespace KneeTwitch.Core.Trials;

/// <summary>A week of a trial.</summary>
/// <param name="First">Its first day.</param>
/// <param name="IsOn">With the strategy.</param>
/// <param name="KnownDays">Days with a check-in, those at the beginning that are left out not counted.</param>
/// <param name="TwitchDays">Days among them with a twitch.</param>
/// <param name="IsOver">No day of it is still to come.</param>
public sealed record TrialWeek(DateOnly First, bool IsOn, int KnownDays, int TwitchDays, bool IsOver)
{
    public const int DaysNeeded = 5;

    public bool IsValid => IsOver && KnownDays >= DaysNeeded;
}
