using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Zepp;

/// <summary>The tables of an export, in the order in which one needs another: nights tell where the minutes of sleep belong.</summary>
internal enum ZeppKind
{
    Nights,
    SleepMinutes,
    Days,
    StepMinutes,
    HeartRates,
    HeartRateStamps,
    Workouts,
    Body,

    // Tables of Mi Fitness, Xiaomi's other app. The devices' names go before what the devices say.
    XiaomiDevices,
    XiaomiSamples,
    XiaomiDays,
    XiaomiWorkouts,
}

/// <summary>Tells the tables by their columns: people rename the files, and the order of columns changes by year.</summary>
internal static class ZeppKinds
{
    internal static ZeppKind? Of(CsvHeader header) =>
        header.Has("deepSleepTime", "shallowSleepTime", "start", "stop") ? ZeppKind.Nights
        : header.Has("date", "time", "stage") ? ZeppKind.SleepMinutes
        : header.Has("date", "steps", "distance", "runDistance", "calories") ? ZeppKind.Days
        : header.Names.Count == 3 && header.Has("date", "time", "steps") ? ZeppKind.StepMinutes
        : header.Has("date", "time", "heartRate") ? ZeppKind.HeartRates
        : header.Has("lastSyncTime", "heartRate", "timestamp") ? ZeppKind.HeartRateStamps
        : header.Has("type", "startTime", "sportTime(s)") ? ZeppKind.Workouts
        : header.Has("weight", "fatRate", "visceralFat") || header.Has("timestamp", "weight", "bmi") ? ZeppKind.Body
        : header.Has("Sid", "Key", "Time", "Value") ? header.Has("Tag") ? ZeppKind.XiaomiDays : header.Has("Category") ? ZeppKind.XiaomiWorkouts : ZeppKind.XiaomiSamples
        : header.Has("Sid", "Identifier", "Model", "Name") ? ZeppKind.XiaomiDevices
        : null;
}
