using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>A workout as a vendor's table or a device tells it. Null is what it does not say; a distance, an energy or a pulse of zero was not measured.</summary>
internal sealed record FoundWorkout(DateTimeOffset Start, DateTimeOffset End, Sport Sport)
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

    /// <summary>Minutes in the vendor's zones, the lowest first; empty where it does not say.</summary>
    internal IReadOnlyList<double?> ZoneMinutes { get; init; } = [];

    /// <summary>Adds it as readings that share source, start and end; one without any duration is none.</summary>
    internal void AddTo(RowFindings findings, Source source, long? at = null)
    {
        var minutes = Minutes is > 0 ? Minutes : (End - Start).TotalMinutes;
        if (minutes is not > 0)
        {
            findings.Reject("a workout without a duration", at);
            return;
        }

        (Metric Metric, double? Value)[] all =
        [
            (Metric.WorkoutSport, (double)Sport),
            (Metric.WorkoutMinutes, minutes),
            (Metric.WorkoutDistanceM, DistanceM is 0 ? null : DistanceM),
            (Metric.WorkoutEnergyKcal, EnergyKcal is 0 ? null : EnergyKcal),
            (Metric.WorkoutAverageHeartRateBpm, AverageHeartRateBpm is 0 ? null : AverageHeartRateBpm),
            (Metric.WorkoutMaxHeartRateBpm, MaxHeartRateBpm is 0 ? null : MaxHeartRateBpm),
            (Metric.WorkoutRpe, Rpe),
            (Metric.WorkoutAscentM, AscentM),
            (Metric.WorkoutTemperatureC, TemperatureC),
            .. ZoneMinutes.Take(5).Select((zone, i) => (Metric.WorkoutZone1Minutes + (short)i, zone)),
        ];
        foreach (var (metric, value) in all)
        {
            findings.Add(metric, Start, End, value, source, at);
        }
    }
}
