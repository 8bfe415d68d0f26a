using System.Text.RegularExpressions;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Zepp;

/// <summary>The nights of an export: their sums from one table, their minutes from another where the band tells them.</summary>
internal sealed partial class ZeppNights(ReadingContext context)
{
    private const int MostNights = 100_000;
    private const int MostMinutes = 5_000_000;
    private const double ShortestNapMinutes = 5;
    private readonly SortedDictionary<DateTimeOffset, Row> nights = [];
    private readonly List<Minute> minutes = [];
    private RowFindings? minuteFindings;
    private DateTimeOffset[] starts = [];

    /// <summary>Takes a row of the table of nights.</summary>
    internal void Add(CsvRow row, bool hasRem, int naps, RowFindings findings)
    {
        if (findings.Day(row["date"]) is not { } day || Time(row["start"], findings) is not { } start || Time(row["stop"], findings) is not { } stop)
        {
            return;
        }

        AddNaps(row, naps, day, findings);
        double Seconds(string column) => row.Number(column) is > 0 and <= 1_440 and var some ? some * 60 : 0;

        var (deep, shallow, rem, awake) = (Seconds("deepSleepTime"), Seconds("shallowSleepTime"), Seconds("REMTime"), Seconds("wakeTime"));
        if (stop == start && deep + shallow + rem + awake == 0)
        {
            context.Facts.LeftUnread("nights without sleep");
            return;
        }

        // Old exports count REM as shallow: then only being asleep is known for sure.
        var stages = hasRem
            ? new Dictionary<SleepStage, double> { [SleepStage.Light] = shallow, [SleepStage.Deep] = deep, [SleepStage.Rem] = rem }
            : new() { [SleepStage.Asleep] = deep + shallow };
        stages[SleepStage.Awake] = awake;
        if (stages.Values.Sum() > (stop - start).TotalSeconds + 60)
        {
            findings.Reject("a night whose stages are longer than itself");
        }
        else if (nights.Count < MostNights)
        {
            // A night grows if it was synced while asleep: the longer one counts.
            if (!nights.TryGetValue(start, out var known) || known.Night.End < stop)
            {
                nights[start] = new Row(new FoundNight(start, stop) { Seconds = stages }, day, (deep + shallow + rem) / 60, findings, findings.At);
            }
        }
    }

    /// <summary>Takes a minute of sleep.</summary>
    internal void AddMinute(CsvRow row, RowFindings findings)
    {
        minuteFindings = findings;
        if (Moments.Parse($"{row["date"]} {row["time"]}") is not { HasTime: true } moment)
        {
            findings.Reject("a date that cannot be read");
            return;
        }

        var stage = ZeppWords.StageOf(row["stage"]);
        if (stage is null)
        {
            findings.Reject("a sleep stage that is not known");
        }

        if (minutes.Count < MostMinutes)
        {
            minutes.Add(new Minute(moment.Wall, stage, ZeppWords.Pulse(row.Number("hr")), row.Number("respiratory_rate"), findings.At));
        }
    }

    /// <summary>The readings; to be asked for once, after all tables.</summary>
    internal IEnumerable<Reading> Readings()
    {
        starts = [.. nights.Keys];
        var stages = new List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)>();
        if (minuteFindings is { } found)
        {
            foreach (var reading in Minutes(found, stages))
            {
                yield return reading;
            }
        }

        var placed = stages.ToLookup(part => NightAt(part.Start));
        var sums = new NightSums();
        foreach (var (start, row) in nights)
        {
            row.Findings.At = row.At;
            if ((row.Night with { Parts = [.. placed[start]] }).AddTo(row.Findings, ZeppWords.Band))
            {
                sums.Add(row.Day, row.AsleepMinutes, (row.Night.End - start).TotalMinutes);
            }

            foreach (var reading in row.Findings.Take())
            {
                yield return reading;
            }
        }

        var days = new RowFindings("sums of nights", hasLines: true, context);
        sums.AddTo(days, ZeppWords.Band);
        foreach (var reading in days.Take())
        {
            yield return reading;
        }
    }

    /// <summary>
    /// What the minutes say besides stages, and the stages of nights that no other table knows; the other stages are put into the list. Some
    /// exports date all minutes a day late: then more of them fall into nights a day before.
    /// </summary>
    private IEnumerable<Reading> Minutes(RowFindings findings, List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)> stages)
    {
        var clock = new ZeppClock(context.Zones);
        var late = minutes.Count(minute => NightAt(context.Zones.ToUtc(minute.Wall.AddDays(-1))) is not null)
            > minutes.Count(minute => NightAt(context.Zones.ToUtc(minute.Wall)) is not null);
        foreach (var minute in minutes)
        {
            findings.At = minute.Line;
            var at = clock.ToUtc(late ? minute.Wall.AddDays(-1) : minute.Wall);
            findings.Add(Metric.HeartRateBpm, at, at, minute.Bpm, ZeppWords.Band);
            findings.Add(Metric.RespiratoryRatePerMinute, at, at, minute.Breaths is > 0 ? minute.Breaths : null, ZeppWords.Band);
            if (minute.Stage is { } stage && NightAt(at) is null)
            {
                findings.Add(Metric.SleepStage, at, at.AddMinutes(1), (double)stage, ZeppWords.Band);
            }
            else if (minute.Stage is { } known)
            {
                var goesOn = stages.Count > 0 && stages[^1].End == at && stages[^1].Stage == known;
                var from = goesOn ? stages[^1].Start : at;
                stages.RemoveRange(goesOn ? stages.Count - 1 : stages.Count, goesOn ? 1 : 0);
                stages.Add((from, at.AddMinutes(1), known));
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>UTC as newer exports write it, seconds since 1970 as older ones do, or the band's clock.</summary>
    internal static DateTimeOffset? Time(string? text, RowFindings findings) =>
        text?.Length is >= 9 and <= 13 && Moments.Epoch(TextNumber.Parse(text)) is { } epoch ? epoch : findings.Instant(text);

    /// <summary>The start of the night that a minute belongs to. Nights of one wearer follow each other, so it is the one that began last.</summary>
    private DateTimeOffset? NightAt(DateTimeOffset at)
    {
        var i = Array.BinarySearch(starts, at);
        i = i >= 0 ? i : ~i - 1;
        return i >= 0 && at < nights[starts[i]].Night.End ? starts[i] : null;
    }

    /// <summary>
    /// Naps are JSON in a field whose quotes are escaped by backslashes, so that a table splits it: from the column on, all of the row is it.
    /// Their times are often seconds long and years away from the night.
    /// </summary>
    private void AddNaps(CsvRow row, int column, DateOnly day, RowFindings findings)
    {
        if (column < 0 || row[column] is null)
        {
            return;
        }

        var times = Times().Matches(string.Join(',', Enumerable.Range(column, row.Count - column).Select(i => row[i]))).Select(match => Moments.Instant(match.Value)).ToList();
        for (var i = 0; i + 1 < times.Count; i += 2)
        {
            if (times[i] is { } from && times[i + 1] is { } to && (to - from).TotalMinutes >= ShortestNapMinutes && context.Zones.DayOf(to) == day)
            {
                findings.Add(Metric.SleepStage, from, to, (double)SleepStage.Asleep, ZeppWords.Band);
            }
            else
            {
                findings.Reject("a nap of seconds, or not of the day it is written to");
            }
        }
    }

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}[+-]\d{4}")]
    private static partial Regex Times();

    private sealed record Row(FoundNight Night, DateOnly Day, double AsleepMinutes, RowFindings Findings, long At);

    private readonly record struct Minute(DateTime Wall, SleepStage? Stage, double? Bpm, double? Breaths, long Line);
}
