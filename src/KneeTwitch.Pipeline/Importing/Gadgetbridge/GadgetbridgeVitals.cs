using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>Reads the tables of single measurements, alike for all vendors, and Xiaomi's days.</summary>
internal sealed class GadgetbridgeVitals(GadgetbridgeDatabase database)
{
    private const string XiaomiDays = "XIAOMI_DAILY_SUMMARY_SAMPLE";
    private const long MostHours = 14;
    private const long MostQuarters = 56;

    /// <summary>The first ending that fits counts. What is not in the range was not measured.</summary>
    private static readonly (string Ending, string Column, Metric Metric, double Least, double Most)[] Tables =
    [
        ("_HEART_RATE_RESTING_SAMPLE", "HEART_RATE", Metric.RestingHeartRateBpm, 15, 250),
        ("_HEART_RATE_MANUAL_SAMPLE", "HEART_RATE", Metric.HeartRateBpm, 15, 250),
        ("_HEART_RATE_SAMPLE", "HEART_RATE", Metric.HeartRateBpm, 15, 250),
        ("_SPO2_SAMPLE", "SPO2", Metric.OxygenSaturationPercent, 10, 100),
        ("_STRESS_SAMPLE", "STRESS", Metric.VendorStressScore, 1, 100),
        ("_HRV_VALUE_SAMPLE", "VALUE", Metric.HrvRmssdMs, 1, 2_000),
        ("_SLEEP_RESPIRATORY_RATE_SAMPLE", "RATE", Metric.RespiratoryRatePerMinute, 1, 120),
        ("_RESPIRATORY_RATE_SAMPLE", "RESPIRATORY_RATE", Metric.RespiratoryRatePerMinute, 1, 120),
        ("_WEIGHT_SAMPLE", "WEIGHT_KG", Metric.BodyMassKg, 1, 700),
    ];

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var table in database.Tables)
        {
            var kind = Tables.FirstOrDefault(known => table.EndsWith(known.Ending, StringComparison.OrdinalIgnoreCase));
            if (kind.Column is null || !await database.HasAsync(table, kind.Column, cancel))
            {
                continue;
            }

            var findings = database.Findings(table);
            await foreach (var row in database.RowsAsync(table, "order by DEVICE_ID, TIMESTAMP", cancel, "DEVICE_ID", "TIMESTAMP", kind.Column))
            {
                findings.At++;
                if (row.Number(2) is { } value && value >= kind.Least && value <= kind.Most && database.Instant(row.Whole(1), findings) is { } at)
                {
                    findings.Add(kind.Metric, at, at, value, database.Devices.Of(row.Whole(0)));
                }

                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }

        await foreach (var reading in DaysAsync(cancel))
        {
            yield return reading;
        }
    }

    private async IAsyncEnumerable<Reading> DaysAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = database.Findings(XiaomiDays);
        await foreach (var row in database.RowsAsync(XiaomiDays, "order by DEVICE_ID, TIMESTAMP", cancel, "DEVICE_ID", "TIMESTAMP", "TIMEZONE", "STEPS", "HR_RESTING"))
        {
            findings.At++;
            if (database.Instant(row.Whole(1), findings) is { } at)
            {
                var source = database.Devices.Of(row.Whole(0));
                findings.AddDay(Metric.VendorSteps, Day(at, row.Whole(2)), row.Number(3) is >= 0 and var steps ? steps : null, source);
                findings.Add(Metric.RestingHeartRateBpm, at, at, row.Number(4) is >= 15 and <= 250 and var bpm ? bpm : null, source);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>The zone is in hours on some devices, in quarters of an hour on others: it counts where it can only be one of them.</summary>
    private DateOnly Day(DateTimeOffset at, long? zone) =>
        zone is { } quarters && Math.Abs(quarters) is > MostHours and <= MostQuarters
            ? DateOnly.FromDateTime(at.AddMinutes(15 * quarters).UtcDateTime)
            : database.Context.Zones.DayOf(at);
}
