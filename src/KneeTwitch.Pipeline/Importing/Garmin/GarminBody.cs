using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>Health status of nights, and the body's measures, which are written again with every change of any of them.</summary>
internal sealed class GarminBody
{
    private readonly SortedDictionary<DateOnly, (double Kg, long At)> weights = [];

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
                _ => null,
            };
            if (known is null)
            {
                findings.Context.Facts.LeftUnread($"health status {metric.Text("type")}");
            }
            else if (findings.IsPossible(night, at))
            {
                findings.Add(known.Value, night, night, metric.Number("value") is > 0 and var value ? value : null, source, at);
            }
        }
    }

    internal void Measures(JsonElement row, long at)
    {
        var day = GarminTime.Day(row.Field("metaData")?.Field("calendarDate")) ?? GarminTime.Day(row.Field("calendarDate"));
        if (day is { } known && row.Field("weight")?.Number("weight") is > 0 and var grams)
        {
            weights[known] = (grams / 1_000, at);
        }
    }

    internal void Close(RowFindings findings, Source source)
    {
        var before = 0.0;
        foreach (var (day, (kg, at)) in weights)
        {
            var noon = findings.Context.Zones.ToUtc(day.ToDateTime(new TimeOnly(12, 0)));
            if (kg != before && findings.IsPossible(noon, at))
            {
                findings.Add(Metric.BodyMassKg, noon, noon, kg, source, at);
            }

            before = kg;
        }

        weights.Clear();
    }
}
