namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>The parts of an archive that are read. The first ones are JSON, called as their files are.</summary>
internal enum FitbitPart
{
    Unread,
    Steps,
    Distance,
    Calories,
    HeartRate,
    RestingHeartRate,
    ModeratelyActiveMinutes,
    VeryActiveMinutes,
    DemographicVo2Max,
    RunVo2Max,
    Exercise,
    Sleep,
    Weight,
    FoodLogs,
    WaterLogs,

    // Tables.
    Profile,
    StressScore,
    HrvDetails,
    HrvSummary,
    RespiratoryRate,
    OxygenByMinute,
    OxygenByDay,
    Temperature,
    ZoneMinutes,

    /// <summary>Several tables in one file, as the old website wrote them.</summary>
    Diary,

    // Tables in Google's folders, which repeat what the JSON says.
    GoogleTable,
    GoogleSleepStages,
    GoogleSleeps,
    GoogleExercises,

    /// <summary>A workout as TCX, which repeats one of the log's with its beats.</summary>
    Recording,
}
