using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Oura;

/// <summary>
/// Sleeps: their stages where the ring tells them, their sums where not. The same sleep may stand in several files of one export; the one
/// that tells more counts.
/// </summary>
internal sealed class OuraSleep(ReadingContext context)
{
    private const int MostSleeps = 100_000;
    private const double LeastBreaths = 1;
    private readonly Dictionary<string, (OuraNight Night, RowFindings Findings, long At)> sleeps = [];
    private readonly HashSet<string> deleted = [];

    internal static bool Is(OuraRecord record) => record.Has("bedtime_start") && record.Has("bedtime_end");

    internal void Add(OuraRecord record, RowFindings findings)
    {
        var kind = record.Text("type") ?? "";
        if (kind is "deleted" or "rest")
        {
            if (kind is "deleted" && record.Text("id") is { } gone)
            {
                deleted.Add(gone);
            }

            context.Facts.LeftUnread($"sleep of type {kind}");
            return;
        }

        if (findings.Instant(record.Text("bedtime_start")) is not { } start || Moments.Parse(record.Text("bedtime_end")) is not { } wake)
        {
            return;
        }

        var night = new OuraNight(start, wake.ToUtc(context.Zones), Moments.Parse(record.Text("day"))?.Day ?? wake.Day)
        {
            IsMain = kind is "long_sleep" || record.Number("is_longest") == 1 || (kind.Length == 0 && !record.Has("is_longest")),
            Phases = record.Text("sleep_phase_30_sec") ?? record.Text("sleep_phase_5_min") ?? "",
            PhaseSeconds = record.Has("sleep_phase_30_sec") ? 30 : 300,
            Deep = record.Seconds("deep_sleep_duration"),
            Light = record.Seconds("light_sleep_duration"),
            Rem = record.Seconds("rem_sleep_duration"),
            Awake = record.Seconds("awake_time"),
            Asleep = record.Seconds("total_sleep_duration"),
            LowestHeartRate = record.Measured("lowest_heart_rate"),
            AverageHrv = record.Measured("average_hrv"),
            Breaths = record.Measured("average_breath") is { } breaths ? breaths < LeastBreaths ? breaths * 60 : breaths : null,
            HeartRates = OuraSamples.Of(record.Part("heart_rate")) ?? OuraSamples.Of(record.Part("hr_5min"), start),
        };
        var key = record.Text("id") ?? $"{kind} {start:O}";
        var isKnown = sleeps.TryGetValue(key, out var known);
        if ((!isKnown && sleeps.Count < MostSleeps) || (isKnown && night.Phases.Length >= known.Night.Phases.Length))
        {
            sleeps[key] = (night, findings, findings.At);
        }
    }

    /// <summary>The readings; to be asked for once, after all files.</summary>
    internal IEnumerable<Reading> Readings()
    {
        var sums = new NightSums();
        foreach (var (night, findings, at) in sleeps.Where(sleep => !deleted.Contains(sleep.Key)).Select(sleep => sleep.Value).OrderBy(sleep => sleep.Night.Start))
        {
            findings.At = at;
            if (night.AddTo(findings))
            {
                sums.Add(night.Day, night.Asleep / 60, (night.End - night.Start).TotalMinutes);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        var days = new RowFindings("sums of sleeps", hasLines: false, context);
        sums.AddTo(days, OuraDays.Ring);
        foreach (var reading in days.Take())
        {
            yield return reading;
        }
    }
}
