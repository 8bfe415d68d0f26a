using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Generic;

/// <summary>How a file writes dates with slashes: one number above 12 tells which is the day. What nothing tells is asked for, never guessed.</summary>
internal sealed class GenericDates
{
    private bool isDayFirst;
    private bool isMonthFirst;
    private (long Line, string Text)? undecided;

    internal void See(GenericRow row)
    {
        foreach (var name in (string[])[GenericColumns.Time, GenericColumns.Date, GenericColumns.End])
        {
            if (row[name] is { } text)
            {
                See(row.Line, text);
            }
        }
    }

    /// <exception cref="ExportFormatException">Nothing in the file tells, or some of it says one thing and some the other.</exception>
    internal DateOrder Order(string path)
    {
        if (isDayFirst && isMonthFirst)
        {
            throw new ExportFormatException("The file", path, "writes some dates with the day first and others with the month first", "Write dates as 2026-03-31");
        }

        return isDayFirst ? DateOrder.DayFirst
            : isMonthFirst ? DateOrder.MonthFirst
            : undecided is var (line, text)
                ? throw new ExportFormatException("The file", path, $"has dates such as {text} (line {line}), and none of them tells whether the day or the month is first", "Write dates as 2026-03-31")
                : DateOrder.Unknown;
    }

    private void See(long line, string text)
    {
        var order = Moments.OrderOf([text]);
        isDayFirst |= order is DateOrder.DayFirst;
        isMonthFirst |= order is DateOrder.MonthFirst;
        if (order is DateOrder.Unknown && undecided is null && Moments.Parse(text) is null && Moments.Parse(text, DateOrder.DayFirst) is not null)
        {
            undecided = (line, text);
        }
    }
}
