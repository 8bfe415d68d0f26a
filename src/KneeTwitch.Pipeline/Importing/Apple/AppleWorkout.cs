using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>A workout while its element is open. Where something is said twice, the last one counts.</summary>
internal sealed class AppleWorkout
{
    private const int MostRoutes = 100;

    private readonly Dictionary<Metric, double> distances = [];
    private readonly List<string> routes = [];

    internal required long Start { get; init; }

    internal required long End { get; init; }

    internal required Source Source { get; set; }

    internal required Sport Sport { get; init; }

    /// <summary>Minutes in motion; pauses are left out.</summary>
    internal double? Minutes { get; init; }

    /// <summary>The workout's own total, before version 12.</summary>
    internal double? TotalDistanceM { get; init; }

    internal double? TotalEnergyKcal { get; init; }

    internal double? EnergyKcal { get; private set; }

    internal double? AverageHeartRateBpm { get; private set; }

    internal double? MaxHeartRateBpm { get; private set; }

    internal double? AscentM { get; set; }

    /// <summary>Null where it is not said; zero was not measured.</summary>
    internal double? DistanceM => (distances.Count > 0 ? distances.Values.Sum() : TotalDistanceM) is > 0 and var metres ? metres : null;

    /// <summary>The files of its routes, from the main file's folder on.</summary>
    internal IReadOnlyList<string> Routes => routes;

    internal double? TemperatureC { get; set; }

    /// <summary>Takes the statistics of a metric, from version 12 on.</summary>
    internal void Add(HealthKitMetric metric, double? sum, double? average, double? maximum)
    {
        switch (metric.Metric)
        {
            case Metric.HeartRateBpm:
                AverageHeartRateBpm = average ?? AverageHeartRateBpm;
                MaxHeartRateBpm = maximum ?? MaxHeartRateBpm;
                break;
            case Metric.ActiveEnergyKcal:
                EnergyKcal = sum ?? EnergyKcal;
                break;
            case Metric.DistanceM or Metric.CyclingDistanceM or Metric.SwimmingDistanceM when sum is not null:
                distances[metric.Metric] = sum.Value;
                break;
        }
    }

    internal void AddRoute(string path)
    {
        if (routes.Count < MostRoutes && path.Length > 0)
        {
            routes.Add(path);
        }
    }

    /// <summary>The workout as readings. A distance or an energy of zero was not measured.</summary>
    internal IEnumerable<(Metric Metric, double Value)> Readings()
    {
        (Metric Metric, double? Value)[] all =
        [
            (Metric.WorkoutSport, (double)Sport),
            (Metric.WorkoutMinutes, Minutes ?? ((End - Start) / 60.0)),
            (Metric.WorkoutDistanceM, DistanceM),
            (Metric.WorkoutEnergyKcal, (EnergyKcal ?? TotalEnergyKcal) is > 0 and var energy ? energy : null),
            (Metric.WorkoutAverageHeartRateBpm, AverageHeartRateBpm),
            (Metric.WorkoutMaxHeartRateBpm, MaxHeartRateBpm),
            (Metric.WorkoutAscentM, AscentM),
            (Metric.WorkoutTemperatureC, TemperatureC),
        ];
        foreach (var (metric, value) in all)
        {
            if (value is { } known)
            {
                yield return (metric, known);
            }
        }
    }
}
