namespace KneeTwitch.Core.Days;

/// <summary>Unknown is not zero: the three states a day's value can be in.</summary>
public enum DayState : short
{
    Missing = 0,

    /// <summary>Known to be nothing: worn and no workout, a log kept and no coffee in it.</summary>
    Zero = 1,
    Measured = 2,
}
