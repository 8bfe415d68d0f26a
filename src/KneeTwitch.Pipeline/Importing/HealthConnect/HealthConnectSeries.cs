using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>Reads records that are a row of points, of which there may be millions.</summary>
internal sealed class HealthConnectSeries(HealthConnectSnapshot snapshot, HealthConnectWorkouts workouts)
{
    private static readonly (string Parents, string Points, string Column, Metric Metric)[] All =
    [
        ("heart_rate_record_table", "heart_rate_record_series_table", "beats_per_minute", Metric.HeartRateBpm),
        ("skin_temperature_record_table", "skin_temperature_delta_table", "delta", Metric.SkinTemperatureDeviationC),
    ];

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var (parents, points, column, metric) in All)
        {
            var findings = snapshot.Findings(points);
            await foreach (var row in snapshot.SeriesAsync(parents, points, column, cancel))
            {
                findings.At++;
                if (HealthConnectRecord.Instant(row.Whole(0)) is not { } at)
                {
                    findings.Reject("a date that cannot be read");
                    continue;
                }

                var (value, app) = (row.Number(1), row.Whole(2));
                value = metric is Metric.HeartRateBpm && value is 0 ? null : value;
                findings.Add(metric, at, at, value, snapshot.Sources.Of(app, row.Whole(3), row.Whole(4)));
                foreach (var reading in findings.Take())
                {
                    workouts.Add(metric, new HealthConnectSpan(at, at, reading.Value, reading.Source, app));
                    yield return reading;
                }
            }
        }
    }
}
