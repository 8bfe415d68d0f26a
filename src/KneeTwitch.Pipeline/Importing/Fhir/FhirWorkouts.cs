using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>Workouts. Their sport, length, energy and pulse are observations of their own, which only share their time.</summary>
internal sealed class FhirWorkouts(ReadingContext context)
{
    private const int MostWorkouts = 100_000;
    private readonly Dictionary<(DateTimeOffset Start, DateTimeOffset End), (Dictionary<Metric, double> Fields, Source Source, string Entry, long At)> workouts = [];

    internal void Add(Metric metric, FoundTime time, double value, Source source, RowFindings findings)
    {
        if (time.Day is not null || time.IsLongerThanADay)
        {
            context.Facts.LeftUnread("parts of workouts without a time of day");
            return;
        }

        if (!workouts.TryGetValue((time.Start, time.End), out var workout))
        {
            if (workouts.Count >= MostWorkouts)
            {
                findings.Reject("more workouts than can be read at once");
                return;
            }

            workout = ([], source, findings.Entry, findings.At);
            workouts.Add((time.Start, time.End), workout);
        }

        workout.Fields[metric] = value;
    }

    /// <summary>The workouts; to be asked for once, after all observations.</summary>
    internal IEnumerable<Reading> Readings()
    {
        foreach (var (time, (fields, source, entry, at)) in workouts)
        {
            var findings = new RowFindings(entry, hasLines: false, context) { At = at };
            Add(time.Start, time.End, fields, source, findings);
            foreach (var reading in findings.Take())
            {
                yield return reading;
            }
        }
    }

    private static void Add(DateTimeOffset start, DateTimeOffset end, Dictionary<Metric, double> fields, Source source, RowFindings findings)
    {
        double? Said(Metric metric) => fields.TryGetValue(metric, out var value) ? value : null;

        if (fields.Count == 1 && Said(Metric.WorkoutEnergyKcal) is { } energy)
        {
            // Energy alone is no workout: pedometers count it all day long.
            findings.Add(Metric.ActiveEnergyKcal, start, end, energy, source);
            return;
        }

        var last = end > start ? end : findings.After(start, Said(Metric.WorkoutMinutes) * 60);
        if (last is { } known)
        {
            new FoundWorkout(start, known, (Sport)(Said(Metric.WorkoutSport) ?? (double)Sport.Other))
            {
                Minutes = Said(Metric.WorkoutMinutes),
                EnergyKcal = Said(Metric.WorkoutEnergyKcal),
                AverageHeartRateBpm = Said(Metric.WorkoutAverageHeartRateBpm),
                MaxHeartRateBpm = Said(Metric.WorkoutMaxHeartRateBpm),
            }.AddTo(findings, source);
        }
    }
}
