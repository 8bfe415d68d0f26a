namespace KneeTwitch.Core.Readings;

/// <summary>What makes two readings of one metric and source the same reading.</summary>
public enum MergeKind
{
    /// <summary>Start, end and value all count: two different drinks in one minute both stay.</summary>
    Exact,

    /// <summary>Start and end count, the newer value wins: totals of a day and records that get edited. So are the buckets of <see cref="Restatements"/>.</summary>
    Interval,

    /// <summary>
    /// Start, end and value count, and the newest export that says it is remembered: a night is told as a whole, so what a newer telling of it
    /// leaves out can be left out.
    /// </summary>
    Account,
}
