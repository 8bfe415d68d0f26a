using System.Globalization;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Samsung;

/// <summary>
/// The nights. One night may be told by watch, phone and another app, and once more by the table of combined nights: where a combined night
/// covers it its span counts, else the longest of those that overlap.
/// </summary>
internal sealed class SamsungNights(ReadingContext context, SamsungDevices devices)
{
    private const int MostNights = 200_000, MostStages = 5_000_000, LookedAt = 6;
    private readonly List<Night> nights = [];
    private readonly Dictionary<string, (DateTimeOffset Start, DateTimeOffset End)> combined = [];
    private readonly Dictionary<string, List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)>> stages = [];
    private int stageCount;

    internal void Add(SamsungRow row, RowFindings findings)
    {
        if (Times(row, findings) is not var (start, end) || nights.Count >= MostNights)
        {
            return;
        }

        var local = end + (Moments.Offset(row["time_offset"]) ?? context.Zones.ToLocal(end).Offset);
        nights.Add(new Night(
            row["datauuid"] ?? start.ToString("O", CultureInfo.InvariantCulture),
            row["combined_id"],
            start,
            end,
            DateOnly.FromDateTime(local.UtcDateTime),
            row.Number("sleep_duration", findings),
            devices.SourceOf(row["deviceuuid"], row["source_name"]),
            findings,
            row.Line));
    }

    internal void AddCombined(SamsungRow row, RowFindings findings)
    {
        if (row["datauuid"] is { } id && Times(row, findings) is { } times)
        {
            combined[id] = times;
        }
    }

    internal void AddStage(SamsungRow row, RowFindings findings)
    {
        if (row["sleep_id"] is not { } night || Times(row, findings) is not var (start, end))
        {
            return;
        }

        SleepStage? stage = row["stage"] switch
        {
            "40001" => SleepStage.Awake,
            "40002" => SleepStage.Light,
            "40003" => SleepStage.Deep,
            "40004" => SleepStage.Rem,
            _ => null,
        };
        if (stage is not { } known || ++stageCount > MostStages)
        {
            findings.Reject("a sleep stage that is not known");
            return;
        }

        if (!stages.TryGetValue(night, out var parts))
        {
            stages.Add(night, parts = []);
        }

        parts.Add((start, end, known));
    }

    internal IEnumerable<Reading> Readings()
    {
        var kept = Kept();
        foreach (var group in kept.GroupBy(night => night.Combined is { } id && combined.ContainsKey(id) ? id : night.Id))
        {
            var (start, end) = combined.GetValueOrDefault(group.Key, (group.First().Start, group.First().End));
            foreach (var reading in Readings([.. group], start, end))
            {
                yield return reading;
            }
        }

        foreach (var day in kept.Where(night => night.MinutesAsleep is not null).GroupBy(night => night.Day))
        {
            var findings = day.First().Findings;
            findings.At = day.First().Line;
            findings.AddDay(Metric.VendorSleepMinutes, day.Key, day.Sum(night => night.MinutesAsleep), SamsungDevices.App);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private Reading[] Readings(List<Night> parts, DateTimeOffset start, DateTimeOffset end)
    {
        var (findings, source) = (parts[0].Findings, parts[0].Source);
        findings.At = parts[0].Line;
        findings.Add(Metric.SleepStage, start, end, (double)SleepStage.InBed, source);
        foreach (var part in parts)
        {
            var told = stages.GetValueOrDefault(part.Id, []);
            if (told.Count == 0)
            {
                // The table knows how long, the stages would know when.
                var seconds = (part.MinutesAsleep * 60) ?? (part.End - part.Start).TotalSeconds;
                told = [.. new NightOutline(part.Start, part.End) { Seconds = new Dictionary<SleepStage, double> { [SleepStage.Asleep] = seconds } }.Fill([])];
            }

            foreach (var (from, to, stage) in told)
            {
                findings.Add(Metric.SleepStage, from, to, (double)stage, source);
            }
        }

        return findings.Take();
    }

    private List<Night> Kept()
    {
        var kept = new List<Night>();
        foreach (var night in nights.OrderBy(night => night.Start).ThenByDescending(night => night.End))
        {
            var other = kept.Count - 1;
            while (other >= 0 && !kept[other].Overlaps(night))
            {
                other = other > kept.Count - LookedAt ? other - 1 : -1;
            }

            if (other < 0)
            {
                kept.Add(night);
            }
            else if (night.End - night.Start > kept[other].End - kept[other].Start)
            {
                kept[other] = night;
            }
        }

        return kept;
    }

    private static (DateTimeOffset Start, DateTimeOffset End)? Times(SamsungRow row, RowFindings findings)
    {
        if (row.Instant("start_time", findings) is not { } start || row.Instant("end_time", findings) is not { } end)
        {
            return null;
        }

        if (end > start && end - start <= TimeSpan.FromDays(1))
        {
            return (start, end);
        }

        findings.Reject("a sleep that ends before it begins, or lasts longer than a day");
        return null;
    }

    private sealed record Night(
        string Id, string? Combined, DateTimeOffset Start, DateTimeOffset End, DateOnly Day, double? MinutesAsleep, Source Source, RowFindings Findings, long Line)
    {
        internal bool Overlaps(Night other) => Start < other.End && other.Start < End && (Combined is null || Combined != other.Combined);
    }
}
