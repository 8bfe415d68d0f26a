using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>Reads the tables whose records are readings by themselves.</summary>
internal sealed class HealthConnectRecords(HealthConnectSnapshot snapshot, HealthConnectWorkouts workouts)
{
    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var table in HealthConnectWords.Tables)
        {
            await foreach (var reading in table.IsCounted ? CountedAsync(table, cancel) : MeasuredAsync(table, cancel))
            {
                yield return reading;
            }
        }

        await foreach (var reading in MindfulAsync(cancel))
        {
            yield return reading;
        }

        await AscendAsync(cancel);
    }

    /// <summary>A body has no pressure, mass or pulse of zero: apps write that for what they did not measure.</summary>
    private async IAsyncEnumerable<Reading> MeasuredAsync(HealthConnectTable table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = snapshot.Findings(table.Name);
        await foreach (var record in snapshot.RecordsAsync(table.Name, findings, "", cancel, [.. table.Columns.Select(column => column.Column)]))
        {
            for (var i = 0; i < table.Columns.Count; i++)
            {
                var (_, metric, factor) = table.Columns[i];
                findings.Add(metric, record.Start, record.Start, record.Row.Number(i) is { } value and not 0 ? value * factor : null, record.Source);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private async IAsyncEnumerable<Reading> CountedAsync(HealthConnectTable table, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = snapshot.Findings(table.Name);
        var (column, metric, factor) = table.Columns[0];
        var told = new HealthConnectOverlaps(
            span =>
            {
                findings.Add(metric, span.Start, span.End, span.Value, span.Source);
                workouts.Add(metric, span);
            },
            rows => snapshot.Context.Facts.LeftUnread($"{table.Name}: told twice by one app, in long and in short intervals", rows));
        await foreach (var record in snapshot.RecordsAsync(table.Name, findings, "order by app_info_id, device_info_id, recording_method, start_time, end_time desc", cancel, column))
        {
            if (record.End < record.Start)
            {
                findings.Reject("an end before its start");
            }
            else if (record.Row.Number(0) is { } value)
            {
                told.Add(new HealthConnectSpan(record.Start, record.End, value * factor, record.Source, record.App));
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        told.Flush();
        foreach (var reading in findings.Take())
        {
            yield return reading;
        }
    }

    private async IAsyncEnumerable<Reading> MindfulAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = snapshot.Findings(HealthConnectWords.Mindfulness);
        await foreach (var record in snapshot.RecordsAsync(HealthConnectWords.Mindfulness, findings, "", cancel))
        {
            findings.Add(Metric.MindfulMinutes, record.Start, record.End, (record.End - record.Start).TotalMinutes, record.Source);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>Metres up are only kept for workouts.</summary>
    private async Task AscendAsync(CancellationToken cancel)
    {
        var findings = snapshot.Findings(HealthConnectWords.Elevation);
        await foreach (var record in snapshot.RecordsAsync(HealthConnectWords.Elevation, findings, "", cancel, "elevation"))
        {
            var span = new HealthConnectSpan(record.Start, record.End, record.Row.Number(0) ?? 0, record.Source, record.App);
            if (!workouts.Add(Metric.WorkoutAscentM, span))
            {
                snapshot.Context.Facts.LeftUnread($"{HealthConnectWords.Elevation} outside workouts");
            }
        }
    }
}
