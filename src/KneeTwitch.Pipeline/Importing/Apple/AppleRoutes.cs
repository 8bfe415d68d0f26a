using System.Runtime.CompilerServices;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Recordings;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>
/// The routes of workouts, in files of their own. They are opened only for what a workout does not say itself, its ascent or its distance;
/// as workouts of their own they would count a second time.
/// </summary>
internal sealed class AppleRoutes
{
    private readonly List<AppleWorkout> workouts = [];

    /// <summary>Keeps a workout that lacks something its routes can tell.</summary>
    internal void Keep(AppleWorkout workout)
    {
        if (workout.Routes.Count > 0 && (workout.AscentM is null || workout.DistanceM is null))
        {
            workouts.Add(workout);
        }
    }

    /// <summary>Reads them.</summary>
    /// <param name="main">The file that the workouts stand in; routes are named from its folder on.</param>
    /// <param name="read">Takes the entries that were read.</param>
    internal async IAsyncEnumerable<Reading> ReadAsync(
        ExportFiles export, ExportEntry main, ICollection<ExportEntry> read, ReadingContext context, [EnumeratorCancellation] CancellationToken cancel)
    {
        var byPath = export.Entries.ToLookup(entry => entry.Path, StringComparer.Ordinal);
        foreach (var workout in workouts)
        {
            var files = workout.Routes.Select(route => EntryPath.Normalize($"{EntryPath.FolderOf(main.Path)}/{route}")).SelectMany(path => byPath[path ?? ""]).Distinct().ToList();
            var (ascentM, distanceM) = ((double?)null, (double?)null);
            foreach (var file in files)
            {
                read.Add(file);
                context.Progress.Expect(file.Length);
            }

            await foreach (var reading in RecordingFiles.ReadAsync([.. files.Select(file => (file, RecordingKind.Gpx))], context.ForPart(), cancel))
            {
                ascentM = reading.Metric is Metric.WorkoutAscentM ? (ascentM ?? 0) + reading.Value : ascentM;
                distanceM = reading.Metric is Metric.WorkoutDistanceM ? (distanceM ?? 0) + reading.Value : distanceM;
            }

            var (start, end) = (DateTimeOffset.FromUnixTimeSeconds(workout.Start), DateTimeOffset.FromUnixTimeSeconds(workout.End));
            foreach (var (metric, value) in new[] { (Metric.WorkoutAscentM, workout.AscentM is null ? ascentM : null), (Metric.WorkoutDistanceM, workout.DistanceM is null ? distanceM : null) })
            {
                if (value is { } known && new Reading(metric, start, end, known, workout.Source) is var reading && context.Accepts(reading, main.Path, 0))
                {
                    yield return reading;
                }
            }
        }

        workouts.Clear();
    }
}
