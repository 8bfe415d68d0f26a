using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>A civil day of a wearer: one true number a metric, and the day's workouts. Metrics that are not listed are missing.</summary>
public sealed record DaySummary
{
    public required DateOnly Day { get; init; }

    public required IReadOnlyList<DayValue> Values { get; init; }

    public IReadOnlyList<Session> Sessions { get; init; } = [];

    /// <summary>When the wearer slept in the sleep day (18:00 of the day before to 18:00), naps included; earliest first, without overlaps.</summary>
    public IReadOnlyList<SleepSpan> Asleep { get; init; } = [];

    /// <summary>What a reader of the numbers should know.</summary>
    public IReadOnlyList<DayNote> Notes { get; init; } = [];

    /// <summary>The day's number of a metric, or null where it is missing.</summary>
    public double? this[Metric metric] => Find(metric)?.Value;

    /// <summary>The day's value with state and coverage, or null where the metric is missing.</summary>
    public DayValue? Find(Metric metric)
    {
        foreach (var value in Values)
        {
            if (value.Metric == metric)
            {
                return value;
            }
        }

        return null;
    }
}
