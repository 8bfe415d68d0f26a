using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Withings;

/// <summary>Reads <c>activities.csv</c>: one row a workout, with its numbers as JSON in one column.</summary>
internal static class WithingsActivities
{
    private const int MostWorkouts = 200_000;

    internal static bool IsTable(CsvHeader header) =>
        WithingsWords.ActivityType.Any(name => header.Find(name) >= 0) && header.Has("Data");

    internal static async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        if (!WithingsWords.From.Any(name => table.Has(name)) || !WithingsWords.To.Any(name => table.Has(name)) || !table.Has("Data"))
        {
            findings.Reject("the columns are not those of a table of activities");
            yield break;
        }

        // An edited workout comes once more; the one changed last counts.
        var newest = new Dictionary<(DateTimeOffset From, string Type), (DateTimeOffset Modified, FoundWorkout Workout, long Line)>();
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (newest.Count >= MostWorkouts || Workout(row, findings) is not { } workout)
            {
                continue;
            }

            var key = (workout.Start, row.FirstOf(WithingsWords.ActivityType) ?? "");
            var modified = Moments.Instant(row.FirstOf(WithingsWords.Modified)) ?? DateTimeOffset.MinValue;
            if (!newest.TryGetValue(key, out var known) || modified >= known.Modified)
            {
                newest[key] = (modified, workout, row.Line);
            }
        }

        foreach (var (_, workout, line) in newest.Values)
        {
            findings.At = line;
            workout.AddTo(findings, WithingsMetrics.Watch);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private static FoundWorkout? Workout(CsvRow row, RowFindings findings)
    {
        // What the wearer corrected by hand counts more than what the watch thought.
        var from = findings.InstantWithOffset(row.FirstOf([.. WithingsWords.ManualFrom, .. WithingsWords.From]));
        var to = findings.InstantWithOffset(row.FirstOf([.. WithingsWords.ManualTo, .. WithingsWords.To]));
        if (from is not { } start || to is not { } end)
        {
            return null;
        }

        if (row.FirstOf(WithingsWords.Timezone) is { } zone && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var known) && known.HasIanaId)
        {
            findings.Context.Facts.SawZone(start, known.Id);
        }

        var data = Data(row["Data"], findings);
        var pauseSeconds = data.GetValueOrDefault("pause_duration");
        var minutes = (end - start).TotalMinutes - (pauseSeconds is >= 0 and <= 86_400 ? pauseSeconds / 60 : 0);
        return new FoundWorkout(start, end, WithingsSports.Find(row.FirstOf(WithingsWords.ActivityType)))
        {
            Minutes = minutes,
            DistanceM = Number("distance") ?? Number("manual_distance"),
            EnergyKcal = Number("calories") ?? Number("manual_calories"),
            AverageHeartRateBpm = Number("hr_average"),
            MaxHeartRateBpm = Number("hr_max"),
            AscentM = Number("elevation"),
            ZoneMinutes = [.. Enumerable.Range(0, 4).Select(zone => Number(string.Create(CultureInfo.InvariantCulture, $"hr_zone_{zone}")) / 60)],
        };

        double? Number(string name) => data.TryGetValue(name, out var value) && value != 0 ? value : null;
    }

    private static Dictionary<string, double> Data(string? json, RowFindings findings)
    {
        var numbers = new Dictionary<string, double>();
        try
        {
            using var data = JsonDocument.Parse(json ?? "{}");
            if (data.RootElement.ValueKind is JsonValueKind.Object)
            {
                foreach (var property in data.RootElement.EnumerateObject().Where(property => property.Value.ValueKind is JsonValueKind.Number))
                {
                    numbers[property.Name] = property.Value.TryGetDouble(out var number) && double.IsFinite(number) ? number : 0;
                }
            }
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            findings.Reject("numbers of an activity that cannot be read");
        }

        return numbers;
    }
}
