using System.Runtime.CompilerServices;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>Reads the JSON files of one number after the other: minutes, heart beats, days. A file's name says where it begins, not what it holds.</summary>
internal sealed class FitbitSeries(FitbitImport import, double? metresInDistance)
{
    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, FitbitPart part, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: false, import.Context);
        await foreach (var item in JsonItems.ReadAsync(entry, "", import.Context, cancel))
        {
            findings.At = item.At;
            Add(part, item.Value, findings);
            foreach (var reading in findings.Take())
            {
                import.Told(reading.Metric, reading.Start);
                yield return reading;
            }
        }
    }

    private void Add(FitbitPart part, JsonElement item, RowFindings findings)
    {
        switch (part)
        {
            case FitbitPart.Steps:
                AddMinute(Metric.Steps, item, 1, findings);
                break;
            case FitbitPart.Distance when metresInDistance is { } metres:
                AddMinute(Metric.DistanceM, item, metres, findings);
                break;
            case FitbitPart.Distance:
                findings.Context.Facts.LeftUnread("distances whose unit is not known");
                break;
            case FitbitPart.Calories:
                // What a body burns at rest is in it, also in the minutes on the table.
                AddMinute(Metric.TotalEnergyKcal, item, 1, findings);
                break;
            case FitbitPart.HeartRate:
                AddBeat(item, findings);
                break;
            case FitbitPart.ModeratelyActiveMinutes:
                AddDay(Metric.VendorModerateMinutes, item, findings);
                break;
            case FitbitPart.VeryActiveMinutes:
                AddDay(Metric.VendorVigorousMinutes, item, findings);
                break;
            case FitbitPart.RestingHeartRate:
                AddResting(item, findings);
                break;
            case FitbitPart.DemographicVo2Max:
                AddAt(Metric.Vo2MaxMlPerKgMinute, item, ["filteredDemographicVO2Max", "demographicVO2Max"], findings);
                break;
            case FitbitPart.RunVo2Max:
                AddAt(Metric.Vo2MaxMlPerKgMinute, item, ["filteredRunVO2Max", "runVO2Max"], findings);
                break;
        }
    }

    private void AddMinute(Metric metric, JsonElement item, double size, RowFindings findings)
    {
        if (import.Minute(item.Text("dateTime"), findings) is not { } at)
        {
            return;
        }

        if (item.Number("value") is not { } value)
        {
            findings.Reject("a value that is not a number");
            return;
        }

        findings.Add(metric, at, at.AddMinutes(1), value * size, FitbitImport.Tracker);
    }

    private void AddBeat(JsonElement item, RowFindings findings)
    {
        var value = item.Field("value");
        if (value?.Number("confidence") is 0)
        {
            findings.Context.Facts.LeftUnread("heart rates the tracker did not trust");
        }
        else if (value?.Number("bpm") is not { } bpm)
        {
            findings.Reject("a heart rate that is not a number");
        }
        else if (import.Minute(item.Text("dateTime"), findings) is { } at)
        {
            findings.Add(Metric.HeartRateBpm, at, at, bpm, FitbitImport.Tracker);
        }
    }

    private static void AddDay(Metric metric, JsonElement item, RowFindings findings)
    {
        if (FitbitImport.Day(item.Text("dateTime"), findings) is { } day)
        {
            findings.AddDay(metric, day, item.Number("value"), FitbitImport.Tracker);
        }
    }

    /// <summary>Zero, and a missing date, mean that the tracker found no resting heart rate that day.</summary>
    private void AddResting(JsonElement item, RowFindings findings)
    {
        var value = item.Field("value");
        if (value?.Number("value") is not (> 0 and var bpm) || value?.Text("date") is not { } date)
        {
            findings.Context.Facts.LeftUnread("days without a resting heart rate");
            return;
        }

        if (FitbitImport.Day(date, findings) is { } day)
        {
            var at = import.Zones.StartOf(day);
            findings.Add(Metric.RestingHeartRateBpm, at, at, bpm, FitbitImport.Tracker);
        }
    }

    private void AddAt(Metric metric, JsonElement item, string[] names, RowFindings findings)
    {
        var value = names.Select(name => item.Field("value")?.Number(name)).FirstOrDefault(number => number is > 0);
        if (value is not null && FitbitImport.Day(item.Text("dateTime"), findings) is { } day)
        {
            var at = import.Zones.StartOf(day);
            findings.Add(metric, at, at, value, FitbitImport.Tracker);
        }
    }
}
