using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.GoogleFit;

/// <summary>Reads sessions: sleep with its segments, and workouts with what was summed up over them.</summary>
internal static class GoogleFitSessions
{
    private const int MostSegments = 10_000;

    private static readonly Dictionary<string, Sport> Sports = new(StringComparer.OrdinalIgnoreCase)
    {
        ["walking"] = Sport.Walk,
        ["running"] = Sport.Run,
        ["hiking"] = Sport.Hike,
        ["biking"] = Sport.Cycle,
        ["rowing"] = Sport.Row,
        ["swimming"] = Sport.Swim,
        ["weightlifting"] = Sport.Strength,
        ["strength_training"] = Sport.Strength,
        ["circuit_training"] = Sport.Intervals,
        ["interval_training"] = Sport.Intervals,
        ["elliptical"] = Sport.Elliptical,
        ["stair_climbing"] = Sport.Stairs,
        ["yoga"] = Sport.Yoga,
        ["pilates"] = Sport.Yoga,
        ["dancing"] = Sport.Dance,
        ["tennis"] = Sport.RacketSport,
        ["badminton"] = Sport.RacketSport,
        ["squash"] = Sport.RacketSport,
        ["soccer"] = Sport.FieldSport,
        ["basketball"] = Sport.FieldSport,
        ["volleyball"] = Sport.FieldSport,
        ["skiing"] = Sport.Ski,
        ["snowboarding"] = Sport.Ski,
        ["skating"] = Sport.Skate,
        ["martial_arts"] = Sport.MartialArts,
        ["boxing"] = Sport.MartialArts,
        ["rock_climbing"] = Sport.Climbing,
        ["kayaking"] = Sport.Paddle,
        ["golf"] = Sport.Golf,
        ["horseback_riding"] = Sport.Ride,
    };

    internal static async Task<Reading[]> ReadAsync(ExportEntry entry, ReadingContext context, CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: false, context);
        await foreach (var item in JsonItems.ReadAsync(entry, "", context, cancel))
        {
            findings.At = item.At;
            Add(item.Value, findings);
        }

        return findings.Take();
    }

    private static void Add(JsonElement session, RowFindings findings)
    {
        if (findings.InstantWithOffset(session.Text("startTime")) is not { } start || findings.InstantWithOffset(session.Text("endTime")) is not { } end)
        {
            return;
        }

        var activity = session.Text("fitnessActivity") ?? "";
        if (activity.Equals("sleep", StringComparison.OrdinalIgnoreCase))
        {
            AddSleep(session, start, end, findings);
            return;
        }

        var kind = activity.Split('.')[0];
        double? Sum(string name) => session.Items("aggregate").FirstOrDefault(sum => sum.Text("metricName") == name) is { ValueKind: JsonValueKind.Object } found
            ? found.Number("floatValue") ?? found.Number("intValue")
            : null;

        new FoundWorkout(start, end, Sports.GetValueOrDefault(kind))
        {
            Minutes = Seconds(session.Text("duration")) / 60,
            DistanceM = Sum("com.google.distance.delta"),
            EnergyKcal = Sum("com.google.calories.expended"),
            AverageHeartRateBpm = Sum("com.google.heart_rate.summary"),
        }.AddTo(findings, GoogleFitTables.Fit);
    }

    private static void AddSleep(JsonElement session, DateTimeOffset start, DateTimeOffset end, RowFindings findings)
    {
        findings.Add(Metric.SleepStage, start, end, (double)SleepStage.InBed, GoogleFitTables.Fit);
        var segments = session.Items("segment").Take(MostSegments).ToList();
        if (segments.Count == 0)
        {
            findings.Add(Metric.SleepStage, start, end, (double)SleepStage.Asleep, GoogleFitTables.Fit);
        }

        foreach (var segment in segments)
        {
            SleepStage? stage = segment.Text("fitnessActivity") switch
            {
                "sleep" => SleepStage.Asleep,
                "sleep.awake" => SleepStage.Awake,
                "sleep.light" => SleepStage.Light,
                "sleep.deep" => SleepStage.Deep,
                "sleep.rem" => SleepStage.Rem,
                _ => null,
            };
            if (stage is not { } known)
            {
                findings.Context.Facts.LeftUnread($"segments of sleep called {segment.Text("fitnessActivity")}");
            }
            else if (findings.InstantWithOffset(segment.Text("startTime")) is { } from && findings.InstantWithOffset(segment.Text("endTime")) is { } to)
            {
                findings.Add(Metric.SleepStage, from, to, (double)known, GoogleFitTables.Fit);
            }
        }
    }

    private static double? Seconds(string? text) => text is not null && text.EndsWith('s') ? TextNumber.Parse(text[..^1]) : null;
}
