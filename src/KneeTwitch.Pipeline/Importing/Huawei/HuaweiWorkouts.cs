using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Huawei;

/// <summary>
/// The workouts of an export. Phone and watch each keep a row of one workout, and old and new layouts repeat it: of those that begin within
/// two minutes, in one sport, the one with a pulse counts.
/// </summary>
internal sealed class HuaweiWorkouts
{
    private const int MostWorkouts = 50_000;
    private const string TrackMark = "HW_EXT_TRACK_DETAIL@is";
    private const string SummaryMark = "&&HW_EXT_TRACK_SIMPLIFY@is";
    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(2);
    private readonly List<(FoundWorkout Workout, HiTrack Track, Source Source, RowFindings Findings, long At)> workouts = [];

    internal void Add(JsonElement item, RowFindings findings)
    {
        if (Moments.Epoch(item.Number("startTime")) is not { } start || item.Number("startTime") is 0)
        {
            findings.Reject("a workout without a start");
            return;
        }

        var seconds = item.Number("totalTime") / 1_000;
        var attribute = item.Text("attribute") ?? "";
        var cut = attribute.IndexOf(SummaryMark, StringComparison.Ordinal);
        var track = HiTrack.Of((cut >= 0 ? attribute[..cut] : attribute).Replace(TrackMark, "", StringComparison.Ordinal), start);
        var end = seconds is > 0 ? findings.After(start, seconds) : track.Last;
        if (end is not { } stop || stop <= start)
        {
            findings.Reject("a workout without a duration");
            return;
        }

        var number = item.Whole("sportType");
        if (number is { } said && !HuaweiWords.Knows(said))
        {
            findings.Context.Facts.LeftUnread($"sport number {said}: not known, taken as other");
        }

        Keep(
            new FoundWorkout(start, stop, HuaweiWords.SportOf(number))
            {
                DistanceM = item.Number("totalDistance"),
                EnergyKcal = cut >= 0 ? Calories(attribute[(cut + SummaryMark.Length)..]) / 1_000 : null,
            },
            track,
            item.Number("sportDataSource") is 2 ? HuaweiWords.Typed : HuaweiWords.Watch,
            findings);
    }

    /// <summary>Takes a track that comes as a file of its own: its sport is read from its steps.</summary>
    internal void Add(HiTrack track, RowFindings findings)
    {
        if (track.First is { } start && track.Last is { } end && end > start)
        {
            Keep(new FoundWorkout(start, end, track.Sport) { DistanceM = track.DistanceM }, track, HuaweiWords.Watch, findings);
        }
        else
        {
            findings.Reject("a track without times");
        }
    }

    /// <summary>The readings; to be asked for once, after all files.</summary>
    internal IEnumerable<Reading> Readings()
    {
        var kept = new List<(FoundWorkout Workout, HiTrack Track, Source Source, RowFindings Findings, long At)>();
        foreach (var next in workouts.OrderBy(each => each.Workout.Start))
        {
            var twin = kept.FindLastIndex(each => next.Workout.Start - each.Workout.Start < Apart && each.Workout.Sport == next.Workout.Sport);
            if (twin < 0)
            {
                kept.Add(next);
                continue;
            }

            next.Findings.Context.Facts.LeftUnread("second copies of a workout");
            kept[twin] = kept[twin].Track.Pulse.Count >= next.Track.Pulse.Count ? kept[twin] : next;
        }

        foreach (var (workout, track, source, findings, at) in kept)
        {
            findings.At = at;
            var pulse = track.Pulse;
            (workout with
            {
                AverageHeartRateBpm = pulse.Count > 0 ? pulse.Average(beat => beat.Bpm) : null,
                MaxHeartRateBpm = pulse.Count > 0 ? pulse.Max(beat => beat.Bpm) : null,
            }).AddTo(findings, source);
            track.AddTo(findings, workout.End);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private void Keep(FoundWorkout workout, HiTrack track, Source source, RowFindings findings)
    {
        if (workouts.Count < MostWorkouts)
        {
            workouts.Add((workout, track, source, findings, findings.At));
        }
    }

    /// <summary>Small calories: a thousandth of a kilocalorie.</summary>
    private static double? Calories(string summary) => JsonFields.Parse(summary.Split("&&")[0])?.Number("totalCalories");
}
