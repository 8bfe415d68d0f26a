using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing.Recordings;

/// <summary>A workout as a device recorded it. Null is what it did not say; a distance, an energy or a pulse of zero was not measured.</summary>
internal sealed record RecordedWorkout(DateTimeOffset Start, DateTimeOffset End, Sport Sport)
{
    /// <summary>Minutes in motion; null for the whole span.</summary>
    internal double? Minutes { get; init; }

    internal double? DistanceM { get; init; }

    internal double? EnergyKcal { get; init; }

    internal double? AverageHeartRateBpm { get; init; }

    internal double? MaxHeartRateBpm { get; init; }

    internal double? AscentM { get; init; }

    internal double? TemperatureC { get; init; }

    /// <summary>0 to 10.</summary>
    internal double? Rpe { get; init; }

    /// <summary>Minutes in zones 1 to 5; empty where the device did not say.</summary>
    internal IReadOnlyList<double> ZoneMinutes { get; init; } = [];

    /// <summary>Adds it as readings that share source, start and end; one without any duration is none.</summary>
    internal void AddTo(Findings findings, Source source, long at)
    {
        var minutes = Minutes is > 0 ? Minutes : (End - Start).TotalMinutes;
        if (minutes is not > 0 || !findings.IsPossible(Start, at))
        {
            return;
        }

        (Metric Metric, double? Value)[] all =
        [
            (Metric.WorkoutSport, (double)Sport),
            (Metric.WorkoutMinutes, minutes),
            (Metric.WorkoutDistanceM, DistanceM is > 0 ? DistanceM : null),
            (Metric.WorkoutEnergyKcal, EnergyKcal is > 0 ? EnergyKcal : null),
            (Metric.WorkoutAverageHeartRateBpm, AverageHeartRateBpm is > 0 ? AverageHeartRateBpm : null),
            (Metric.WorkoutMaxHeartRateBpm, MaxHeartRateBpm is > 0 ? MaxHeartRateBpm : null),
            (Metric.WorkoutRpe, Rpe),
            (Metric.WorkoutAscentM, AscentM),
            (Metric.WorkoutTemperatureC, TemperatureC),
            .. ZoneMinutes.Take(5).Select((zone, i) => (Metric.WorkoutZone1Minutes + (short)i, (double?)zone)),
        ];
        foreach (var (metric, value) in all)
        {
            findings.Add(metric, Start, End, value, source, at);
        }
    }
}
