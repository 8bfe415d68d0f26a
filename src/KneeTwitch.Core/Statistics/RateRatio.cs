namespace KneeTwitch.Core.Statistics;

/// <summary>Events in two times of different length.</summary>
/// <param name="Ratio">The rate after over the rate before; infinite where nothing happened before.</param>
/// <param name="P">The exact probability of so many or more of the events falling after, if the rate had not changed.</param>
public readonly record struct RateRatio(double Ratio, double P)
{
    /// <summary>Null where nothing happened at all.</summary>
    /// <param name="eventsAfter">Events in the second time.</param>
    /// <param name="daysAfter">Its length, more than 0.</param>
    /// <param name="eventsBefore">Events in the first time.</param>
    /// <param name="daysBefore">Its length, more than 0.</param>
    public static RateRatio? Of(int eventsAfter, int daysAfter, int eventsBefore, int daysBefore) =>
        eventsAfter + eventsBefore == 0
            ? null
            : new RateRatio(
                eventsBefore == 0 ? double.PositiveInfinity : (double)eventsAfter / daysAfter / ((double)eventsBefore / daysBefore),
                Binomial.AtLeast(eventsAfter, eventsAfter + eventsBefore, (double)daysAfter / (daysAfter + daysBefore)));
}
