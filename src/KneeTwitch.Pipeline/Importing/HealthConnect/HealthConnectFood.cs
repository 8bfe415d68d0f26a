using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>
/// Drinks and food. A nutrient of zero was not given, and a record with nothing but caffeine is a coffee. What spans a day is not a glass
/// but an app's total of the day.
/// </summary>
internal sealed class HealthConnectFood(HealthConnectSnapshot snapshot)
{
    private const double MlOfL = 1_000;
    private const int MostDays = 500_000;
    private static readonly TimeSpan WholeDay = TimeSpan.FromHours(20);
    private readonly Dictionary<(Metric Metric, DateOnly Day, Source Source), double> days = [];
    private readonly HashSet<long?> appsWithOffsets = [];

    internal async IAsyncEnumerable<Reading> ReadAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        await FindOffsetsAsync(cancel);
        (string Table, (string Column, Metric Metric, double Factor, Metric? OfDay)[] Columns)[] tables =
        [
            (HealthConnectWords.Hydration, [("volume", Metric.WaterMl, MlOfL, Metric.VendorWaterMl)]),
            (HealthConnectWords.Nutrition, [.. HealthConnectWords.Nutrients]),
        ];
        foreach (var (table, columns) in tables)
        {
            var findings = snapshot.Findings(table);
            await foreach (var record in snapshot.RecordsAsync(table, findings, "", cancel, [.. columns.Select(column => column.Column)]))
            {
                for (var i = 0; i < columns.Length; i++)
                {
                    if (record.Row.Number(i) is { } value and not 0)
                    {
                        Add(record, columns[i].Metric, columns[i].OfDay, value * columns[i].Factor, findings);
                    }
                }

                foreach (var reading in findings.Take())
                {
                    yield return reading;
                }
            }
        }

        var totals = snapshot.Findings("totals of days");
        foreach (var ((metric, day, source), value) in days.OrderBy(day => day.Key.Metric).ThenBy(day => day.Key.Day).ThenBy(day => day.Key.Source.Name, StringComparer.Ordinal))
        {
            totals.AddDay(metric, day, value, source);
        }

        foreach (var reading in totals.Take())
        {
            yield return reading;
        }
    }

    private void Add(in HealthConnectRecord record, Metric metric, Metric? ofDay, double value, RowFindings findings)
    {
        if (record.End - record.Start < WholeDay)
        {
            findings.Add(metric, record.Start, record.Start, value, record.Source);
        }
        else if (ofDay is not { } total)
        {
            snapshot.Context.Facts.LeftUnread("a day's total of a nutrient that has none");
        }
        else if (value > 0 && days.Count < MostDays)
        {
            // The middle of the day: its start is the day before where an app rounds badly.
            var middle = record.Start + ((record.End - record.Start) / 2);
            var day = (total, Day(record, middle), record.Source);
            days[day] = days.GetValueOrDefault(day) + value;
        }
    }

    /// <summary>The day by the record's own offset. Zero is believed only of apps that know others: the rest never gave one.</summary>
    private DateOnly Day(in HealthConnectRecord record, DateTimeOffset middle) =>
        record.Offset is not { } offset || (offset == TimeSpan.Zero && !appsWithOffsets.Contains(record.App)) ? snapshot.Context.Zones.DayOf(middle)
        : record.LocalDate ?? DateOnly.FromDateTime((middle + offset).UtcDateTime);

    private async Task FindOffsetsAsync(CancellationToken cancel)
    {
        foreach (var table in (string[])[HealthConnectWords.Hydration, HealthConnectWords.Nutrition, HealthConnectWords.Sleep, HealthConnectWords.Exercise])
        {
            await foreach (var row in snapshot.PartsAsync(table, "where start_zone_offset <> 0", cancel, "app_info_id", "start_zone_offset"))
            {
                appsWithOffsets.Add(row.Whole(0));
            }
        }
    }
}
