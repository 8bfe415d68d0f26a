using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>The summaries of nights: sums of stages, laid into the night without their true order, which only its recordings hold.</summary>
internal static class GarminNights
{
    internal static void Read(JsonElement row, RowFindings findings, Source source, long at)
    {
        if (row.Text("sleepWindowConfirmationType") is "OFF_WRIST" or "UNCONFIRMED")
        {
            findings.Context.Facts.LeftUnread("nights that the device itself did not confirm");
            return;
        }

        if (GarminTime.Utc(row.Field("sleepStartTimestampGMT")) is not { } start || GarminTime.Utc(row.Field("sleepEndTimestampGMT")) is not { } end || end <= start)
        {
            findings.Context.Facts.LeftUnread("nights without a start and an end");
            return;
        }

        if (!findings.IsPossible(end, at))
        {
            return;
        }

        double?[] stages = [row.Number("deepSleepSeconds"), row.Number("lightSleepSeconds"), row.Number("remSleepSeconds")];
        findings.Add(Metric.SleepStage, start, end, (double)SleepStage.InBed, source, at);
        if (stages.All(stage => stage is null or 0))
        {
            // Typed in by hand: nothing was measured in it.
            findings.Add(Metric.SleepStage, start, end, (double)SleepStage.Asleep, source, at);
            return;
        }

        var seconds = new Dictionary<SleepStage, double>
        {
            [SleepStage.Deep] = stages[0] ?? 0,
            [SleepStage.Light] = stages[1] ?? 0,
            [SleepStage.Rem] = stages[2] ?? 0,
            [SleepStage.Awake] = row.Number("awakeSleepSeconds") ?? 0,
        };
        foreach (var (from, to, stage) in new NightOutline(start, end) { Seconds = seconds }.Fill([]))
        {
            findings.Add(Metric.SleepStage, from, to, (double)stage, source, at);
        }

        var day = GarminTime.Day(row.Field("calendarDate")) ?? findings.Context.Zones.DayOf(end);
        findings.AddDay(Metric.VendorSleepMinutes, day, stages.Sum() / 60, source, at);
        findings.AddDay(Metric.VendorInBedMinutes, day, (end - start).TotalMinutes, source, at);
        findings.Add(Metric.RespiratoryRatePerMinute, start, end, row.Number("averageRespiration") is > 0 and var breaths ? breaths : null, source, at);
        findings.Add(Metric.OxygenSaturationPercent, start, end, row.Field("spo2SleepSummary")?.Number("averageSPO2") is > 0 and var oxygen ? oxygen : null, source, at);
    }
}
