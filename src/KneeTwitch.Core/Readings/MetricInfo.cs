namespace KneeTwitch.Core.Readings;

/// <summary>What the system knows of a metric.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Name">Its name in JSON, snake_case with the unit; stable.</param>
/// <param name="Label">Its name for people, without the unit.</param>
/// <param name="Unit">The unit as people write it; empty for a plain count.</param>
/// <param name="Family">The family whose event carries it.</param>
/// <param name="Merge">What makes two readings the same.</param>
/// <param name="DayRule">How its readings become a day's number.</param>
/// <param name="IsDerived">True where no reader may yield it: Summarizing computes it.</param>
public sealed record MetricInfo(
    Metric Metric,
    string Name,
    string Label,
    string Unit,
    Family Family,
    MergeKind Merge,
    DayRule DayRule,
    bool IsDerived = false);
