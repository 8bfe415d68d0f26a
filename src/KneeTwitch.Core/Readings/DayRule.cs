namespace KneeTwitch.Core.Readings;

/// <summary>How readings of a metric become the one number of a day.</summary>
public enum DayRule
{
    /// <summary>Not summarized by itself: an ingredient of other day metrics, or a day metric that is derived.</summary>
    None,

    /// <summary>Added up in 15-minute slots, each slot from its most trusted source.</summary>
    SlotSum,

    /// <summary>Logs of all sources added up; one event logged through two apps counts once.</summary>
    UnionSum,

    /// <summary>Mean of the most trusted source's readings of the day.</summary>
    Mean,

    /// <summary>As <see cref="Mean"/>, each reading weighted by the time it was taken over: gait, measured in windows of walking.</summary>
    WindowMean,

    /// <summary>Mean of the night's readings where the night is known, else of the day's.</summary>
    NightMean,

    /// <summary>Median of the readings before noon, else of the day.</summary>
    MorningMedian,

    /// <summary>The worst of the day: symptoms.</summary>
    Maximum,

    /// <summary>What the vendor itself said of its day: stands in where finer data is missing.</summary>
    VendorTotal,
}
