using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>One value of a metric: as it was measured, or added up over the period that the app was set to.</summary>
internal static class HealthAutoExportPoints
{
    internal static void Add(JsonElement point, string name, string units, HealthAutoExportArray array, RowFindings findings)
    {
        var folded = HealthAutoExportMetrics.Fold(name);
        if (folded == HealthAutoExportMetrics.BloodPressure)
        {
            AddPressure(point, findings);
            return;
        }

        if (HealthAutoExportMetrics.Find(folded) is not { } metric)
        {
            findings.Context.Facts.LeftUnread(name.Length == 0 ? "values of a metric without a name" : $"metric {name}");
            return;
        }

        if (point.Moment("date") is not { } date)
        {
            findings.Reject("a date that cannot be read");
            return;
        }

        if (Value(point, metric, units, array, findings) is { } value)
        {
            Place(metric.Metric, name, date, value, array.Period, HealthAutoExportSource.Find(point.Text("source")), findings);
        }
    }

    private static double? Value(JsonElement point, HealthKitMetric metric, string units, HealthAutoExportArray array, RowFindings findings)
    {
        var said = point.Field("qty") ?? point.Field("Avg") ?? point.Field("avg");
        if (said?.AsNumber() is not { } number)
        {
            // In some languages the app groups digits as thousands: 808.742.334 may be anything.
            findings.Reject(said is null ? "a value that is missing" : "a value that is not a number");
            return null;
        }

        if (metric.Dimension is Dimension.Percent)
        {
            return array.IsFraction ? number * 100 : number;
        }

        var value = metric.Dimension is Dimension.Count ? number : Units.ToBase(number, units, metric.Dimension) / metric.UnitSize;
        if (value is null)
        {
            findings.Reject($"the unit '{units}' is not known");
        }

        return value;
    }

    private static void Place(Metric metric, string name, Moment date, double value, HealthAutoExportPeriod period, Source source, RowFindings findings)
    {
        var start = date.ToUtc(findings.Context.Zones);
        if (!HealthAutoExportMetrics.IsSum(metric))
        {
            if (metric is Metric.HeartRateBpm && period is HealthAutoExportPeriod.Day or HealthAutoExportPeriod.Longer)
            {
                findings.Context.Facts.LeftUnread($"averages of days of {name}");
                return;
            }

            findings.Add(metric, start, start, value, source);
            return;
        }

        switch (period)
        {
            case HealthAutoExportPeriod.None:
                findings.Add(metric, start, start, value, source);
                break;
            case HealthAutoExportPeriod.Minute or HealthAutoExportPeriod.Hour:
                var end = start.AddMinutes(period is HealthAutoExportPeriod.Hour ? 60 : 1);

                // A period that is not over will be sent again with more in it, and both would count.
                if (end > findings.Context.ExportedAt)
                {
                    findings.Context.Facts.LeftUnread("periods that were not over");
                    break;
                }

                findings.Add(metric, start, metric.Info().DayRule is DayRule.UnionSum && period is HealthAutoExportPeriod.Minute ? start : end, value, source);
                break;
            case HealthAutoExportPeriod.Day when DayTotals.Of(metric) is { } total:
                findings.AddDay(total, date.Day, value, source);
                break;
            default:
                findings.Context.Facts.LeftUnread(period is HealthAutoExportPeriod.Day ? $"totals of days of {name}" : $"totals of weeks or longer of {name}");
                break;
        }
    }

    private static void AddPressure(JsonElement point, RowFindings findings)
    {
        if (findings.Instant(point.Text("date")) is { } at)
        {
            var source = HealthAutoExportSource.Find(point.Text("source"));
            findings.Add(Metric.SystolicMmhg, at, at, point.Number("systolic"), source);
            findings.Add(Metric.DiastolicMmhg, at, at, point.Number("diastolic"), source);
        }
    }
}
