using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>The tables of Google's folders, by the first part of their names, and what their columns hold.</summary>
internal static class FitbitGoogleTables
{
    private static readonly (string Name, FitbitGoogleColumn[] Columns)[] Known =
    [
        ("steps", [new("steps", Metric.Steps)]),
        ("distance", [new("distance", Metric.DistanceM)]),
        ("calories", [new("calories", Metric.TotalEnergyKcal)]),
        ("floors", [new("floors", Metric.FlightsClimbed)]),
        ("heart_rate_variability", [new("root mean square of successive differences milliseconds", Metric.HrvRmssdMs), new("standard deviation milliseconds", Metric.HrvSdnnMs)]),
        ("heart_rate", [new("beats per minute", Metric.HeartRateBpm)]),
        ("daily_resting_heart_rate", [new("beats per minute", Metric.RestingHeartRateBpm)]),
        ("oxygen_saturation", [new("oxygen saturation percentage", Metric.OxygenSaturationPercent)]),
        ("respiratory_rate_sleep_summary", [new("full sleep stats - milli breaths per minute", Metric.RespiratoryRatePerMinute, 0.001), new("milli breaths per minute", Metric.RespiratoryRatePerMinute, 0.001)]),
        ("weight", [new("weight grams", Metric.BodyMassKg, 0.001)]),
        ("body_fat", [new("body fat percentage", Metric.BodyFatPercent)]),
        ("body_temperature", [new("temperature celsius", Metric.BodyTemperatureC)]),
        ("hydration_log", [new("milliliters", Metric.WaterMl), new("volume milliliters", Metric.WaterMl), new("amount milliliters", Metric.WaterMl)]),
    ];

    /// <summary>The columns that hold readings, the first one that is there counting of several for one metric; null for a table we do not read.</summary>
    internal static IReadOnlyList<FitbitGoogleColumn>? Find(ExportEntry entry) =>
        Known.FirstOrDefault(table => IsNamed(entry.Name, table.Name)).Columns;

    /// <summary>steps_2025-01-01.csv is a table of steps, heart_rate_variability.csv none of heart rates.</summary>
    private static bool IsNamed(string file, string table)
    {
        if (!file.StartsWith(table, StringComparison.OrdinalIgnoreCase) || file.Length <= table.Length)
        {
            return false;
        }

        return file[table.Length] is '.' || (file[table.Length] is '_' or '-' or ' ' && file.Length > table.Length + 1 && char.IsAsciiDigit(file[table.Length + 1]));
    }
}
