namespace KneeTwitch.Pipeline.Importing.Fitabase;

/// <summary>The tables of the export, known by their columns: file names differ between copies.</summary>
internal enum FitabaseTable
{
    DailyActivity,
    DailyEnergy,
    DailySleep,
    Weight,
    HeartRate,
    MinuteSleep,
    MinuteSteps,
    MinuteStepsWide,
    HourSteps,
    MinuteIntensity,
    MinuteIntensityWide,
    MinuteEnergy,
    MinuteEnergyWide,
    HourEnergy,

    /// <summary>Known, and of no use: METs, sums of intensities.</summary>
    Unread,
}
