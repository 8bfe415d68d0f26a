using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitabase;

/// <summary>Which columns make which table, and which of them hold the person and the time.</summary>
internal static class FitabaseTables
{
    /// <summary>The first column's name; the second is what a spreadsheet's copy that goes round calls it.</summary>
    internal static readonly string[] Person = ["Id", "Customer Id"];

    internal static readonly string[] Times = ["ActivityDate", "ActivityDay", "ActivityHour", "ActivityMinute", "SleepDay", "Time", "date"];

    private static readonly (FitabaseTable Table, bool IsUnmistakable, string Time, string[] AnyOf)[] Known =
    [
        (FitabaseTable.DailyActivity, true, "ActivityDate", ["TotalSteps", "TotalDistance", "FairlyActiveMinutes", "VeryActiveMinutes", "SedentaryMinutes"]),
        (FitabaseTable.DailyActivity, true, "ActivityDay", ["StepTotal", "FairlyActiveMinutes", "VeryActiveMinutes", "SedentaryMinutes"]),
        (FitabaseTable.DailySleep, true, "SleepDay", ["TotalMinutesAsleep", "TotalTimeInBed"]),
        (FitabaseTable.Weight, true, "Date", ["WeightKg"]),
        (FitabaseTable.MinuteSteps, true, "ActivityMinute", ["Steps"]),
        (FitabaseTable.MinuteStepsWide, true, "ActivityHour", ["Steps00"]),
        (FitabaseTable.HourSteps, true, "ActivityHour", ["StepTotal"]),
        (FitabaseTable.MinuteIntensity, true, "ActivityMinute", ["Intensity"]),
        (FitabaseTable.MinuteIntensityWide, true, "ActivityHour", ["Intensity00"]),
        (FitabaseTable.Unread, true, "ActivityDay", ["Calories"]),
        (FitabaseTable.Unread, true, "ActivityDate", ["Calories"]),
        (FitabaseTable.Unread, true, "ActivityHour", ["Calories", "Calories00", "TotalIntensity", "AverageIntensity"]),
        (FitabaseTable.Unread, true, "ActivityMinute", ["Calories", "METs"]),
        (FitabaseTable.MinuteSleep, false, "date", ["logId"]),
        (FitabaseTable.HeartRate, false, "Time", ["Value"]),
    ];

    /// <summary>The table of these columns, and whether nobody else's has them; null for a table that is not Fitabase's.</summary>
    internal static (FitabaseTable Table, bool IsUnmistakable)? Find(CsvHeader header)
    {
        if (!Person.Any(name => header.Find(name) >= 0))
        {
            return null;
        }

        foreach (var (table, isUnmistakable, time, anyOf) in Known)
        {
            if (header.Find(time) >= 0 && anyOf.Any(name => header.Find(name) >= 0))
            {
                return (table, isUnmistakable);
            }
        }

        return null;
    }

    /// <summary>The same steps stand in up to four tables: the finest counts, the others are left out.</summary>
    internal static bool IsRepeatedBy(this FitabaseTable table, IReadOnlyCollection<FitabaseTable> all) => table switch
    {
        FitabaseTable.HourSteps => all.Contains(FitabaseTable.MinuteSteps) || all.Contains(FitabaseTable.MinuteStepsWide),
        FitabaseTable.MinuteStepsWide => all.Contains(FitabaseTable.MinuteSteps),
        FitabaseTable.MinuteIntensityWide => all.Contains(FitabaseTable.MinuteIntensity),
        _ => false,
    };
}
