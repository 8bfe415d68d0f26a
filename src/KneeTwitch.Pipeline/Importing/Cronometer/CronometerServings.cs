using System.Runtime.CompilerServices;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>
/// Reads <c>servings.csv</c>: one row a food. An empty nutrient is one the database does not know, so a day's sum is a
/// lower bound. Supplements are foods here; they are doses of the diary as well.
/// </summary>
internal sealed class CronometerServings(ReadingContext context, DayFiles files)
{
    private readonly Repeats repeats = new();
    private readonly HashSet<DateOnly> drinkDays = [];
    private readonly DayDiary diary = new(context, Source.Named("Cronometer supplements", SourceKind.App));

    /// <summary>Whether something was drunk on a day, as far as the servings tell.</summary>
    internal bool HasDrinks(DateOnly day) => drinkDays.Contains(day);

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        var columns = new Columns(table);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (row.IsHeader || findings.Day(row[columns.Day], files.OrderOf(entry)) is not { } day)
            {
                continue;
            }

            if (files.Tells(entry, day))
            {
                Add(row, day, columns, table.HasDecimalComma, findings);
                await AddDoseAsync(row, day, columns, findings, cancel);
            }
            else
            {
                context.Facts.LeftUnread("servings of days that a newer file tells");
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void Add(CsvRow row, DateOnly day, Columns columns, bool hasDecimalComma, RowFindings findings)
    {
        var time = LogTime.Of(day, row[columns.Time], row[columns.Group], context.Zones);
        double? alcohol = null;
        foreach (var (metric, _, value) in columns.Nutrients.Of(row, hasDecimalComma))
        {
            alcohol = metric is Metric.AlcoholDrinks ? value * CronometerNutrients.AlcoholGrams : alcohol;
            repeats.Add(findings, metric, time, value, CronometerExportReader.App);
            if (value is null)
            {
                context.Facts.LeftUnread($"servings whose {metric.Info().Label.ToLowerInvariant()} is not known");
            }
        }

        var moisture = CronometerWords.Number(row, columns.Nutrients.MoisturePlace, hasDecimalComma);
        if (CronometerDrinks.Ml(row[columns.Food], $"{row[columns.Amount]} {row[columns.Unit]}", moisture, alcohol) is { } ml)
        {
            repeats.Add(findings, Metric.WaterMl, time, ml, CronometerExportReader.App);
            drinkDays.Add(day);
        }
    }

    private async ValueTask AddDoseAsync(CsvRow row, DateOnly day, Columns columns, RowFindings findings, CancellationToken cancel)
    {
        if (columns.Category < 0)
        {
            return;
        }

        await diary.TellAsync(day, findings, cancel);
        if (CronometerWords.IsSupplement(row[columns.Category]) && row[columns.Food] is { } name)
        {
            var text = $"{row[columns.Amount]} {row[columns.Unit]}".Trim();
            var digits = text.TakeWhile(letter => char.IsAsciiDigit(letter) || letter is '.' or ',').Count();
            var amount = TextNumber.ParseGrouped(text[..digits]);
            var dose = new Dose { Name = name, Amount = amount, Unit = amount is not null && text[digits..].Trim() is { Length: > 0 } unit ? unit : null };
            await diary.AddAsync(day, LogTime.Of(day, row[columns.Time], row[columns.Group], context.Zones), row[columns.Group], dose, name, findings, cancel);
        }
    }

    private sealed class Columns(CsvTable table)
    {
        internal int Day { get; } = CronometerWords.Find(table, CronometerWords.Day);

        internal int Time { get; } = CronometerWords.Find(table, CronometerWords.Time);

        internal int Group { get; } = CronometerWords.Find(table, CronometerWords.Group);

        internal int Food { get; } = CronometerWords.Find(table, CronometerWords.Food);

        internal int Amount { get; } = CronometerWords.Find(table, CronometerWords.Amount);

        internal int Category { get; } = CronometerWords.Find(table, CronometerWords.Category);

        internal int Unit { get; } = CronometerWords.Find(table, CronometerWords.Unit);

        internal CronometerNutrients Nutrients { get; } = new(table.Header);
    }
}
