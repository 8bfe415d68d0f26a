using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>
/// Reads <c>dailysummary.csv</c>: the same servings once more, added up. It gives a day's totals, which stand in where no serving is known
/// and are compared where there are some, and the marks of days that are completed. A day of zeros is one on which nothing was logged.
/// </summary>
internal sealed class CronometerDays(ReadingContext context, DayFiles files, CronometerServings servings)
{
    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        var (dayPlace, completedPlace) = (CronometerWords.Find(table, CronometerWords.Day), CronometerWords.Find(table, CronometerWords.Completed));
        var nutrients = new CronometerNutrients(table.Header);
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (row.IsHeader || findings.Day(row[dayPlace], files.OrderOf(entry)) is not { } day)
            {
                continue;
            }

            if (!files.Tells(entry, day))
            {
                context.Facts.LeftUnread("sums of days that a newer file tells");
                continue;
            }

            AddTotals([.. nutrients.Of(row, table.HasDecimalComma)], day, findings);
            if (nutrients.MoisturePlace >= 0 && row[nutrients.MoisturePlace] is not null)
            {
                context.Facts.LeftUnread("sums of water in food and drinks together");
            }

            AddMark(row[completedPlace], day, findings);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void AddTotals((Metric Metric, Metric Total, double? Value)[] said, DateOnly day, RowFindings findings)
    {
        if (!Array.Exists(said, each => each.Value is > 0))
        {
            context.Facts.LeftUnread("days on which nothing was logged");
            return;
        }

        foreach (var (_, total, value) in said)
        {
            findings.AddDay(total, day, value, CronometerExportReader.App);
        }
    }

    /// <summary>Who completes a day says that all food is in it; all drinks only where drinks are logged as well. A mark taken back is said too.</summary>
    private void AddMark(string? completed, DateOnly day, RowFindings findings)
    {
        if (completed is null)
        {
            return;
        }

        var items = !CronometerWords.Yes.Contains(completed.ToLowerInvariant()) ? CheckInItems.None
            : servings.HasDrinks(day) ? CheckInItems.FoodComplete | CheckInItems.DrinksComplete
            : CheckInItems.FoodComplete;
        findings.AddDay(Metric.CheckIn, day, (double)items, CronometerExportReader.App);
    }
}
