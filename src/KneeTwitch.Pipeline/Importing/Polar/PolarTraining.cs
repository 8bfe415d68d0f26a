using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Polar;

/// <summary>
/// A session of either generation of files: its exercise, which leaves to the session what it does not say itself. Several exercises are
/// workouts of their own, and the session's totals are then only their sum.
/// </summary>
internal sealed class PolarTraining(JsonElement exercise, JsonElement whole, RowFindings findings)
{
    private const double MostOffsetMinutes = 18 * 60;
    private const double LongestStepMillis = 3_600_000;

    internal static void Add(JsonElement session, RowFindings findings)
    {
        var exercises = session.Items("exercises").ToList();
        if (exercises.Count <= 1)
        {
            new PolarTraining(exercises.Count == 1 ? exercises[0] : session, session, findings).Add();
            return;
        }

        foreach (var exercise in exercises)
        {
            new PolarTraining(exercise, exercise, findings).Add();
        }
    }

    private void Add()
    {
        if (Instant(Text("startTime")) is not { } start)
        {
            return;
        }

        var seconds = PolarWords.Seconds(Text("duration")) ?? (Measured("durationMillis") / 1_000);
        var stop = Text("stopTime");
        if ((stop is null ? findings.After(start, seconds) : Instant(stop)) is not { } end)
        {
            return;
        }

        new FoundWorkout(start, end, PolarWords.SportOf(Sport(exercise) ?? Sport(whole)))
        {
            Minutes = seconds / 60,
            DistanceM = Measured("distance", "distanceMeters"),
            EnergyKcal = Measured("kiloCalories", "calories"),
            AverageHeartRateBpm = Pulse("avg") ?? Measured("averageHeartRate", "hrAvg"),
            MaxHeartRateBpm = Pulse("max") ?? Measured("maximumHeartRate", "hrMax"),
            AscentM = Measured("ascent"),
            ZoneMinutes = [.. Zones()],
        }.AddTo(findings, PolarWords.Watch);
        AddPulse(start, end);
    }

    private static string? Sport(JsonElement item) => item.Text("sport") ?? item.Field("sport")?.Text("id");

    private string? Text(params ReadOnlySpan<string> names)
    {
        foreach (var item in (JsonElement[])[exercise, whole])
        {
            foreach (var name in names)
            {
                if (item.Text(name) is { } text)
                {
                    return text;
                }
            }
        }

        return null;
    }

    private double? Measured(params ReadOnlySpan<string> names) => Text(names) is { } text && TextNumber.Parse(text) is > 0 and var number ? number : null;

    private double? Pulse(string name) => (exercise.Field("heartRate") ?? whole.Field("heartRate"))?.Number(name);

    /// <summary>Written on the wearer's clock; the offset stands beside it, in minutes, positive in the east.</summary>
    private DateTimeOffset? Instant(string? text)
    {
        var east = Text("timezoneOffset", "timeZoneOffset", "timezoneOffsetMinutes") is { } said ? TextNumber.Parse(said) : null;
        var moment = Moments.Parse(text);
        return findings.Instant(moment is { Offset: null } wall && east is >= -MostOffsetMinutes and <= MostOffsetMinutes
            ? wall with { Offset = TimeSpan.FromMinutes(east.Value) }
            : moment);
    }

    private IEnumerable<double?> Zones() =>
        (exercise.Field("zones")?.Items("heart_rate") ?? [])
            .OrderBy(zone => zone.Number("lowerLimit"))
            .Select(zone => PolarWords.Seconds(zone.Text("inZone")) / 60);

    /// <summary>A sample without a value, or with the text NaN, is a dropout.</summary>
    private void AddPulse(DateTimeOffset start, DateTimeOffset end)
    {
        var samples = exercise.Field("samples");
        foreach (var sample in samples?.Items("heartRate") ?? [])
        {
            if (sample.Number("value") is > 0 and var bpm && Instant(sample.Text("dateTime")) is { } at)
            {
                findings.Add(Metric.HeartRateBpm, at, at, bpm, PolarWords.Watch);
            }
        }

        foreach (var series in samples?.Items("samples") ?? [])
        {
            if (series.Text("type") is not "HEART_RATE" || series.Number("intervalMillis") is not (> 0 and <= LongestStepMillis and var step))
            {
                continue;
            }

            var at = start;
            foreach (var value in series.Items("values"))
            {
                if (value.AsNumber() is > 0 and var bpm && at <= end)
                {
                    findings.Add(Metric.HeartRateBpm, at, at, bpm, PolarWords.Watch);
                }

                at = at <= end ? at.AddMilliseconds(step) : at;
            }
        }
    }
}
