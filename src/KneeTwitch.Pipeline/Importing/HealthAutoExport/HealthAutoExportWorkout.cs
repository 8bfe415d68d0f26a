using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>A workout of either version, and the pulse that comes with it.</summary>
internal static class HealthAutoExportWorkout
{
    private static readonly Source App = HealthAutoExportSource.Find(null);

    internal static void Add(JsonElement workout, RowFindings findings)
    {
        if (findings.Instant(workout.Text("start")) is not { } start || findings.Instant(workout.Text("end")) is not { } end)
        {
            return;
        }

        var temperature = Amount(workout, "temperature", Dimension.Temperature);
        new FoundWorkout(start, end, Sport(workout.Text("name")))
        {
            Minutes = workout.Number("duration") / 60,
            DistanceM = Amount(workout, "distance", Dimension.Length),
            EnergyKcal = Amount(workout, "activeEnergyBurned", Dimension.Energy) ?? Amount(workout, "activeEnergy", Dimension.Energy),
            AverageHeartRateBpm = Amount(workout, "avgHeartRate", Dimension.Rate) ?? Pulse(workout, "avg"),
            MaxHeartRateBpm = Amount(workout, "maxHeartRate", Dimension.Rate) ?? Pulse(workout, "max"),
            AscentM = Amount(workout, "elevationUp", Dimension.Length) ?? Ascent(workout),
        }.AddTo(findings, App);
        if (end > start)
        {
            findings.Add(Metric.WorkoutTemperatureC, start, end, temperature, App);
        }

        foreach (var beat in workout.Items("heartRateData").Where(beat => beat.ValueKind is JsonValueKind.Object))
        {
            if (findings.Instant(beat.Text("date")) is { } at)
            {
                findings.Add(Metric.HeartRateBpm, at, at, beat.Number("Avg") ?? beat.Number("avg") ?? beat.Number("qty"), HealthAutoExportSource.Find(beat.Text("source")));
            }
        }

        if (workout.Items("route").Any())
        {
            findings.Context.Facts.LeftUnread("routes");
        }
    }

    private static double? Amount(JsonElement workout, string name, Dimension dimension) =>
        workout.Field(name) is { } amount && amount.Number("qty") is { } number && amount.Text("units") is { } units ? Units.ToBase(number, units, dimension) : null;

    private static double? Pulse(JsonElement workout, string name) =>
        workout.Field("heartRate") is { } pulse ? Amount(pulse, name, Dimension.Rate) : null;

    private static double? Ascent(JsonElement workout) =>
        workout.Field("elevation") is { } elevation && elevation.Number("ascent") is { } number ? Units.ToBase(number, elevation.Text("units") ?? "m", Dimension.Length) : null;

    /// <summary>Names are HealthKit's in words, with where it was before or after: Indoor Walk, Pool Swim, Walking.</summary>
    private static Sport Sport(string? name)
    {
        var plain = (name ?? "").Trim();
        foreach (var place in (string[])["Indoor ", "Outdoor ", "Pool ", "Open Water "])
        {
            plain = plain.StartsWith(place, StringComparison.OrdinalIgnoreCase) ? plain[place.Length..] : plain;
        }

        return HealthKit.HealthKitSports.Find(string.Concat(plain.Where(char.IsLetter))) is not Core.Readings.Sport.Other and var known ? known : SportWords.Find(plain);
    }
}
