namespace KneeTwitch.Core.Readings;

/// <summary>Values of <see cref="Metric.CheckIn"/>, stored: what the wearer (or an app's "day complete") said of a whole day. Only what was said is known.</summary>
[Flags]
public enum CheckInItems
{
    None = 0,

    /// <summary>No training that day: its load is zero, worn or not.</summary>
    RestDay = 1,

    NoCaffeine = 2,

    NoNicotine = 4,

    NoTwitch = 8,

    /// <summary>All that was drunk is logged.</summary>
    DrinksComplete = 16,

    /// <summary>All that was eaten is logged.</summary>
    FoodComplete = 32,
}
