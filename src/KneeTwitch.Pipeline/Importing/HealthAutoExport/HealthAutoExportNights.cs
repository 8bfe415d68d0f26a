using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>Sleep in its three shapes: segments, or sums of a night in hours, with stages or without. Where a night comes as both, segments win.</summary>
internal sealed class HealthAutoExportNights(HealthAutoExportBatch batch)
{
    private static readonly Dictionary<string, SleepStage> Stages = new(StringComparer.Ordinal)
    {
        ["awake"] = SleepStage.Awake,
        ["asleep"] = SleepStage.Asleep,
        ["unspecified"] = SleepStage.Asleep,
        ["asleepunspecified"] = SleepStage.Asleep,
        ["inbed"] = SleepStage.InBed,
        ["core"] = SleepStage.Light,
        ["deep"] = SleepStage.Deep,
        ["rem"] = SleepStage.Rem,
    };

    internal static bool IsSegment(JsonElement point) => point.Field("value") is not null && point.Field("startDate") is not null;

    internal void Add(JsonElement point, string units, RowFindings findings)
    {
        if (IsSegment(point))
        {
            AddSegment(point, findings);
            return;
        }

        var end = point.Moment("sleepEnd") ?? point.Moment("inBedEnd");
        if ((end is { } known ? HealthAutoExportBatch.NightOf(known) : point.Moment("date")?.Day) is not { } night)
        {
            findings.Reject("a date that cannot be read");
            return;
        }

        if (batch.HasSegments(night))
        {
            findings.Context.Facts.LeftUnread("sums of nights that are told segment by segment");
            return;
        }

        AddSums(point, night, units, findings);
    }

    private static void AddSegment(JsonElement point, RowFindings findings)
    {
        if (!Stages.TryGetValue(HealthAutoExportMetrics.Fold(point.Text("value") ?? ""), out var stage))
        {
            findings.Reject("a sleep stage that is not known");
        }
        else if (findings.Instant(point.Text("startDate")) is { } start && findings.Instant(point.Text("endDate")) is { } end)
        {
            // The amount need not be what lies between: the app rounds it, and leaves out gaps.
            findings.Add(Metric.SleepStage, start, end, (double)stage, HealthAutoExportSource.Find(point.Text("source")));
        }
    }

    private static void AddSums(JsonElement point, DateOnly night, string units, RowFindings findings)
    {
        double? Minutes(string field) => point.Number(field) is { } said ? Units.ToBase(said, units.Length == 0 ? "hr" : units, Dimension.Time) / 60 : null;

        var source = HealthAutoExportSource.Find(point.Text("source") ?? point.Text("sleepSource") ?? point.Text("inBedSource"));
        (SleepStage Stage, double? Minutes)[] stages =
        [
            // Only what has no stage; the whole is the sum.
            (SleepStage.Asleep, Minutes("asleep")), (SleepStage.Light, Minutes("core")), (SleepStage.Deep, Minutes("deep")), (SleepStage.Rem, Minutes("rem")),
        ];
        var asleep = Minutes("totalSleep") is > 0 and var total ? total : stages.Sum(stage => stage.Minutes);

        // A zero is a band that tells only some of it, or a night that was not tracked.
        findings.AddDay(Metric.VendorSleepMinutes, night, asleep > 0 ? asleep : null, source);
        findings.AddDay(Metric.VendorInBedMinutes, night, Minutes("inBed") is > 0 and var inBed ? inBed : null, source);

        var start = point.Moment("inBedStart") ?? point.Moment("sleepStart");
        var end = point.Moment("inBedEnd") ?? point.Moment("sleepEnd");
        if (start is not { } from || end is not { } to)
        {
            return;
        }

        var seconds = stages.Append((SleepStage.Awake, Minutes("awake"))).Where(stage => stage.Item2 > 0).ToDictionary(stage => stage.Item1, stage => stage.Item2.GetValueOrDefault() * 60);
        if (asleep > 0 && !stages.Any(stage => stage.Minutes > 0))
        {
            seconds[SleepStage.Asleep] = asleep.Value * 60;
        }

        new FoundNight(from.ToUtc(findings.Context.Zones), to.ToUtc(findings.Context.Zones)) { Seconds = seconds }.AddTo(findings, source);
    }
}
