using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.MyFitnessPal;

/// <summary>Reads the tables of exercises and measurements, which know days and no hours.</summary>
internal sealed class MyFitnessPalBody(ReadingContext context, MyFitnessPalTables tables)
{
    private const double GramsInKilogram = 1_000;
    private readonly UntimedWorkouts untimed = new(context.Zones);

    internal IAsyncEnumerable<Reading> ExercisesAsync(ExportEntry entry, CancellationToken cancel) =>
        RowsAsync(entry, (row, day, table, findings) => AddExercise(row, day, table.HasDecimalComma, findings), cancel);

    internal IAsyncEnumerable<Reading> MeasurementsAsync(ExportEntry entry, CancellationToken cancel) => RowsAsync(entry, AddMeasurement, cancel);

    private async IAsyncEnumerable<Reading> RowsAsync(ExportEntry entry, Action<CsvRow, DateOnly, CsvTable, RowFindings> add, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (row.IsHeader || findings.Day(row[MyFitnessPalWords.Date], tables.Files.OrderOf(entry)) is not { } day)
            {
                continue;
            }

            if (tables.Files.Tells(entry, day))
            {
                add(row, day, table, findings);
            }
            else
            {
                context.Facts.LeftUnread("rows of days that a newer file tells");
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void AddExercise(CsvRow row, DateOnly day, bool hasDecimalComma, RowFindings findings)
    {
        if (row["Note"] is not null)
        {
            context.Facts.LeftUnread("notes on exercises");
        }

        // Files of 2026 wrap names in quotes once more.
        var name = row[MyFitnessPalWords.Exercise]?.Trim('"', ' ') ?? "";
        var kcal = MyFitnessPalExportReader.Number(row, row[MyFitnessPalWords.ExerciseCalories], hasDecimalComma);
        var minutes = MyFitnessPalExportReader.Number(row, row[MyFitnessPalWords.Minutes], hasDecimalComma);
        if (name.Contains("calorie adjustment", StringComparison.OrdinalIgnoreCase) || kcal is < 0)
        {
            context.Facts.LeftUnread("adjustments by connected services");
        }
        else if (minutes is > 0 and <= 1_440 and var known)
        {
            var start = untimed.Place(day, known);
            var said = SportWords.FindIn(name);
            var sport = said is Sport.Other && row["Type"]?.Equals("Strength", StringComparison.OrdinalIgnoreCase) is true ? Sport.Strength : said;
            new FoundWorkout(start, start.AddMinutes(known), sport) { EnergyKcal = kcal }.AddTo(findings, MyFitnessPalExportReader.App);
        }
        else
        {
            context.Facts.LeftUnread("exercises without minutes");
        }
    }

    private void AddMeasurement(CsvRow row, DateOnly day, CsvTable table, RowFindings findings)
    {
        findings.AddAtDay(Metric.BodyFatPercent, day, MyFitnessPalExportReader.Number(row, row[MyFitnessPalWords.BodyFat], table.HasDecimalComma) is > 0 and var fat ? fat : null, MyFitnessPalExportReader.App);
        for (var place = 0; place < table.Header.Count; place++)
        {
            var name = table.Header[place];
            if (row[place] is not { } text || CsvHeader.Normalize(name) == CsvHeader.Normalize(MyFitnessPalWords.Date) || CsvHeader.Normalize(name) == CsvHeader.Normalize(MyFitnessPalWords.BodyFat))
            {
                continue;
            }

            if (!MyFitnessPalWords.IsWeightName(name))
            {
                context.Facts.LeftUnread(MyFitnessPalWords.Girths.Contains(name) ? $"column {name}" : "other measurements");
            }
            else if (KilogramsIn(name) is not { } kilograms)
            {
                findings.Reject("a weight whose unit is not known: neither its column nor a table of exercises with pounds or kilograms names it");
            }
            else if (MyFitnessPalExportReader.Number(row, text, table.HasDecimalComma) is > 0 and var weight)
            {
                findings.AddAtDay(Metric.BodyMassKg, day, weight * kilograms, MyFitnessPalExportReader.App);
            }
        }
    }

    private double? KilogramsIn(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open < 0 ? tables.KilogramsInWeight : Units.ToBase(1, name[(open + 1)..].Trim(')', ' '), Dimension.Mass) / GramsInKilogram;
    }
}
