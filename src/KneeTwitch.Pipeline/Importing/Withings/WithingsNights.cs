using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Withings;

/// <summary>
/// Reads <c>sleep.csv</c>, one row a night: its sums as the vendor's numbers of the day the night ended on, and its outline where no table of
/// sleep states tells the night.
/// </summary>
internal sealed class WithingsNights(ReadingContext context, WithingsRaw raw)
{
    private readonly Dictionary<DateOnly, (double Asleep, double InBed)> days = [];
    private readonly HashSet<(DateTimeOffset From, DateTimeOffset To)> seen = [];

    internal static bool IsTable(CsvHeader header) =>
        HasAny(header, WithingsWords.Light) && HasAny(header, WithingsWords.Deep) && HasAny(header, WithingsWords.Awake);

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default, context, cancel);
        if (!WithingsWords.From.Any(name => table.Has(name)) || !WithingsWords.To.Any(name => table.Has(name)))
        {
            findings.Reject($"the columns are not those of a table of nights: {string.Join(", ", table.Header.Take(4))}");
            yield break;
        }

        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            Add(row, findings);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    /// <summary>The sums of days; to be asked for once, after all tables of nights.</summary>
    internal IEnumerable<Reading> Days()
    {
        var findings = new RowFindings("sleep.csv", hasLines: true, context);
        foreach (var (day, (asleep, inBed)) in days)
        {
            findings.AddDay(Metric.VendorSleepMinutes, day, asleep, WithingsMetrics.App);
            findings.AddDay(Metric.VendorInBedMinutes, day, inBed, WithingsMetrics.App);
        }

        return findings.Take();
    }

    private void Add(CsvRow row, RowFindings findings)
    {
        var toText = row.FirstOf(WithingsWords.To);
        if (findings.InstantWithOffset(row.FirstOf(WithingsWords.From)) is not { } from
            || findings.InstantWithOffset(toText) is not { } to || findings.Day(toText) is not { } day)
        {
            return;
        }

        if (to <= from || to - from > TimeSpan.FromHours(24))
        {
            findings.Reject("a night that ends before it begins, or lasts longer than a day");
            return;
        }

        if (!seen.Add((from, to)))
        {
            return;
        }

        double Seconds(string[] names) => row.FirstOf(names) is { } text && TextNumber.Parse(text) is >= 0 and <= 86_400 and var seconds ? seconds : 0;

        var night = new NightOutline(from, to)
        {
            Seconds = new Dictionary<SleepStage, double>
            {
                [SleepStage.Light] = Seconds(WithingsWords.Light),
                [SleepStage.Deep] = Seconds(WithingsWords.Deep),
                [SleepStage.Rem] = Seconds(WithingsWords.Rem),
                [SleepStage.Awake] = Seconds(WithingsWords.Awake),
            },
            AwakeAtEndSeconds = Seconds(WithingsWords.ToWakeUp),
        };
        var teller = raw.TellerOf(from, to);
        findings.Add(Metric.SleepStage, from, to, (double)SleepStage.InBed, teller ?? WithingsMetrics.App);
        if (teller is null)
        {
            foreach (var (start, end, stage) in night.Fill([]))
            {
                findings.Add(Metric.SleepStage, start, end, (double)stage, WithingsMetrics.App);
            }
        }

        findings.Add(Metric.HeartRateBpm, from, to, row.FirstOf(WithingsWords.AverageHeartRate) is { } bpm ? TextNumber.Parse(bpm) : null, WithingsMetrics.App);
        var known = days.GetValueOrDefault(day);
        var asleep = night.Seconds[SleepStage.Light] + night.Seconds[SleepStage.Deep] + night.Seconds[SleepStage.Rem];
        days[day] = (known.Asleep + (asleep / 60), known.InBed + (to - from).TotalMinutes);
    }

    private static bool HasAny(CsvHeader header, string[] names) => names.Any(name => header.Find(name) >= 0);
}
