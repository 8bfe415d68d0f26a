using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Whoop;

/// <summary>A row of one of the tables. Times are the wearer's clock; the zone column says how far it was from UTC when the cycle began.</summary>
internal sealed class WhoopRow(CsvRow row, bool hasDecimalComma, RowFindings findings)
{
    internal const string Ambiguous = "a date that a spreadsheet rewrote: day and month could be swapped";

    internal string? this[string[] names] => row.FirstOf(names);

    internal double? Number(string[] names) => this[names] is { } text ? TextNumber.Parse(text, hasDecimalComma) : null;

    internal double? Seconds(string[] minutes) => Number(minutes) is >= 0 and <= 1_440 and var some ? some * 60 : null;

    internal Moment? Moment(string[] names)
    {
        if (this[names] is not { } text)
        {
            return null;
        }

        var moment = Moments.Parse(text);
        if (moment is null)
        {
            findings.Reject(Moments.Parse(text, DateOrder.DayFirst) is null ? "a date that cannot be read" : Ambiguous);
        }

        return moment;
    }

    internal DateTimeOffset? Instant(string[] names) =>
        Moment(names) is { } moment ? (moment with { Offset = moment.Offset ?? Moments.Offset(this[WhoopWords.Zone]) }).ToUtc(findings.Context.Zones) : null;

    /// <summary>The sleep in a row, with its sums; null where the strap was off.</summary>
    internal FoundNight? Night()
    {
        if (Instant(WhoopWords.Onset) is not { } onset || Instant(WhoopWords.Wake) is not { } wake)
        {
            return null;
        }

        var stages = new Dictionary<SleepStage, double>
        {
            [SleepStage.Light] = Seconds(WhoopWords.Light) ?? 0,
            [SleepStage.Deep] = Seconds(WhoopWords.Deep) ?? 0,
            [SleepStage.Rem] = Seconds(WhoopWords.Rem) ?? 0,
        };
        if (stages.Values.Sum() == 0)
        {
            stages = new() { [SleepStage.Asleep] = Seconds(WhoopWords.Asleep) ?? 0 };
        }

        stages[SleepStage.Awake] = Seconds(WhoopWords.Awake) ?? 0;
        return new FoundNight(onset, wake) { Seconds = stages };
    }
}
