using KneeTwitch.Pipeline.Importing.Formats;

namespace KneeTwitch.Pipeline.Importing.Fitbit;

/// <summary>
/// Minutes are written in local time in some archives and in UTC in others, and nothing says which. Workouts are always local: where the
/// minutes' steps fit the workouts only when taken for UTC, they are UTC.
/// </summary>
internal static class FitbitClock
{
    private const int MostWorkouts = 12, FewestWorkouts = 2;
    private const double FewestSteps = 500, Fits = 0.25;

    internal static async Task<bool> IsUniversalAsync(IReadOnlyList<(ExportEntry Entry, FitbitPart Part)> files, FitbitImport import, CancellationToken cancel)
    {
        // A glance: what is wrong with the files is told when they are read.
        var glance = new ReadingContext { Zones = import.Zones, AsOf = import.Context.AsOf };
        var workouts = await WorkoutsAsync(files, glance, cancel);
        if (workouts.Count < FewestWorkouts)
        {
            return false;
        }

        foreach (var (entry, _) in files.Where(file => file.Part is FitbitPart.Steps))
        {
            await foreach (var item in JsonItems.ReadAsync(entry, "", glance, cancel))
            {
                if (FitbitImport.Wall(item.Value.Text("dateTime")) is { } wall && item.Value.Number("value") is > 0 and var steps)
                {
                    workouts.ForEach(workout => workout.Count(wall, steps));
                }
            }
        }

        return workouts.Count(workout => workout.IsUniversal) >= FewestWorkouts && !workouts.Exists(workout => workout.IsLocal);
    }

    private static async Task<List<Workout>> WorkoutsAsync(IReadOnlyList<(ExportEntry Entry, FitbitPart Part)> files, ReadingContext glance, CancellationToken cancel)
    {
        var workouts = new List<Workout>();
        foreach (var (entry, _) in files.Where(file => file.Part is FitbitPart.Exercise))
        {
            await foreach (var item in JsonItems.ReadAsync(entry, "", glance, cancel))
            {
                var minutes = item.Value.Number("duration") / 60_000;
                if (workouts.Count < MostWorkouts && FitbitImport.Wall(item.Value.Text("startTime")) is { } start && minutes is > 5 and < 600 and var length
                    && item.Value.Number("steps") is >= FewestSteps and var steps)
                {
                    var offset = new DateTimeOffset(start, TimeSpan.Zero) - glance.Zones.ToUtc(start);
                    workouts.Add(new Workout(start, start.AddMinutes(length), steps, offset));
                }
            }
        }

        return workouts;
    }

    private sealed class Workout(DateTime start, DateTime end, double steps, TimeSpan offset)
    {
        private double local;
        private double universal;

        internal bool IsLocal => Math.Abs(local - steps) <= Fits * steps;

        internal bool IsUniversal => !IsLocal && Math.Abs(universal - steps) <= Fits * steps;

        internal void Count(DateTime wall, double counted)
        {
            local += wall >= start && wall < end ? counted : 0;
            universal += wall + offset >= start && wall + offset < end ? counted : 0;
        }
    }
}
