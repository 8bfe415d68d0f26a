using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.OpenMHealth;

/// <summary>Sleep, as a length or as an episode. Where both tell one night, the episode does.</summary>
internal sealed class OmhNights(ReadingContext context)
{
    private const int MostNights = 20_000;
    private const double Slack = 60;
    private readonly Dictionary<(DateTimeOffset Start, DateTimeOffset End, Source Source, bool IsEpisode), Night> nights = [];

    /// <summary>A length of sleep within a frame, which may be longer or shorter.</summary>
    internal void AddLength(double seconds, OmhFrame frame, Source source, RowFindings findings)
    {
        if (frame.IsInterval && !frame.IsVague && frame.Time.Day is null)
        {
            Keep(new Night(frame.Time.Start, frame.Time.End, source, findings.Entry, findings.At) { Asleep = seconds }, findings);
        }
        else
        {
            // A frame that is a day, or only the part of one, is no time in bed.
            findings.AddDay(Metric.VendorSleepMinutes, frame.Time.Day ?? context.Zones.DayOf(frame.Time.End), seconds / 60, source);
        }
    }

    internal void AddEpisode(JsonElement body, OmhFrame frame, Source source, RowFindings findings)
    {
        double Seconds(string field) => body.Field(field) is { } length && OmhUnits.Duration(length) is { } known ? known.TotalSeconds : 0;

        var span = (frame.Time.End - frame.Time.Start).TotalSeconds;
        var (before, after, within) = (Seconds("latency_to_sleep_onset"), Seconds("latency_to_arising"), Seconds("wake_after_sleep_onset"));
        var efficiency = (body.Field("sleep_maintenance_efficiency_percentage")?.Number("value") ?? 100) / 100;
        Keep(
            new Night(frame.Time.Start, frame.Time.End, source, findings.Entry, findings.At)
            {
                IsEpisode = true,
                Asleep = body.Field("total_sleep_time") is { } total ? OmhUnits.Duration(total)?.TotalSeconds
                    : Math.Max(0, within > 0 ? span - before - after - within : (span - before - after) * Math.Clamp(efficiency, 0, 1)),
                AwakeBefore = before,
                AwakeAfter = after,
                AwakeWithin = within,
            },
            findings);
    }

    /// <summary>The nights; to be asked for once, after all points.</summary>
    internal IEnumerable<Reading> Readings()
    {
        var sums = new Dictionary<Source, (NightSums Sums, string Entry)>();
        var episodes = nights.Values.Where(night => night.IsEpisode).ToList();
        foreach (var night in nights.Values)
        {
            if (!night.IsEpisode && episodes.Exists(episode => episode.Start < night.End && night.Start < episode.End))
            {
                context.Facts.LeftUnread("lengths of sleep that an episode tells as well");
                continue;
            }

            var findings = new RowFindings(night.Entry, hasLines: false, context) { At = night.At };
            var isWhole = (night.Asleep ?? 0) <= (night.End - night.Start).TotalSeconds + Slack;
            if (!isWhole || night.Found().AddTo(findings, night.Source))
            {
                sums.TryAdd(night.Source, (new NightSums(), night.Entry));
                sums[night.Source].Sums.Add(context.Zones.DayOf(night.End), night.Asleep / 60, isWhole ? (night.End - night.Start).TotalMinutes : null);
            }

            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }

        foreach (var (source, (sum, entry)) in sums)
        {
            var findings = new RowFindings(entry, hasLines: false, context);
            sum.AddTo(findings, source);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void Keep(Night night, RowFindings findings)
    {
        // One time is one night, however often it is told: converters give it a new id each time, and sums would count it twice.
        var key = (night.Start, night.End, night.Source, night.IsEpisode);
        if (nights.Count < MostNights || nights.ContainsKey(key))
        {
            nights[key] = night;
        }
        else
        {
            findings.Reject("more nights than can be read at once");
        }
    }

    private sealed record Night(DateTimeOffset Start, DateTimeOffset End, Source Source, string Entry, long At)
    {
        internal bool IsEpisode { get; init; }

        internal double? Asleep { get; init; }

        internal double AwakeBefore { get; init; }

        internal double AwakeAfter { get; init; }

        internal double AwakeWithin { get; init; }

        internal FoundNight Found()
        {
            var parts = new List<(DateTimeOffset Start, DateTimeOffset End, SleepStage Stage)>();
            if (AwakeBefore > 0)
            {
                parts.Add((Start, Start.AddSeconds(AwakeBefore), SleepStage.Awake));
            }

            if (AwakeAfter > 0)
            {
                parts.Add((End.AddSeconds(-AwakeAfter), End, SleepStage.Awake));
            }

            return new FoundNight(Start, End)
            {
                Parts = AwakeBefore + AwakeAfter < (End - Start).TotalSeconds ? parts : [],
                Seconds = new Dictionary<SleepStage, double> { [SleepStage.Asleep] = Asleep ?? 0, [SleepStage.Awake] = AwakeBefore + AwakeAfter + AwakeWithin },
            };
        }
    }
}
