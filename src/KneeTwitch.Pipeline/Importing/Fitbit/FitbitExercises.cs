using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>The workouts of all pages: one that was edited stands in several, and the one changed last counts.</summary>
internal sealed class FitbitExercises(FitbitImport import)
{
    private const int MostWorkouts = 200_000;
    private static readonly string[] Zones = ["Fat Burn", "Cardio", "Peak"];

    private static readonly Dictionary<string, double> MetresIn = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Kilometer"] = 1_000,
        ["Kilometers"] = 1_000,
        ["Meter"] = 1,
        ["Meters"] = 1,
        ["Mile"] = 1_609.344,
        ["Miles"] = 1_609.344,
        ["Yard"] = 0.9144,
        ["Yards"] = 0.9144,
    };

    private readonly Dictionary<string, (DateTime Modified, FoundWorkout Workout, bool IsTyped, RowFindings Findings, long At)> byId = [];

    internal async Task ReadAsync(ExportEntry entry, CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: false, import.Context);
        await foreach (var item in JsonItems.ReadAsync(entry, "", import.Context, cancel))
        {
            findings.At = item.At;
            if (byId.Count >= MostWorkouts || Workout(item.Value, findings) is not { } workout)
            {
                continue;
            }

            var id = item.Value.Text("logId") ?? workout.Start.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            var modified = FitbitImport.Wall(item.Value.Text("lastModified")) ?? DateTime.MinValue;
            if (!byId.TryGetValue(id, out var known) || modified >= known.Modified)
            {
                byId[id] = (modified, workout, item.Value.Text("logType") is "manual", findings, item.At);
            }
        }
    }

    internal IEnumerable<Reading> Readings()
    {
        foreach (var (_, workout, isTyped, findings, at) in byId.Values.OrderBy(each => each.Workout.Start))
        {
            findings.At = at;
            workout.AddTo(findings, isTyped ? FitbitImport.TypedIn : FitbitImport.Tracker);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private FoundWorkout? Workout(JsonElement log, RowFindings findings)
    {
        if (import.Local(log.Text("startTime"), findings) is not { } start || findings.After(start, log.Number("duration") / 1_000) is not { } end)
        {
            return null;
        }

        var zones = log.Items("heartRateZones").ToList();
        return new FoundWorkout(start, end, FitbitSports.Find(log.Text("activityName")))
        {
            DistanceM = log.Text("distanceUnit") is { } unit && MetresIn.TryGetValue(unit, out var metres) ? log.Number("distance") * metres : null,
            EnergyKcal = log.Number("calories"),
            AverageHeartRateBpm = log.Number("averageHeartRate"),
            AscentM = log.Number("elevationGain") * import.Profile.MetresInElevation,
            ZoneMinutes = [.. Zones.Select(name => zones.FirstOrDefault(zone => zone.Text("name") == name).Number("minutes"))],
        };
    }
}
