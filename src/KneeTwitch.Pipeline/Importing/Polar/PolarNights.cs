using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Polar;

/// <summary>Nights: the hypnogram as a list of changes, or only sums on older devices. A night is named by the day it ends on.</summary>
internal static class PolarNights
{
    internal static void Add(JsonElement item, NightSums sums, RowFindings findings)
    {
        var hypnogram = item.Field("sleepResult")?.Field("hypnogram");
        var evaluation = item.Field("evaluation");
        if (findings.Day(item.Text("night")) is not { } day)
        {
            return;
        }

        var asleep = PolarWords.Seconds(evaluation?.Text("asleepDuration"));
        if (hypnogram?.Text("sleepStart") is not { } startText || hypnogram?.Text("sleepEnd") is not { } endText)
        {
            sums.Add(day, asleep / 60, null);
            return;
        }

        if (findings.Instant(startText) is not { } start || findings.Instant(endText) is not { } end)
        {
            return;
        }

        double Phase(string name) => PolarWords.Seconds(evaluation?.Field("phaseDurations")?.Text(name)) ?? 0;

        var stages = new Dictionary<SleepStage, double> { [SleepStage.Light] = Phase("light"), [SleepStage.Deep] = Phase("deep"), [SleepStage.Rem] = Phase("rem") };
        stages = stages.Values.Sum() > 0 ? stages : new() { [SleepStage.Asleep] = asleep ?? 0 };
        stages[SleepStage.Awake] = Phase("wake") is > 0 and var wake ? wake : PolarWords.Seconds(evaluation?.Field("interruptions")?.Text("totalDuration")) ?? 0;
        if (new FoundNight(start, end) { Parts = [.. Parts(hypnogram, start, end)], Seconds = stages }.AddTo(findings, PolarWords.Watch))
        {
            sums.Add(day, asleep / 60, (end - start).TotalMinutes);
        }
    }

    /// <summary>What was measured in a night and belongs to the day it ends on: mean intervals, of which rates are made.</summary>
    internal static void AddRecovery(JsonElement item, RowFindings findings)
    {
        if (findings.Day(item.Text("night")) is not { } day)
        {
            return;
        }

        double? Rate(string name) => item.Number(name) is > 0 and var milliseconds ? 60_000 / milliseconds : null;

        findings.AddAtDay(Metric.HrvRmssdMs, day, item.Number("meanNightlyRecoveryRmssd") is > 0 and var rmssd ? rmssd : null, PolarWords.Watch);
        findings.AddAtDay(Metric.HeartRateBpm, day, Rate("meanNightlyRecoveryRri"), PolarWords.Watch);
        findings.AddAtDay(Metric.RespiratoryRatePerMinute, day, Rate("meanNightlyRecoveryRespirationInterval"), PolarWords.Watch);
    }

    /// <summary>Each change begins a stage that lasts until the next one; the last change may lie behind the end.</summary>
    private static IEnumerable<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> Parts(JsonElement? hypnogram, DateTimeOffset start, DateTimeOffset end)
    {
        var changes = new List<(double Offset, SleepStage? Stage)>();
        foreach (var change in hypnogram?.Items("sleepStateChanges") ?? [])
        {
            if (PolarWords.Seconds(change.Text("offsetFromStart")) is { } offset)
            {
                changes.Add((offset, PolarWords.StageOf(change.Text("state"))));
            }
        }

        changes.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        for (var i = 0; i < changes.Count; i++)
        {
            var from = start.AddSeconds(changes[i].Offset);
            var to = i + 1 < changes.Count ? start.AddSeconds(changes[i + 1].Offset) : end;
            if (changes[i].Stage is { } stage && from < end && to > from)
            {
                yield return (from, to, stage);
            }
        }
    }
}
