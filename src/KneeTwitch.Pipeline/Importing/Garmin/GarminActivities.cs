using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>A row of the summarized activities: milliseconds, centimetres, and energy in a unit of its own.</summary>
internal static class GarminActivities
{
    private const double EnergyInKcal = 4.19;

    internal static void Read(JsonElement row, RowFindings findings, Source source, long at)
    {
        // The parent of a multisport activity repeats the sums of its children.
        if (row.Flag("parent") is true)
        {
            findings.Context.Facts.LeftUnread("sums of multisport activities");
            return;
        }

        if ((GarminTime.Utc(row.Field("startTimeGmt")) ?? GarminTime.Utc(row.Field("beginTimestamp"))) is not { } start)
        {
            findings.Reject("an activity without a start", at);
            return;
        }

        if ((row.Number("elapsedDuration") ?? row.Number("duration")) is not (> 0 and < 31 * 86_400_000.0 and var elapsed))
        {
            findings.Reject("an activity without a duration that can be", at);
            return;
        }

        if (!findings.IsPossible(start, at))
        {
            return;
        }

        var type = row.Text("activityType") ?? row.Field("activityType")?.Text("typeKey");
        var sport = SportWords.Find(type);
        var zones = Enumerable.Range(1, 6).Select(zone => row.Number($"hrTimeInZone_{zone}")).ToList();
        var workout = new FoundWorkout(start, start.AddMilliseconds(elapsed), sport is Sport.Other ? SportWords.Find(row.Text("sportType")) : sport)
        {
            Minutes = row.Number("duration") / 60_000,
            DistanceM = row.Number("distance") / 100,
            EnergyKcal = row.Number("calories") / EnergyInKcal,
            AverageHeartRateBpm = row.Number("avgHr"),
            MaxHeartRateBpm = row.Number("maxHr"),
            AscentM = row.Number("elevationGain") / 100,
            ZoneMinutes = zones.Take(5).All(zone => zone is null) ? [] : [.. zones.Take(5).Select((zone, i) => ((zone ?? 0) + (i == 4 ? zones[5] ?? 0 : 0)) / 60_000)],
        };
        workout.AddTo(findings, source, at);
        if (row.Number("vO2MaxValue") is > 0 and var uptake && findings.IsPossible(workout.Start, at))
        {
            findings.Add(Metric.Vo2MaxMlPerKgMinute, workout.End, workout.End, uptake, source, at);
        }

        if (GarminTime.Utc(row.Field("startTimeLocal")) is { } local)
        {
            FitTime.Saw(findings.Context, start, FitTime.Offset(local.ToUnixTimeSeconds(), start.ToUnixTimeSeconds()));
        }
    }
}
