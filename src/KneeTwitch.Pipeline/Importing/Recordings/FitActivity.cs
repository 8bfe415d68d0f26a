using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats.Fit;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>The workouts of one activity file and the pulse in them. Positions are not looked at.</summary>
internal sealed class FitActivity(RowFindings findings)
{
    /// <summary>Twelve days, second by second.</summary>
    private const int MostBeats = 1_000_000;

    private const string OffTheRails = "records whose time jumps: bytes before them were lost";

    /// <summary>Further back or ahead than these a record cannot be from the one before it.</summary>
    private static readonly TimeSpan FurthestBack = TimeSpan.FromHours(24), FurthestOn = TimeSpan.FromDays(7);

    private readonly FitStrap strap = new();
    private readonly Dictionary<DateTimeOffset, (double Bpm, long At)> pulse = [];
    private readonly List<(FitMessage Session, int Index)> sessions = [];
    private readonly Dictionary<int, IReadOnlyList<double?>> zones = [];
    private DateTimeOffset? first, last;
    private double? lastDistanceM, sport, subSport;
    private (double Sum, int Count, double Most) beats;
    private bool isOffTheRails;

    internal void Read(FitMessage message)
    {
        switch (message.Kind)
        {
            case 12:
                (sport, subSport) = (message[0], message[1]);
                break;
            case 18:
                sessions.Add((message, (int)(message[254] ?? sessions.Count)));
                break;
            case 20:
                Record(message);
                break;
            case 132:
                foreach (var (at, bpm) in strap.Read(message))
                {
                    Beat(at, bpm, message.At);
                }

                break;
            case 216 when message[0] == 18:
                zones[(int)(message[1] ?? 0)] = message.Array(2);
                break;
        }
    }

    /// <summary>The workouts of one of the chained files; one that lost its summary is told from its records.</summary>
    internal void ClosePart(Source source)
    {
        foreach (var (session, index) in sessions)
        {
            var workout = Workout(session, index);
            if (findings.IsPossible(workout.Start, session.At))
            {
                workout.AddTo(findings, source, session.At);
                Gait(workout, session, source);
            }
        }

        if (sessions.Count == 0 && first is { } start && last is { } end && end > start)
        {
            var workout = new FoundWorkout(start, end, FitSports.Find(sport, subSport))
            {
                DistanceM = lastDistanceM,
                AverageHeartRateBpm = beats.Count > 0 ? beats.Sum / beats.Count : null,
                MaxHeartRateBpm = beats.Most,
            };
            workout.AddTo(findings, source, 0);
        }

        sessions.Clear();
        zones.Clear();
        (first, last, lastDistanceM, sport, subSport, beats, isOffTheRails) = (null, null, null, null, null, default, false);
    }

    /// <summary>The pulse of all parts: straps in water hand theirs in afterwards, in parts of their own.</summary>
    internal void Close(Source source)
    {
        foreach (var (time, (bpm, at)) in pulse.OrderBy(beat => beat.Key))
        {
            findings.Add(Metric.HeartRateBpm, time, time, bpm, source, at);
        }

        pulse.Clear();
    }

    private static FoundWorkout Dated(FitMessage session)
    {
        var elapsed = TimeSpan.FromSeconds((session[7] ?? session[8] ?? 0) / 1000);
        var end = FitTime.Instant(session.Seconds);
        var start = FitTime.Instant(session[2]) ?? end - elapsed ?? DateTimeOffset.UnixEpoch;
        return new FoundWorkout(start, elapsed > TimeSpan.Zero ? start + elapsed : end ?? start, FitSports.Find(session[5], session[6]));
    }

    private FoundWorkout Workout(FitMessage session, int index) => Dated(session) with
    {
        Minutes = session[8] / 60_000,
        DistanceM = session[9] / 100,
        EnergyKcal = session[11],
        AverageHeartRateBpm = session[16],
        MaxHeartRateBpm = session[17],
        AscentM = session[22],
        Rpe = session[193] / 10,
        ZoneMinutes = Zones(session.Array(65) is { Count: > 0 } said ? said : zones.GetValueOrDefault(index, [])),
    };

    /// <summary>The length of a step as a walker's device measured it; a runner's is another quantity.</summary>
    private void Gait(FoundWorkout walk, FitMessage session, Source source)
    {
        if (walk.Sport is Sport.Walk && walk.End > walk.Start && session[134] is > 0 and var step)
        {
            findings.Add(Metric.WalkingStepLengthCm, walk.Start, walk.End, step / 100, source, session.At);
        }
    }

    /// <summary>The first item is below zone 1; a seventh lies above zone 5 and still is hard.</summary>
    private static IReadOnlyList<double?> Zones(IReadOnlyList<double?> milliseconds) =>
        milliseconds.Count < 6 || milliseconds.Take(6).Any(zone => zone is null)
            ? []
            : [.. milliseconds.Skip(1).Take(5).Select((zone, i) => ((zone ?? 0) + (i == 4 ? milliseconds.ElementAtOrDefault(6) ?? 0 : 0)) / 60_000)];

    private void Record(FitMessage record)
    {
        if (FitTime.Instant(record.Seconds) is not { } time)
        {
            findings.Reject(record.Seconds is null ? "a record without a time" : "a record whose time counts from switching the device on: its clock was not set", record.At);
            return;
        }

        isOffTheRails |= last is { } before && (time < before - FurthestBack || time > before + FurthestOn);
        if (isOffTheRails)
        {
            findings.Reject(OffTheRails, record.At);
            return;
        }

        if (!findings.IsPossible(time, record.At))
        {
            return;
        }

        (first, last) = (first < time ? first : time, last > time ? last : time);
        lastDistanceM = record[5] / 100 ?? lastDistanceM;
        if ((record[3] ?? record.Developer(3)) is > 0 and var bpm)
        {
            Beat(time, bpm, record.At);
            beats = (beats.Sum + bpm, beats.Count + 1, Math.Max(beats.Most, bpm));
        }
    }

    /// <summary>Two records in one second follow a pause: the later one stays.</summary>
    private void Beat(DateTimeOffset time, double bpm, long at)
    {
        if (findings.IsPossible(time, at) && (pulse.Count < MostBeats || pulse.ContainsKey(time)))
        {
            pulse[time] = (bpm, at);
        }
    }
}
