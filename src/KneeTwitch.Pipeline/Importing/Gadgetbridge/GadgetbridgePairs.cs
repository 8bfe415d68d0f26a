using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Gadgetbridge;

/// <summary>Reads Huawei's table, where a stretch of time is two rows, one for its start and one for its end: those that look ahead are read.</summary>
internal sealed class GadgetbridgePairs(GadgetbridgeDatabase database)
{
    private const string Huawei = "HUAWEI_ACTIVITY_SAMPLE";
    private const long StepsSource = 0x0b;
    private const double MostKcalInARow = 1_000;

    internal static bool Is(string table) => table.Equals(Huawei, StringComparison.OrdinalIgnoreCase);

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = database.Findings(Huawei);
        var factor = await database.MostAsync(Huawei, "CALORIES", cancel) > MostKcalInARow ? 0.001 : 1;
        GadgetbridgeNights? nights = null;
        long? device = null;
        await foreach (var row in database.RowsAsync(
            Huawei, "order by DEVICE_ID, TIMESTAMP, OTHER_TIMESTAMP, SOURCE", cancel, "DEVICE_ID", "TIMESTAMP", "OTHER_TIMESTAMP", "SOURCE", "RAW_KIND", "STEPS", "DISTANCE", "CALORIES", "HEART_RATE", "SPO"))
        {
            findings.At++;
            if (nights is null || row.Whole(0) != device)
            {
                nights?.Close();
                device = row.Whole(0);
                nights = new GadgetbridgeNights(findings, database.Devices.Of(device));
            }

            if (!(row.Whole(1) > row.Whole(2)) && database.Instant(row.Whole(1), findings) is { } start && database.Instant(row.Whole(2) ?? row.Whole(1), findings) is { } end)
            {
                var source = database.Devices.Of(device);
                findings.Add(Metric.HeartRateBpm, start, start, GadgetbridgeMinutes.Pulse(row.Whole(8)), source);
                findings.Add(Metric.OxygenSaturationPercent, start, start, row.Number(9) is > 0 and <= 100 and var oxygen ? oxygen : null, source);
                if (row.Whole(3) is StepsSource)
                {
                    end = end > start ? end : start.AddMinutes(1);
                    AddSteps(start, end, row.Number(5), source, findings);
                    findings.Add(Metric.DistanceM, start, end, row.Number(6) is >= 0 and var metres ? metres : null, source);
                    findings.Add(Metric.ActiveEnergyKcal, start, end, row.Number(7) is >= 0 and var energy ? energy * factor : null, source);
                }
                else if (row.Whole(3) is 0x0a or 0x0d)
                {
                    nights.Add(start, end, GadgetbridgeKinds.Huawei(row.Whole(4)));
                }
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        nights?.Close();
        foreach (var reading in findings.Take())
        {
            yield return reading;
        }
    }

    private static void AddSteps(DateTimeOffset start, DateTimeOffset end, double? steps, Source source, RowFindings findings)
    {
        var most = GadgetbridgeMinutes.MostStepsPerMinute * Math.Max(1, (end - start).TotalMinutes);
        if (steps > most)
        {
            findings.Reject("more than 300 steps a minute: the rest was cut off");
        }

        findings.Add(Metric.Steps, start, end, steps is >= 0 ? Math.Min(steps.Value, most) : null, source);
    }
}
