using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Withings;

/// <summary>
/// Reads the tables of <c>start,duration,value</c>: each row holds two lists, the lengths and the values of what follows its start without a
/// break. Remembers when sleep states are known, so that no night is told twice.
/// </summary>
internal sealed class WithingsRaw(ReadingContext context)
{
    private const int QuarterSeconds = 900;
    private const double ToldShare = 0.9;
    private const double LongestSeconds = 86_400;
    private const string Columns = "the columns are not start, duration and value";
    private readonly HashSet<long> unsure = [];
    private readonly Dictionary<long, Source> tellers = [];

    /// <summary>The mat or watch that told nearly all stages of a time; null where none did.</summary>
    internal Source? TellerOf(DateTimeOffset from, DateTimeOffset to)
    {
        var (first, end) = (Quarter(from), Quarter(to.AddSeconds(-1)) + 1);
        var known = new List<Source>();
        for (var quarter = first; quarter < end; quarter++)
        {
            if (tellers.TryGetValue(quarter, out var teller))
            {
                known.Add(teller);
            }
        }

        return known.Count > 0 && known.Count >= ToldShare * (end - first) ? known.CountBy(teller => teller).MaxBy(count => count.Value).Key : null;
    }

    /// <summary>Notes the starts at which the watch was unsure of its measurement: the quality stands in a table of its own.</summary>
    internal async Task ReadQualityAsync(ExportEntry entry, CancellationToken cancel)
    {
        await foreach (var (start, _, value, _) in PiecesAsync(entry, cancel))
        {
            if (value < 0)
            {
                unsure.Add(start.ToUnixTimeSeconds());
            }
        }
    }

    internal async IAsyncEnumerable<Reading> ReadAsync(ExportEntry entry, Metric metric, Source source, [EnumeratorCancellation] CancellationToken cancel)
    {
        var hasDepth = metric is not Metric.SleepStage || !entry.Name.Contains("sleep-monitor", StringComparison.OrdinalIgnoreCase) || await HasDepthAsync(entry, cancel);
        var hidden = metric is Metric.SleepStage && source == WithingsMetrics.Watch ? tellers.Where(teller => teller.Value == WithingsMetrics.Mat).Select(teller => teller.Key).ToHashSet() : [];
        await foreach (var (start, end, value, findings) in PiecesAsync(entry, cancel))
        {
            if (metric is Metric.OxygenSaturationPercent && unsure.Contains(start.ToUnixTimeSeconds()))
            {
                context.Facts.LeftUnread("oxygen saturation the watch was unsure of");
            }
            else if (hidden.Contains(Quarter(start)))
            {
                context.Facts.LeftUnread("sleep states of the watch where the mat has its own");
            }
            else if (metric is Metric.SleepStage)
            {
                AddStage(findings, WithingsMetrics.Stage(value, hasDepth), start, end, source);
            }
            else
            {
                findings.Add(metric, start, end, value, source);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void AddStage(RowFindings findings, SleepStage? stage, DateTimeOffset start, DateTimeOffset end, Source source)
    {
        if (stage is not { } known)
        {
            findings.Reject("a sleep state that is not known");
            return;
        }

        findings.Add(Metric.SleepStage, start, end, (double)known, source);
        for (var quarter = Quarter(start); quarter <= Quarter(end.AddSeconds(-1)); quarter++)
        {
            tellers[quarter] = source;
        }
    }

    /// <summary>The first mat's states go no deeper than 1, which then is not light but any sleep.</summary>
    private async Task<bool> HasDepthAsync(ExportEntry entry, CancellationToken cancel)
    {
        var glance = new WithingsRaw(new ReadingContext { Zones = context.Zones, AsOf = context.AsOf });
        await foreach (var (_, _, value, _) in glance.PiecesAsync(entry, cancel))
        {
            if (value > 1)
            {
                return true;
            }
        }

        return false;
    }

    private async IAsyncEnumerable<(DateTimeOffset Start, DateTimeOffset End, double Value, RowFindings Findings)> PiecesAsync(
        ExportEntry entry, [EnumeratorCancellation] CancellationToken cancel)
    {
        var findings = new RowFindings(entry.Path, hasLines: true, context) { At = 1 };
        await using var table = await CsvTable.OpenAsync(entry, CsvOptions.Default with { Delimiter = ',' }, context, cancel);
        if (!table.Has("start", "duration", "value"))
        {
            findings.Reject(Columns);
            yield break;
        }

        await foreach (var row in table.RowsAsync(cancel))
        {
            findings.At = row.Line;
            if (findings.InstantWithOffset(row["start"]) is not { } at)
            {
                continue;
            }

            var (durations, values) = (List(row["duration"]), List(row["value"]));
            if (durations.Length != values.Length)
            {
                findings.Reject("lists of durations and values that differ in length: the rest of the longer one is left out");
            }

            // On instants, not on the clock: in a night of a clock change the offset at the end of a long list is another one.
            for (var i = 0; i < Math.Min(durations.Length, values.Length); i++)
            {
                var (seconds, number) = (TextNumber.Parse(durations[i]), TextNumber.Parse(values[i]));
                if (seconds is not (>= 0 and <= LongestSeconds) || findings.After(at, seconds) is not { } end)
                {
                    findings.Reject("a duration that cannot be");
                    break;
                }

                if (number is { } value)
                {
                    yield return (at, end, value, findings);
                }
                else
                {
                    findings.Reject("a value that is not a number");
                }

                at = end;
            }
        }
    }

    private static string[] List(string? text) =>
        text?.Trim('[', ']', ' ').Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static long Quarter(DateTimeOffset at) => Math.DivRem(at.ToUnixTimeSeconds(), QuarterSeconds).Quotient;
}
