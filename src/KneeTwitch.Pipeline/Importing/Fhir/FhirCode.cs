using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>What a code means here.</summary>
/// <param name="Metric">The metric; of no meaning for what is not read.</param>
/// <param name="UnitSize">Our unit in the base of its dimension.</param>
internal sealed record FhirCode(FhirRole Role, Metric Metric, Dimension Dimension = Dimension.Count, double UnitSize = 1)
{
    /// <summary>The stage that a part of a night is of; asleep is all of it.</summary>
    internal SleepStage Stage { get; init; }

    /// <summary>HealthKit's category.</summary>
    internal HealthKitMetric? Category { get; init; }

    /// <summary>Why it is not read.</summary>
    internal string? Why { get; init; }

    internal static FhirCode Measure(Metric metric, Dimension dimension, double unitSize = 1) => new(FhirRole.Measure, metric, dimension, unitSize);

    internal static FhirCode Workout(Metric metric, Dimension dimension, double unitSize = 1) => new(FhirRole.Workout, metric, dimension, unitSize);

    internal static FhirCode Night(SleepStage stage) => new(FhirRole.Night, Metric.SleepStage, Dimension.Time) { Stage = stage };

    internal static FhirCode Symptom(Metric metric) => new(FhirRole.Symptom, metric);

    internal static FhirCode Unread(string why) => new(FhirRole.Unread, default) { Why = why };
}
