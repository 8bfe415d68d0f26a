namespace KneeTwitch.Core.Statistics;

/// <summary>
/// Time strata of a window: blocks of 28 days from its start, by weekday. A day is only compared with the same weekday within four weeks
/// [Levy2001; Janes2005].
/// </summary>
public static class Strata
{
    public const int BlockDays = 28, Weekdays = 7;

    /// <summary>How many a window of so many days has.</summary>
    public static int Count(int days) => (days + BlockDays - 1) / BlockDays * Weekdays;

    /// <summary>The stratum of a day of the window, counted from 0.</summary>
    public static int Of(int day) => (day / BlockDays * Weekdays) + (day % Weekdays);
}
