namespace KneeTwitch.Core.Readings;

/// <summary>One thing a source said: a value of a metric from an instant to an instant, in the metric's unit.</summary>
/// <param name="Metric">What was measured.</param>
/// <param name="Start">First instant, UTC; whole seconds are kept.</param>
/// <param name="End">Last instant, UTC; equal to the start for a spot measurement.</param>
/// <param name="Value">The value in the unit of the metric's name; finite.</param>
/// <param name="Source">Who said it.</param>
public readonly record struct Reading(Metric Metric, DateTimeOffset Start, DateTimeOffset End, double Value, Source Source)
{
    /// <summary>
    /// What a vendor says of a whole civil day. A civil day has no instant until a zone places it, so it is kept as the date itself (00:00 UTC
    /// and 24 h) whatever the zone: the same export read again, after the wearer moved, says the same.
    /// </summary>
    /// <param name="metric">A metric with <see cref="DayRule.VendorTotal"/>.</param>
    /// <param name="day">The vendor's day.</param>
    /// <param name="value">In the metric's unit.</param>
    /// <param name="source">Who said it.</param>
    public static Reading OfDay(Metric metric, DateOnly day, double value, Source source)
    {
        var start = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        return new Reading(metric, start, start.AddDays(1), value, source);
    }
}
