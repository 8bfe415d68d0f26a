namespace KneeTwitch.Core.Readings;

/// <summary>What makes two readings of one metric and source the same reading.</summary>
public enum MergeKind
{
    /// <summary>Start, end and value all count: two different drinks in one minute both stay.</summary>
    Exact,

    /// <summary>Start and end count, the newer value wins: totals of a day and records that get edited. So are the buckets of <see cref="Restatements"/>.</summary>
    Interval,
}
