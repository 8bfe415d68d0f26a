using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>Workouts, Open mHealth's own and HealthKit's.</summary>
internal static class OmhActivities
{
    internal static void Add(JsonElement body, OmhFrame frame, Source source, RowFindings findings)
    {
        if (body.Text("activity_name") is not { } name)
        {
            findings.Reject("an activity without a name");
            return;
        }

        if (!TryValue(body, "distance", Dimension.Length, findings, out var distance) || !TryValue(body, "kcal_burned", Dimension.Energy, findings, out var energy)
            || !TryValue(body, "duration", Dimension.Time, findings, out var seconds))
        {
            return;
        }

        var sport = HealthKitSports.Find(name) is not Sport.Other and var known ? known : SportWords.Find(name);
        if (frame.IsVague)
        {
            AddVague(sport, distance, energy, frame.Time, source, findings);
        }
        else if (frame.Time.Day is not null || frame.Time.IsLongerThanADay)
        {
            findings.Context.Facts.LeftUnread("activities of a whole day or longer");
        }
        else if ((frame.IsInterval ? frame.Time.End : findings.After(frame.Time.Start, seconds)) is { } end)
        {
            new FoundWorkout(frame.Time.Start, end, sport) { Minutes = seconds / 60, DistanceM = distance, EnergyKcal = energy }.AddTo(findings, source);
        }
    }

    /// <summary>Six hours of a morning are no workout of six hours: only how far it went is known, and that it was then.</summary>
    private static void AddVague(Sport sport, double? distance, double? energy, FoundTime time, Source source, RowFindings findings)
    {
        var metric = sport switch
        {
            Sport.Walk or Sport.Run or Sport.Hike => Metric.DistanceM,
            Sport.Cycle => Metric.CyclingDistanceM,
            Sport.Swim => Metric.SwimmingDistanceM,
            _ => default(Metric?),
        };
        findings.Context.Facts.LeftUnread("workouts of which only the part of the day is known, but for distance and energy");
        findings.Add(Metric.ActiveEnergyKcal, time.Start, time.End, energy, source);
        if (metric is { } known)
        {
            findings.Add(known, time.Start, time.End, distance, source);
        }
    }

    /// <summary>False after a reject; a field that is not there is none.</summary>
    private static bool TryValue(JsonElement body, string field, Dimension dimension, RowFindings findings, out double? value)
    {
        value = body.Field(field) is { } quantity ? OmhUnits.Value(quantity, dimension, findings) : null;
        return value is not null || body.Field(field) is null;
    }
}
