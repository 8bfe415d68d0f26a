using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Garmin;

/// <summary>The summaries of days. A day may come twice, in two files or after a late synchronisation: the one that saw more of it counts.</summary>
internal sealed class GarminDays
{
    private const double FloorM = 3.048;

    private readonly Dictionary<DateOnly, (DateTimeOffset? Until, JsonElement Row, long At)> days = [];
    private readonly SortedDictionary<DateOnly, (double Ml, long At)> drinks = [];

    internal void Read(JsonElement row, RowFindings findings, long at)
    {
        if (GarminTime.Day(row.Field("calendarDate")) is not { } day)
        {
            findings.Reject("a day without a date", at);
            return;
        }

        // In some archives a row of its own, which must not stand for the day.
        if (row.Field("hydration") is { } hydration)
        {
            if (hydration.Number("valueInML") is > 0 and var ml)
            {
                drinks[day] = (Math.Max(ml, drinks.GetValueOrDefault(day).Ml), at);
            }

            if (row.Number("totalSteps") is null && row.Number("totalKilocalories") is null)
            {
                return;
            }
        }

        if (row.Flag("includesWellnessData") is false)
        {
            findings.Context.Facts.LeftUnread("days on which the device was not worn");
            return;
        }

        var until = GarminTime.Utc(row.Field("wellnessEndTimeGmt"));
        if (!days.TryGetValue(day, out var known) || known.Until is null || until >= known.Until)
        {
            days[day] = (until, row, at);
        }
    }

    internal void Close(RowFindings findings, Source source)
    {
        foreach (var (day, (_, row, at)) in days.OrderBy(day => day.Key))
        {
            Add(day, row, at, findings, source);
        }

        days.Clear();
        foreach (var (day, (ml, at)) in drinks)
        {
            if (findings.IsPossible(findings.Context.Zones.StartOf(day), at))
            {
                findings.AddDay(Metric.VendorWaterMl, day, ml, source, at);
            }
        }

        drinks.Clear();
    }

    private static void Add(DateOnly day, JsonElement row, long at, RowFindings findings, Source source)
    {
        var start = findings.Context.Zones.StartOf(day);
        if (!findings.IsPossible(start, at))
        {
            return;
        }

        (Metric Metric, double? Value)[] totals =
        [
            (Metric.VendorSteps, row.Number("totalSteps")),
            (Metric.VendorDistanceM, row.Number("totalDistanceMeters")),
            (Metric.VendorActiveEnergyKcal, row.Number("activeKilocalories")),
            (Metric.VendorBasalEnergyKcal, row.Number("bmrKilocalories")),
            (Metric.VendorModerateMinutes, row.Number("moderateIntensityMinutes")),
            (Metric.VendorVigorousMinutes, row.Number("vigorousIntensityMinutes")),
            (Metric.VendorFlightsClimbed, row.Number("floorsAscendedInMeters") / FloorM),
        ];
        foreach (var (metric, value) in totals)
        {
            findings.AddDay(metric, day, value, source, at);
        }

        var noon = start.AddHours(12);
        var stress = row.Field("allDayStress")?.Items("aggregatorList").Where(one => one.Text("type") == "TOTAL").Select(one => one.Number("averageStressLevel")).FirstOrDefault();
        (Metric Metric, double? Value)[] means =
        [
            (Metric.RestingHeartRateBpm, row.Number("currentDayRestingHeartRate") is > 0 and var today ? today : row.Number("restingHeartRate")),
            (Metric.OxygenSaturationPercent, row.Number("averageSpo2Value")),
            (Metric.VendorStressScore, stress),
        ];
        foreach (var (metric, value) in means)
        {
            findings.Add(metric, noon, noon, value is > 0 ? value : null, source, at);
        }
    }
}
