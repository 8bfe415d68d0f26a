using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.HealthConnect;

/// <summary>
/// The workouts. A session only knows its sport: distance, energy, ascent and pulse are what the same app measured while it lasted.
/// </summary>
internal sealed class HealthConnectWorkouts
{
    private const int MostSessions = 200_000;
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(1);
    private readonly Dictionary<long, List<Session>> sessions = [];
    private readonly RowFindings findings;

    private HealthConnectWorkouts(RowFindings findings) => this.findings = findings;

    internal static async Task<HealthConnectWorkouts> LoadAsync(HealthConnectSnapshot snapshot, CancellationToken cancel)
    {
        var workouts = new HealthConnectWorkouts(snapshot.Findings(HealthConnectWords.Exercise));
        var count = 0;
        await foreach (var record in snapshot.RecordsAsync(HealthConnectWords.Exercise, workouts.findings, $"order by start_time limit {MostSessions}", cancel, "exercise_type"))
        {
            var type = record.Row.Whole(0);
            var list = workouts.sessions.TryGetValue(record.App ?? 0, out var known) ? known : workouts.sessions[record.App ?? 0] = [];
            list.Add(new Session(record.Start, record.End, HealthConnectWords.SportOf(type), HealthConnectWords.IsMindful(type), record.Source, workouts.findings.At));
            count++;
        }

        if (count == MostSessions)
        {
            workouts.findings.Reject($"more than {MostSessions:N0} workouts");
        }

        return workouts;
    }

    /// <summary>Adds what was measured to the workout of the same app that it lies in; false where there is none.</summary>
    internal bool Add(Metric metric, in HealthConnectSpan span)
    {
        if (!sessions.TryGetValue(span.App ?? 0, out var list))
        {
            return false;
        }

        var (low, high) = (0, list.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = list[middle].Start <= span.Start + Slack ? (middle + 1, high) : (low, middle);
        }

        var isWithin = low > 0 && span.End <= list[low - 1].End + Slack && span.Start < list[low - 1].End;
        if (isWithin)
        {
            list[low - 1].Add(metric, span.Value);
        }

        return isWithin;
    }

    /// <summary>The workouts, after all that was measured.</summary>
    internal IEnumerable<Reading> Readings()
    {
        foreach (var session in sessions.OrderBy(app => app.Key).SelectMany(app => app.Value))
        {
            findings.At = session.At;
            session.AddTo(findings);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private sealed class Session(DateTimeOffset start, DateTimeOffset end, Sport sport, bool isMindful, Source source, long at)
    {
        private double distance, energy, ascent, pulse, highest;
        private long beats;

        internal DateTimeOffset Start => start;

        internal DateTimeOffset End => end;

        internal long At => at;

        internal void Add(Metric metric, double value)
        {
            switch (metric)
            {
                case Metric.DistanceM:
                    distance += value;
                    break;
                case Metric.ActiveEnergyKcal:
                    energy += value;
                    break;
                case Metric.WorkoutAscentM:
                    ascent += value;
                    break;
                case Metric.HeartRateBpm:
                    (pulse, beats, highest) = (pulse + value, beats + 1, Math.Max(highest, value));
                    break;
            }
        }

        internal void AddTo(RowFindings findings)
        {
            if (isMindful)
            {
                findings.Add(Metric.MindfulMinutes, start, end, (end - start).TotalMinutes, source);
                return;
            }

            new FoundWorkout(start, end, sport)
            {
                DistanceM = distance,
                EnergyKcal = energy,
                AscentM = ascent > 0 ? ascent : null,
                AverageHeartRateBpm = beats > 0 ? Math.Round(pulse / beats, 1) : null,
                MaxHeartRateBpm = beats > 0 ? highest : null,
            }.AddTo(findings, source);
        }
    }
}
