using System.Text.Json;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>What all values of one metric in one file say together.</summary>
internal sealed class HealthAutoExportArray
{
    private const int LeastForPeriod = 3;
    private const int WeekDays = 7;
    private bool isDaily = true;
    private bool isHourly = true;
    private bool isMinutely = true;
    private int count;
    private DateOnly? last;
    private int? shortestDays;

    /// <summary>Percentages of which none is above one are fractions.</summary>
    internal bool IsFraction { get; private set; } = true;

    internal HealthAutoExportPeriod Period =>
        count == 0 || !isMinutely ? HealthAutoExportPeriod.None
        : !isHourly ? HealthAutoExportPeriod.Minute
        : !isDaily ? HealthAutoExportPeriod.Hour
        : count >= LeastForPeriod && shortestDays >= WeekDays ? HealthAutoExportPeriod.Longer
        : HealthAutoExportPeriod.Day;

    internal void Add(JsonElement point)
    {
        IsFraction &= point.Number("qty") is null or <= 1;
        if (point.Moment("date") is not { } moment)
        {
            return;
        }

        count++;
        isMinutely &= moment.Wall.Second == 0;
        isHourly &= isMinutely && moment.Wall.Minute == 0;
        isDaily &= isHourly && moment.Wall.Hour == 0;
        if (last is { } before && before != moment.Day)
        {
            var days = Math.Abs(moment.Day.DayNumber - before.DayNumber);
            shortestDays = Math.Min(shortestDays ?? days, days);
        }

        last = moment.Day;
    }
}
