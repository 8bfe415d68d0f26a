using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>Reads the workouts: their frame from the table, distance, energy and pulse from the summary in it.</summary>
internal sealed class GadgetbridgeWorkouts(GadgetbridgeDatabase database)
{
    private const string Table = "BASE_ACTIVITY_SUMMARY";
    private const int LongestSummary = 1 << 20;
    private const int DeepestSummary = 16;

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = database.Findings(Table);
        await foreach (var row in database.RowsAsync(Table, "order by DEVICE_ID, START_TIME", cancel, "DEVICE_ID", "START_TIME", "END_TIME", "ACTIVITY_KIND", "SUMMARY_DATA"))
        {
            findings.At++;
            if (database.Instant(row.Whole(1), findings) is { } start && database.Instant(row.Whole(2), findings) is { } end)
            {
                using var summary = Summary(row.Text(4), findings);
                Add(start, end, row.Whole(3), summary?.RootElement ?? default, database.Devices.Of(row.Whole(0)), findings);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private static void Add(DateTimeOffset start, DateTimeOffset end, long? kind, JsonElement summary, Source source, RowFindings findings)
    {
        // What was slept stands in tables of its own.
        if (GadgetbridgeSports.IsSleep(kind))
        {
            findings.Context.Facts.LeftUnread($"{Table}: sleep");
            return;
        }

        new FoundWorkout(start, end, GadgetbridgeSports.Of(kind))
        {
            Minutes = Value(summary, Dimension.Time, "s", "activeSeconds") / 60,
            DistanceM = Value(summary, Dimension.Length, "m", "distanceMeters", "distance"),
            EnergyKcal = Value(summary, Dimension.Energy, "kcal", "caloriesBurnt", "calories"),
            AverageHeartRateBpm = Value(summary, null, "", "averageHR", "averageHeartRate"),
            MaxHeartRateBpm = Value(summary, null, "", "maxHR", "maxHeartRate"),
            AscentM = Value(summary, Dimension.Length, "m", "ascentMeters", "ascentDistance", "elevationGain"),
        }.AddTo(findings, source);
    }

    /// <summary>The first of some fields that says something. Minus one is not measured; a unit that is not known is the usual one.</summary>
    private static double? Value(JsonElement summary, Dimension? dimension, string unit, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (summary.Field(name) is { } field && (field.Number("value") ?? field.AsNumber()) is > 0 and var value)
            {
                return dimension is { } known ? Units.ToBase(value, field.Text("unit") ?? unit, known) ?? value : value;
            }
        }

        return null;
    }

    private static JsonDocument? Summary(string? text, RowFindings findings)
    {
        if (text is not { Length: <= LongestSummary })
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = DeepestSummary });
        }
        catch (JsonException)
        {
            findings.Reject("a summary of a workout that cannot be read");
            return null;
        }
    }
}
