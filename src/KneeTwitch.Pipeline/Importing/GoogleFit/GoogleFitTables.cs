using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.GoogleFit;

/// <summary>
/// Reads the two levels of tables: days as the vendor's totals, quarters of an hour as what they are. The days are the sums of the quarters
/// and never add to them. Calories hold what a body burns at rest, so they are total energy.
/// </summary>
internal sealed class GoogleFitTables(ReadingContext context, bool hasPulse, bool hasWeight)
{
    internal static readonly Source Fit = Source.Named("Google Fit", SourceKind.App);

    private static readonly string[] Sleep = ["Sleep duration (ms)", "Sleeping duration (ms)"];
    private static readonly string[] AverageHeartRate = ["Average heart rate (bpm)"];
    private static readonly string[] AverageWeight = ["Average weight (kg)"];

    internal async IAsyncEnumerable<Reading> DaysAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context);
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, context, cancel);
        var date = Math.Max(0, GoogleFitFiles.Column(table, GoogleFitFiles.Date, null));
        (Metric Metric, int Column, double Size)[] columns =
        [
            (Metric.VendorSteps, GoogleFitFiles.Column(table, GoogleFitFiles.Steps, null), 1),
            (Metric.VendorDistanceM, GoogleFitFiles.Column(table, GoogleFitFiles.Distance, "(m)"), 1),
            (Metric.VendorExerciseMinutes, GoogleFitFiles.Column(table, GoogleFitFiles.MoveMinutes, null), 1),
            (Metric.VendorTotalEnergyKcal, GoogleFitFiles.Column(table, GoogleFitFiles.Energy, "(kcal)"), 1),
            (Metric.VendorSleepMinutes, GoogleFitFiles.Column(table, Sleep, null), 1.0 / 60_000),
        ];
        var weight = hasWeight ? -1 : GoogleFitFiles.Column(table, AverageWeight, null);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (findings.Day(row[date]) is not { } day)
            {
                continue;
            }

            // The table begins with the account's first year, filled up with zeros.
            var values = columns.Select(column => (column.Metric, Value: row.Number(column.Column) * column.Size)).ToList();
            if (values.TrueForAll(value => value.Value is null or 0))
            {
                context.Facts.LeftUnread("days without any data");
                continue;
            }

            // A body burns on while the phone lies at home, and then its zeros count nothing.
            var isIdle = values.TrueForAll(value => value.Metric is Metric.VendorTotalEnergyKcal || value.Value is null or 0);
            foreach (var (metric, value) in values.Where(value => value.Value > 0 || (!isIdle && value.Metric is not Metric.VendorTotalEnergyKcal)))
            {
                findings.AddDay(metric, day, value, Fit);
            }

            findings.AddAtDay(Metric.BodyMassKg, day, row.Number(weight), Fit);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    internal async IAsyncEnumerable<Reading> BinsAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context);
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, context, cancel);
        var (from, to) = (Math.Max(0, GoogleFitFiles.Column(table, GoogleFitFiles.Start, null)), GoogleFitFiles.Column(table, GoogleFitFiles.End, null));
        (Metric Metric, int Column)[] columns =
        [
            (Metric.Steps, GoogleFitFiles.Column(table, GoogleFitFiles.Steps, null)),
            (Metric.DistanceM, GoogleFitFiles.Column(table, GoogleFitFiles.Distance, "(m)")),
            (Metric.TotalEnergyKcal, GoogleFitFiles.Column(table, GoogleFitFiles.Energy, "(kcal)")),
            (Metric.ExerciseMinutes, GoogleFitFiles.Column(table, GoogleFitFiles.MoveMinutes, null)),
            (Metric.HeartRateBpm, hasPulse ? -1 : GoogleFitFiles.Column(table, AverageHeartRate, null)),
        ];
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            var day = GoogleFitFiles.DayOf(entry);
            if (findings.InstantWithOffset($"{day}T{row[from]}") is not { } start || findings.InstantWithOffset($"{day}T{row[to < 0 ? 1 : to]}") is not { } end)
            {
                continue;
            }

            // The day's last quarter ends at 00:00, which is tomorrow's.
            end = end <= start ? end.AddDays(1) : end;
            foreach (var (metric, column) in columns)
            {
                findings.Add(metric, start, end, row.Number(column), Fit);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }
}
