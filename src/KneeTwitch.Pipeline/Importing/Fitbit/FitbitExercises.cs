using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>The workouts of all pages: one that was edited stands in several, and the one changed last counts.</summary>
internal sealed class FitbitExercises(FitbitImport import)
{
    private const int MostWorkouts = 200_000;
    private const double MillimetresInMetre = 1_000;
    private static readonly TimeSpan Twins = TimeSpan.FromMinutes(2);
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
    private readonly HashSet<long> starts = [];

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
                starts.Add(workout.Start.ToUnixTimeSeconds() / 60);
            }
        }
    }

    /// <summary>Reads Google's table of workouts. Its ids are others, so what begins with a workout of the JSON is that one again.</summary>
    internal async Task ReadTableAsync(ExportEntry entry, CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, import.Context);
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, import.Context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            var (start, end) = (findings.InstantWithOffset(row["exercise_start"]), findings.InstantWithOffset(row["exercise_end"]));
            if (start is not { } from || end is not { } to || row["exercise_id"] is not { } id || byId.Count >= MostWorkouts)
            {
                continue;
            }

            if (to <= from || to - from > TimeSpan.FromDays(7))
            {
                findings.Reject("a workout that ends before it begins, or lasts longer than a week");
                continue;
            }

            if (starts.Overlaps(Minutes(from)))
            {
                import.Context.Facts.LeftUnread("workouts that the JSON files hold as well");
                continue;
            }

            double? Measured(string name) =>
                row.Number("tracker_" + name) is > 0 and var tracked ? tracked : row.Number("manually_logged_" + name) is > 0 and var typed ? typed : null;

            // Speeds and paces are not what their columns say; they follow from distance and time anyway.
            var workout = new FoundWorkout(from, to, FitbitSports.Find(row["activity_name"]))
            {
                DistanceM = Measured("total_distance_mm") / MillimetresInMetre,
                EnergyKcal = Measured("total_calories"),
                AverageHeartRateBpm = Measured("avg_heart_rate"),
                MaxHeartRateBpm = Measured("peak_heart_rate"),
                AscentM = Measured("total_altitude_mm") / MillimetresInMetre,
            };
            var modified = Moments.Instant(row["exercise_last_updated"])?.UtcDateTime ?? DateTime.MinValue;
            if (!byId.TryGetValue("google " + id, out var known) || modified >= known.Modified)
            {
                byId["google " + id] = (modified, workout, row["log_type"]?.Equals("manual", StringComparison.OrdinalIgnoreCase) is true, findings, row.Line);
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

    private static IEnumerable<long> Minutes(DateTimeOffset around)
    {
        for (var at = around - Twins; at <= around + Twins; at = at.AddMinutes(1))
        {
            yield return at.ToUnixTimeSeconds() / 60;
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
