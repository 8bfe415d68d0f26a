using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Weeks;

/// <summary>One metric's week against the four weeks before it.</summary>
public sealed record MetricWeek
{
    /// <summary>Days of a week, and of the four weeks before, that must be known before the two are compared.</summary>
    public const int DaysNeeded = 4, DaysNeededBefore = 14;

    public required Metric Metric { get; init; }

    /// <summary>Mean of the known days, in the metric's unit; null where no day is known.</summary>
    public double? Mean { get; init; }

    /// <summary>Known days of the week, 0 to 7: its coverage.</summary>
    public required int Days { get; init; }

    /// <summary>Mean of the known days of the four weeks before; null where no day is known.</summary>
    public double? MeanBefore { get; init; }

    /// <summary>Known days of the four weeks before, 0 to 28.</summary>
    public required int DaysBefore { get; init; }

    /// <summary>This week's mean less the one before, in the metric's unit; null unless both sides know enough days.</summary>
    public double? Change => Days >= DaysNeeded && DaysBefore >= DaysNeededBefore ? Mean - MeanBefore : null;

    /// <summary>True where a change is there and small: below a twentieth of the mean before.</summary>
    public bool IsAboutTheSame => Change is { } change && Math.Abs(change) < 0.05 * Math.Abs(MeanBefore ?? 0);
}
