namespace KneeTwitch.Core.Days;

/// <summary>Why something that was said is not in the day's number. The numbers are stored.</summary>
public enum SetAsideReason : short
{
    /// <summary>A more trusted source spoke for the same time.</summary>
    LessTrusted = 1,

    /// <summary>The same event, also logged by another source.</summary>
    Copy = 2,

    /// <summary>The source itself said that time more finely or anew: an overlapping or edited record, a night that was analysed again.</summary>
    Repeated = 3,

    /// <summary>A total of many hours: the part of it that finer readings count already.</summary>
    WithinTotal = 4,

    /// <summary>In bed is not asleep.</summary>
    NotAsleep = 5,

    /// <summary>A vendor's total of the day: compared, not added.</summary>
    VendorTotal = 6,

    /// <summary>Another report of the day was worse.</summary>
    Milder = 7,
}
