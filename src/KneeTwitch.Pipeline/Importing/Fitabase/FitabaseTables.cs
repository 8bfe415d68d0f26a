using System.Text.RegularExpressions;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitabase;

/// <summary>Which columns make which table, and which of them hold the person and the time.</summary>
internal static partial class FitabaseTables
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
        (FitabaseTable.DailyEnergy, true, "ActivityDay", ["Calories"]),
        (FitabaseTable.DailyEnergy, true, "ActivityDate", ["Calories"]),
        (FitabaseTable.HourEnergy, true, "ActivityHour", ["Calories"]),
        (FitabaseTable.MinuteEnergyWide, true, "ActivityHour", ["Calories00"]),
        (FitabaseTable.MinuteEnergy, true, "ActivityMinute", ["Calories"]),
        (FitabaseTable.Unread, true, "ActivityHour", ["TotalIntensity", "AverageIntensity"]),
        (FitabaseTable.Unread, true, "ActivityMinute", ["METs"]),
        (FitabaseTable.MinuteSleep, false, "date", ["logId"]),
        (FitabaseTable.HeartRate, false, "Time", ["Value"]),
    ];

    /// <summary>The participant of a file that holds one only, by its name: 1001_minuteStepsNarrow_20160412_20160512.csv.</summary>
    internal static string? PersonOf(ExportEntry entry) => SinglePerson().Match(entry.Name) is { Success: true } name ? name.Groups[1].Value : null;

    /// <summary>The table of these columns, and whether nobody else's has them; null for a table that is not Fitabase's.</summary>
    /// <param name="hasPerson">Whether the file's name says whose it is: then no column has to.</param>
    internal static (FitabaseTable Table, bool IsUnmistakable)? Find(CsvHeader header, bool hasPerson)
    {
        if (!hasPerson && !Person.Any(name => header.Find(name) >= 0))
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

    /// <summary>The same steps and energy stand in up to four tables: the finest counts, the others are left out.</summary>
    internal static bool IsRepeatedBy(this FitabaseTable table, IReadOnlyCollection<FitabaseTable> all) => table switch
    {
        FitabaseTable.HourSteps => all.Contains(FitabaseTable.MinuteSteps) || all.Contains(FitabaseTable.MinuteStepsWide),
        FitabaseTable.MinuteStepsWide => all.Contains(FitabaseTable.MinuteSteps),
        FitabaseTable.MinuteIntensityWide => all.Contains(FitabaseTable.MinuteIntensity),
        FitabaseTable.HourEnergy => all.Contains(FitabaseTable.MinuteEnergy) || all.Contains(FitabaseTable.MinuteEnergyWide),
        FitabaseTable.MinuteEnergyWide => all.Contains(FitabaseTable.MinuteEnergy),
        _ => false,
    };

    [GeneratedRegex(@"^([^_/]{1,100})_(?:daily|hourly|minute|heartrate_seconds|sleepDay|weightLog)\w*?\.csv$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex SinglePerson();
}
