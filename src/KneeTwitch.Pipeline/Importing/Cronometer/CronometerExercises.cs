using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Cronometer;

/// <summary>Reads <c>exercises.csv</c>. What was burned is written below zero; rows of connected services only even a day out.</summary>
internal sealed class CronometerExercises(ReadingContext context, DayFiles files)
{
    private readonly UntimedWorkouts untimed = new(context.Zones);

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        var place = new
        {
            Day = CronometerWords.Find(table, CronometerWords.Day),
            Time = CronometerWords.Find(table, CronometerWords.Time),
            Exercise = CronometerWords.Find(table, CronometerWords.Exercise),
            Minutes = CronometerWords.Find(table, CronometerWords.Minutes),
            Burned = CronometerWords.Find(table, CronometerWords.Burned),
        };
        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (row.IsHeader || findings.Day(row[place.Day], files.OrderOf(entry)) is not { } day)
            {
                continue;
            }

            if (CronometerWords.IsService(row[place.Exercise] ?? ""))
            {
                context.Facts.LeftUnread("adjustments by connected services");
            }
            else if (!files.Tells(entry, day))
            {
                context.Facts.LeftUnread("exercises of days that a newer file tells");
            }
            else if (CronometerWords.Number(row, place.Minutes, table.HasDecimalComma) is > 0 and <= 1_440 and var minutes)
            {
                var kcal = CronometerWords.Number(row, place.Burned, table.HasDecimalComma) is { } burned ? Math.Abs(burned) : (double?)null;
                var said = row[place.Time] is { } clock ? LogTime.Of(day, clock, null, context.Zones) : default;
                var start = said.Start != default && said.Start == said.End ? said.Start : untimed.Place(day, minutes);
                new FoundWorkout(start, start.AddMinutes(minutes), SportWords.FindIn(row[place.Exercise])) { EnergyKcal = kcal }.AddTo(findings, CronometerExportReader.App);
            }
            else
            {
                findings.Reject("an exercise without minutes");
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }
}
