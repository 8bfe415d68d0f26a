using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>Reads the rows of workouts.</summary>
internal sealed class SamsungExercises(SamsungDevices devices)
{
    internal void Add(SamsungRow row, RowFindings findings)
    {
        if (row.Instant("start_time", findings) is not { } start)
        {
            return;
        }

        var milliseconds = row.Number("duration", findings);
        var end = row["end_time"] is not null ? row.Instant("end_time", findings) : findings.After(start, milliseconds / 1_000);
        if (end is not { } known)
        {
            return;
        }

        var code = row["exercise_type"];
        if (SamsungSports.Find(code) is null && code is not null)
        {
            findings.Context.Facts.LeftUnread($"exercise type {code}, read as another sport");
        }

        new FoundWorkout(start, known, SamsungSports.Find(code) ?? Sport.Other)
        {
            Minutes = milliseconds / 60_000,
            DistanceM = row.Number("distance", findings),
            EnergyKcal = row.Number("calorie", findings),
            AverageHeartRateBpm = row.Number("mean_heart_rate", findings),
            MaxHeartRateBpm = row.Number("max_heart_rate", findings),
        }.AddTo(findings, devices.SourceOf(row["deviceuuid"], row["source_name"]));
    }
}
