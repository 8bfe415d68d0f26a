namespace KneeTwitch.Pipeline.Importing.Fitabase;

/// <summary>The tables of the export, known by their columns: file names differ between copies.</summary>
internal enum FitabaseTable
{
    DailyActivity,
    DailySleep,
    Weight,
    HeartRate,
    MinuteSleep,
    MinuteSteps,
    MinuteStepsWide,
    HourSteps,
    MinuteIntensity,
    MinuteIntensityWide,

    /// <summary>Known, and of no use: total energy, METs, sums of intensities.</summary>
    Unread,
}
