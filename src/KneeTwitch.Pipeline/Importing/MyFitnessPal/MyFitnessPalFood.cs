using System.Runtime.CompilerServices;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.MyFitnessPal;

/// <summary>
/// Reads the table of food. A row of a food is a log of its own; rows of meals are sums, which are edited and know no hour: a day's meals are
/// added up to the day's total, which stands aside where foods are known.
/// </summary>
internal sealed class MyFitnessPalFood(ReadingContext context, MyFitnessPalTables tables)
{
    private readonly Repeats repeats = new();
    private readonly DayDiary diary = new(context, Source.Named("MyFitnessPal notes", SourceKind.App));

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, bool isMeals, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        var totals = new SortedDictionary<(DateOnly Day, Metric Total), double>();
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (row.IsHeader || findings.Day(row[MyFitnessPalWords.Date], tables.Files.OrderOf(entry)) is not { } day)
            {
                continue;
            }

            if (!tables.Files.Tells(entry, day))
            {
                context.Facts.LeftUnread(isMeals ? "meals of days that another file tells" : "foods of days that a newer file tells");
                continue;
            }

            var time = LogTime.Of(day, row[MyFitnessPalWords.Time], row[MyFitnessPalWords.Meal], context.Zones);
            foreach (var (metric, total, value) in Values(row, table.HasDecimalComma, tables.KcalIn(entry)))
            {
                if (isMeals)
                {
                    totals[(day, total)] = totals.GetValueOrDefault((day, total)) + value;
                }
                else
                {
                    repeats.Add(findings, metric, time, value, MyFitnessPalExportReader.App);
                }
            }

            Leave(row);
            if (table.Has("Note"))
            {
                await diary.TellAsync(day, findings, cancel);
            }

            if (row["Note"] is { } words)
            {
                await diary.AddAsync(day, time, row[MyFitnessPalWords.Meal], new Note { Remark = words }, "", findings, cancel);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        foreach (var ((day, total), sum) in totals)
        {
            findings.AddDay(total, day, sum, MyFitnessPalExportReader.App);
        }

        foreach (var reading in findings.Take())
        {
            yield return reading;
        }
    }

    private static IEnumerable<(Metric Metric, Metric Total, double Value)> Values(CsvRow row, bool hasDecimalComma, double kcal)
    {
        foreach (var (metric, total, isZeroUnknown, names) in MyFitnessPalWords.Nutrients)
        {
            if (MyFitnessPalExportReader.Number(row, row.FirstOf(names), hasDecimalComma) is { } value && (value != 0 || !isZeroUnknown))
            {
                yield return (metric, total, metric is Metric.DietaryEnergyKcal ? value * kcal : value);
            }
        }
    }

    private void Leave(CsvRow row)
    {
        foreach (var column in MyFitnessPalWords.Percentages.Where(column => row[column] is not (null or "0" or "0.0")))
        {
            context.Facts.LeftUnread($"column {column}, a percentage of a daily value");
        }
    }
}
