using KneeTwitch.Core.Diary;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Whoop;

/// <summary>
/// The answers of the journal, as the wearer's own tags: a question says that something was, not how much of it. The answers belong to a cycle
/// and carry no time, so they are on the day in whose waking hours the cycle lies.
/// </summary>
internal static class WhoopJournal
{
    private const int Noon = 12;

    /// <summary>The answer of a row; null after a reject.</summary>
    /// <param name="question">Where the column of questions stands; the answer and the note follow it in every language.</param>
    internal static DiaryEntry? Entry(CsvRow row, WhoopRow cells, int question, RowFindings findings)
    {
        if (row[question] is not { } asked || row[question + 1] is not { } answer || !bool.TryParse(answer, out var isYes))
        {
            findings.Reject("an answer of the journal that cannot be read");
            return null;
        }

        if (cells.Moment(WhoopWords.CycleStart) is not { } start)
        {
            findings.Reject("a date that cannot be read");
            return null;
        }

        return new DiaryEntry
        {
            Key = DiaryEntry.KeyOf(WhoopTables.Strap, FormattableString.Invariant($"{start.Wall:O}"), asked),
            Source = WhoopTables.Strap,
            Time = DiaryTime.On(start.Wall.Hour >= Noon ? start.Day.AddDays(1) : start.Day),
            Said = findings.Context.ExportedAt,

            // Tools put an apostrophe before what a spreadsheet would take for a formula.
            What = new Tag { Name = asked, IsYes = isYes, Remark = row[question + 2]?.TrimStart('\'') },
        };
    }
}
