using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>Reads the archive's own tables: variability, oxygen, breathing, temperature, stress and zone minutes.</summary>
internal sealed class FitbitTables(FitbitImport import)
{
    /// <summary>What the tracker writes where it measured nothing.</summary>
    private const double NoOxygen = 50;

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, FitbitPart part, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, import.Context);
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, import.Context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            Add(part, row, findings);
            foreach (var reading in findings.Take())
            {
                if (part is FitbitPart.HrvDetails or FitbitPart.OxygenByMinute or FitbitPart.ZoneMinutes)
                {
                    import.Told(reading.Metric, reading.Start);
                }

                yield return reading;
            }
        }
    }

    private void Add(FitbitPart part, CsvRow row, RowFindings findings)
    {
        switch (part)
        {
            case FitbitPart.StressScore:
                AddStress(row, findings);
                break;
            case FitbitPart.HrvDetails:
                AddAt(Metric.HrvRmssdMs, row, row.Number("rmssd"), findings);
                break;
            case FitbitPart.HrvSummary:
                AddUnlessTold(Metric.HrvRmssdMs, row, row.Number("rmssd"), findings);
                break;
            case FitbitPart.RespiratoryRate:
                AddAt(Metric.RespiratoryRatePerMinute, row, row.Number("daily_respiratory_rate"), findings);
                break;
            case FitbitPart.OxygenByMinute:
                AddAt(Metric.OxygenSaturationPercent, row, row.Number("value") is var value && value is NoOxygen ? null : value, findings);
                break;
            case FitbitPart.OxygenByDay:
                AddUnlessTold(Metric.OxygenSaturationPercent, row, row.Number("average_value"), findings);
                break;
            case FitbitPart.Temperature:
                AddTemperature(row, findings);
                break;
            case FitbitPart.ZoneMinutes:
                FitbitZones.Add(row, import, findings);
                break;
        }
    }

    private void AddStress(CsvRow row, RowFindings findings)
    {
        // Zero is "no score", not the best or the worst of days.
        var isScored = row.Number("STRESS_SCORE") is > 0 && row["CALCULATION_FAILED"]?.Equals("true", StringComparison.OrdinalIgnoreCase) is not true;
        if (!isScored)
        {
            findings.Context.Facts.LeftUnread("days without a stress score");
        }
        else if (findings.Day(row["DATE"]) is { } day)
        {
            var at = import.Zones.StartOf(day);
            findings.Add(Metric.VendorStressScore, at, at, row.Number("STRESS_SCORE"), FitbitImport.Tracker);
        }
    }

    private void AddTemperature(CsvRow row, RowFindings findings)
    {
        if (row["nightly_temperature"] is null or "NaN" or "nan")
        {
            return;
        }

        if (import.Instant(row["sleep_start"], findings) is { } start && import.Instant(row["sleep_end"], findings) is { } end)
        {
            findings.Add(Metric.SleepingWristTemperatureC, start, end, row.Number("nightly_temperature"), FitbitImport.Tracker);
        }
    }

    private void AddAt(Metric metric, CsvRow row, double? value, RowFindings findings)
    {
        if (value is > 0 && import.Instant(row["timestamp"], findings) is { } at)
        {
            findings.Add(metric, at, at, value, FitbitImport.Tracker);
        }
    }

    /// <summary>A mean of the day beside its parts would weigh twice.</summary>
    private void AddUnlessTold(Metric metric, CsvRow row, double? value, RowFindings findings)
    {
        if (value is not > 0 || import.Instant(row["timestamp"], findings) is not { } at)
        {
            return;
        }

        if (import.IsTold(metric, at) || import.IsTold(metric, at.AddHours(12)))
        {
            findings.Context.Facts.LeftUnread($"means of days whose {metric.Info().Label.ToLowerInvariant()} is read in parts");
            return;
        }

        findings.Add(metric, at, at, value, FitbitImport.Tracker);
    }
}
