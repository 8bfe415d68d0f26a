using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Days;

/// <summary>Finds the workouts of a day, one from many copies.</summary>
internal sealed class Workouts(ReadingIndex readings)
{
    /// <summary>How far around the day is looked, so that copies on both sides of midnight meet.</summary>
    private const int Around = 600;

    private static readonly Metric[] Fields =
    [
        Metric.WorkoutSport,
        Metric.WorkoutMinutes,
        Metric.WorkoutDistanceM,
        Metric.WorkoutEnergyKcal,
        Metric.WorkoutAverageHeartRateBpm,
        Metric.WorkoutMaxHeartRateBpm,
        Metric.WorkoutRpe,
        Metric.WorkoutAscentM,
        Metric.WorkoutTemperatureC,
        .. Workout.Zones,
    ];

    private readonly List<Timed> buffer = [];

    /// <summary>The workouts that start on the day, earliest first, each the richest copy filled from the others.</summary>
    internal List<Workout> Of(DayFrame day)
    {
        var groups = new List<List<Workout>>();
        foreach (var workout in Said(day).OrderBy(one => one.Start).ThenBy(one => one.End).ThenBy(one => one.Source, StringComparer.Ordinal))
        {
            if (groups.Find(group => workout.IsCopyOf(group[0])) is { } copies)
            {
                copies.Add(workout);
            }
            else
            {
                groups.Add([workout]);
            }
        }

        return [.. groups.Select(Richest).Where(workout => day.Holds(workout.Start)).OrderBy(workout => workout.Start)];
    }

    private static Workout Richest(List<Workout> copies)
    {
        var byWorth = copies.OrderByDescending(copy => copy.Richness).ThenBy(copy => copy.Rank).ToList();
        foreach (var copy in byWorth.Skip(1))
        {
            byWorth[0].FillFrom(copy);
        }

        return byWorth[0];
    }

    private IEnumerable<Workout> Said(DayFrame day)
    {
        var found = new Dictionary<(string Source, long Start, long End), Workout>();
        foreach (var metric in Fields)
        {
            foreach (var track in readings[metric])
            {
                track.Read(day.Start - Around, day.End + Around, buffer);
                foreach (var field in buffer)
                {
                    var key = (track.Source.Name, field.Start, field.End);
                    if (!found.TryGetValue(key, out var workout))
                    {
                        found[key] = workout = new Workout(track, field.Start, field.End);
                    }

                    workout.Say(metric, field.Value);
                }
            }
        }

        return found.Values.Where(workout => workout.Minutes > 0);
    }
}
