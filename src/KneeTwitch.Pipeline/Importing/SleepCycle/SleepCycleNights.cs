using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.SleepCycle;

/// <summary>The rows of the table as nights. A night keeps its start when it is edited; of two that overlap the longer one counts.</summary>
internal sealed class SleepCycleNights(ReadingContext context)
{
    internal static readonly Source Phone = Source.Named("Sleep Cycle", SourceKind.App);

    private const int MostNights = 100_000;
    private static readonly TimeSpan Differs = TimeSpan.FromMinutes(10);
    private readonly SortedDictionary<DateTimeOffset, Row> nights = [];

    /// <param name="places">Where the columns stand, where their names are in another language; null where the names tell.</param>
    internal void Add(CsvRow row, IReadOnlyDictionary<string[], int>? places, bool hasDecimalComma, RowFindings findings)
    {
        string? Text(string[] names) => SleepCycleWords.Said(
            places is null ? row.FirstOf(names) : places.TryGetValue(names, out var place) ? row[place] : null);
        double? Number(string[] names) => Text(names) is { } text ? TextNumber.Parse(text, hasDecimalComma) : null;
        double Seconds(string[] names) => Number(names) is > 0 and <= 86_400 and var some ? some : 0;

        var startText = Text(SleepCycleWords.Start) ?? row[0];
        var endText = Text(SleepCycleWords.End) ?? row[1];
        if (findings.Instant(startText) is not { } start || findings.Instant(endText) is not { } end || findings.Day(endText) is not { } day)
        {
            return;
        }

        if (end <= start || end - start > TimeSpan.FromHours(24))
        {
            findings.Reject("a night that ends before it begins, or lasts longer than a day");
            return;
        }

        // The clocks that were changed in between, or a journey: what was measured by the second is right.
        if (InBed(Text(SleepCycleWords.InBed), hasDecimalComma) is { } inBed && (end - start - inBed).Duration() is var off && off > Differs && off < TimeSpan.FromHours(13))
        {
            end = start + inBed;
        }

        var stages = new Dictionary<SleepStage, double>
        {
            [SleepStage.Light] = Seconds(SleepCycleWords.Light),
            [SleepStage.Deep] = Seconds(SleepCycleWords.Deep),
            [SleepStage.Rem] = Seconds(SleepCycleWords.Dream),
        };
        var asleep = Seconds(SleepCycleWords.Asleep) is > 0 and var said ? said : stages.Values.Sum();
        if (stages.Values.Sum() == 0)
        {
            stages = new() { [SleepStage.Asleep] = asleep };
        }

        stages[SleepStage.Awake] = Seconds(SleepCycleWords.Awake);
        if (stages.Values.Sum() == 0 && Text(SleepCycleWords.Quality) is "0%" or "0" or "0 %")
        {
            context.Facts.LeftUnread("nights that could not be tracked");
            return;
        }

        var night = new Row(new FoundNight(start, end) { Seconds = stages }, day, asleep / 60, findings, findings.At)
        {
            HeartRate = Number(SleepCycleWords.HeartRate),
            Breaths = Number(SleepCycleWords.Breaths),
            Deviation = Number([SleepCycleWords.DeviationC, SleepCycleWords.DeviationCelsius]) ?? (Number([SleepCycleWords.DeviationF]) * 5 / 9),
        };
        if (nights.Count < MostNights)
        {
            nights[start] = night;
        }
    }

    /// <summary>The readings; to be asked for once, after all rows.</summary>
    internal IEnumerable<Reading> Readings()
    {
        var sums = new NightSums();
        foreach (var row in Longest())
        {
            row.Findings.At = row.At;
            var (start, end) = (row.Night.Start, row.Night.End);
            if (row.Night.AddTo(row.Findings, Phone))
            {
                row.Findings.Add(Metric.HeartRateBpm, end, end, row.HeartRate is > 0 ? row.HeartRate : null, Phone);
                row.Findings.Add(Metric.RespiratoryRatePerMinute, start, end, row.Breaths is > 0 ? row.Breaths : null, Phone);
                row.Findings.Add(Metric.SkinTemperatureDeviationC, end, end, row.Deviation, Phone);
                if (!row.Night.IsShort)
                {
                    sums.Add(row.Day, row.AsleepMinutes, (end - start).TotalMinutes);
                }
            }

            foreach (var reading in row.Findings.Take())
            {
                yield return reading;
            }
        }

        var days = new RowFindings("sums of nights", hasLines: true, context);
        sums.AddTo(days, Phone);
        foreach (var reading in days.Take())
        {
            yield return reading;
        }
    }

    /// <summary>Hours and minutes in the old layout (a spreadsheet adds seconds), seconds in the new one.</summary>
    private static TimeSpan? InBed(string? text, bool hasDecimalComma)
    {
        if (text is null)
        {
            return null;
        }

        if (!text.Contains(':'))
        {
            return TextNumber.Parse(text, hasDecimalComma) is > 0 and <= 86_400 and var seconds ? TimeSpan.FromSeconds(seconds) : null;
        }

        var parts = text.Split(':');
        return parts.Length is 2 or 3 && int.TryParse(parts[0], out var hours) && int.TryParse(parts[1], out var minutes) && hours is >= 0 and < 24 && minutes is >= 0 and < 60
            ? new TimeSpan(hours, minutes, 0)
            : null;
    }

    private List<Row> Longest()
    {
        var kept = new List<Row>();
        foreach (var row in nights.Values)
        {
            var before = kept.Count > 0 ? kept[^1].Night : null;
            if (before is null || row.Night.Start >= before.End)
            {
                kept.Add(row);
                continue;
            }

            context.Facts.LeftUnread("nights that overlap a longer one");
            if (row.Night.End - row.Night.Start > before.End - before.Start)
            {
                kept[^1] = row;
            }
        }

        return kept;
    }

    private sealed record Row(FoundNight Night, DateOnly Day, double AsleepMinutes, RowFindings Findings, long At)
    {
        internal double? HeartRate { get; init; }

        internal double? Breaths { get; init; }

        internal double? Deviation { get; init; }
    }
}
