namespace KneeTwitch.Pipeline.Importing.Formats;

/// <summary>Which of two small numbers of a date is the day.</summary>
internal enum DateOrder
{
    /// <summary>Nobody said; 3/4/2026 is then no date.</summary>
    Unknown,
    DayFirst,
    MonthFirst,
}
