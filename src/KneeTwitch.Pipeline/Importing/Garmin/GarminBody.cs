using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>Health status of nights, blood pressure, and the body's measures, which are written again with every change of any of them.</summary>
internal sealed class GarminBody
{
    private readonly Dictionary<Metric, SortedDictionary<DateOnly, (double Value, long At)>> measures = [];

    internal static void Status(JsonElement row, RowFindings findings, Source source, long at)
    {
        if (GarminTime.Day(row.Field("calendarDate")) is not { } day)
        {
            findings.Reject("a health status without a date", at);
            return;
        }

        // Measured asleep, in the night that ended on this day.
        var night = findings.Context.Zones.ToUtc(day.ToDateTime(new TimeOnly(4, 0)));
        foreach (var metric in row.Items("metrics"))
        {
            Metric? known = metric.Text("type") switch
            {
                "HRV" => Metric.HrvRmssdMs,
                "SPO2" => Metric.OxygenSaturationPercent,
                "RESPIRATION" => Metric.RespiratoryRatePerMinute,
                "SKIN_TEMP_C" => Metric.SkinTemperatureDeviationC,
                _ => null,
            };
            if (known is null)
            {
                findings.Context.Facts.LeftUnread($"health status {metric.Text("type")}");
            }
            else if (findings.IsPossible(night, at))
            {
                // Zero was not measured; only a deviation may be below it.
                var value = metric.Number("value") is { } said && (said > 0 || (said < 0 && known is Metric.SkinTemperatureDeviationC)) ? said : (double?)null;
                findings.Add(known.Value, night, night, value, source, at);
            }
        }
    }

    /// <summary>A blood pressure, dated by UTC where the file has it, else by the wearer's clock.</summary>
    internal static void Pressure(JsonElement row, RowFindings findings, Source source, long at)
    {
        var pressure = row.Field("bloodPressure") is { ValueKind: JsonValueKind.Object } inner ? inner : row;
        if (pressure.Number("systolic") is not > 0 || pressure.Number("diastolic") is not > 0)
        {
            return;
        }

        var local = GarminTime.Clock(row.Field("measurementTimestampLocal")) ?? GarminTime.Clock(row.Field("metaData")?.Field("calendarDate"));
        var time = GarminTime.Utc(row.Field("measurementTimestampGMT")) ?? (local is { } clock ? findings.Context.Zones.ToUtc(clock) : null);
        if (time is not { } moment)
        {
            findings.Reject("a blood pressure without a time", at);
        }
        else if (findings.IsPossible(moment, at))
        {
            findings.Add(Metric.SystolicMmhg, moment, moment, pressure.Number("systolic"), source, at);
            findings.Add(Metric.DiastolicMmhg, moment, moment, pressure.Number("diastolic"), source, at);
            findings.Add(Metric.HeartRateBpm, moment, moment, pressure.Number("pulse") is > 0 and var beats ? beats : null, source, at);
        }
    }

    internal void Measures(JsonElement row, long at)
    {
        var said = GarminTime.Day(row.Field("metaData")?.Field("calendarDate")) ?? GarminTime.Day(row.Field("calendarDate"));
        if (said is not { } day)
        {
            return;
        }

        (Metric Metric, double? Value)[] all =
        [
            (Metric.BodyMassKg, row.Field("weight")?.Number("weight") / 1_000), (Metric.HeightCm, row.Number("height")), (Metric.Vo2MaxMlPerKgMinute, row.Number("vo2Max")),
        ];
        foreach (var (metric, number) in all)
        {
            if (number is > 0 and var value)
            {
                (measures.TryGetValue(metric, out var known) ? known : measures[metric] = [])[day] = (value, at);
            }
        }
    }

    internal void Close(RowFindings findings, Source source)
    {
        foreach (var (metric, days) in measures)
        {
            var before = 0.0;
            foreach (var (day, (value, at)) in days)
            {
                var noon = findings.Context.Zones.ToUtc(day.ToDateTime(new TimeOnly(12, 0)));
                if (value != before && findings.IsPossible(noon, at))
                {
                    findings.Add(metric, noon, noon, value, source, at);
                }

                before = value;
            }
        }

        measures.Clear();
    }
}
