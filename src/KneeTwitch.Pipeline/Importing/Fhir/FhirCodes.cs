using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;
using static KneeTwitch.Pipeline.Importing.Formats.Dimension;

namespace KneeTwitch.Pipeline.Importing.Fhir;

/// <summary>The codes we read: LOINC's, SNOMED's of symptoms, and HealthKit's own as bridges pass them on.</summary>
internal static class FhirCodes
{
    private const double Minute = 60;
    private const string Habits = "answers about habits";

    private static readonly Dictionary<string, FhirCode> Loinc = new(StringComparer.Ordinal)
    {
        ["55423-8"] = FhirCode.Measure(Metric.Steps, Count),
        ["41950-7"] = FhirCode.Measure(Metric.VendorSteps, Count),
        ["55430-3"] = FhirCode.Measure(Metric.DistanceM, Length),
        ["41981-2"] = FhirCode.Measure(Metric.ActiveEnergyKcal, Energy),
        ["41979-6"] = FhirCode.Measure(Metric.VendorActiveEnergyKcal, Energy),
        ["77592-4"] = FhirCode.Measure(Metric.ModerateMinutes, Time, Minute),
        ["77593-2"] = FhirCode.Measure(Metric.VigorousMinutes, Time, Minute),
        ["73985-4"] = FhirCode.Workout(Metric.WorkoutSport, Count),
        ["55411-3"] = FhirCode.Workout(Metric.WorkoutMinutes, Time, Minute),
        ["55424-6"] = FhirCode.Workout(Metric.WorkoutEnergyKcal, Energy),
        ["55425-3"] = FhirCode.Workout(Metric.WorkoutAverageHeartRateBpm, Rate),
        ["55426-1"] = FhirCode.Workout(Metric.WorkoutMaxHeartRateBpm, Rate),
        ["89555-7"] = FhirCode.Unread(Habits),
        ["68516-4"] = FhirCode.Unread(Habits),
        ["82290-8"] = FhirCode.Unread(Habits),
        ["82291-6"] = FhirCode.Unread(Habits),
        ["8867-4"] = FhirCode.Measure(Metric.HeartRateBpm, Rate),
        ["40443-4"] = FhirCode.Measure(Metric.RestingHeartRateBpm, Rate),
        ["89270-3"] = FhirCode.Measure(Metric.WalkingHeartRateBpm, Rate),
        ["8873-2"] = FhirCode.Unread("greatest heart rates of a day"),
        ["80404-7"] = FhirCode.Measure(Metric.HrvSdnnMs, Time, 1e-3),
        ["93832-4"] = FhirCode.Night(SleepStage.Asleep),
        ["93831-6"] = FhirCode.Night(SleepStage.Deep),
        ["93830-8"] = FhirCode.Night(SleepStage.Light),
        ["93829-0"] = FhirCode.Night(SleepStage.Rem),
        ["59408-5"] = FhirCode.Measure(Metric.OxygenSaturationPercent, Percent),
        ["2708-6"] = FhirCode.Measure(Metric.OxygenSaturationPercent, Percent),
        ["9279-1"] = FhirCode.Measure(Metric.RespiratoryRatePerMinute, Rate),
        ["29463-7"] = FhirCode.Measure(Metric.BodyMassKg, Mass, 1_000),
        ["3141-9"] = FhirCode.Measure(Metric.BodyMassKg, Mass, 1_000),
        ["8302-2"] = FhirCode.Measure(Metric.HeightCm, Length, 0.01),
        ["41982-0"] = FhirCode.Measure(Metric.BodyFatPercent, Percent),
        ["8310-5"] = FhirCode.Measure(Metric.BodyTemperatureC, Temperature),
        ["8480-6"] = FhirCode.Measure(Metric.SystolicMmhg, Pressure),
        ["8462-4"] = FhirCode.Measure(Metric.DiastolicMmhg, Pressure),
        ["2339-0"] = FhirCode.Measure(Metric.BloodGlucoseMgPerDl, Glucose),
        ["41653-7"] = FhirCode.Measure(Metric.BloodGlucoseMgPerDl, Glucose),
        ["15074-8"] = FhirCode.Measure(Metric.BloodGlucoseMgPerDl, Glucose),
        ["9108-2"] = FhirCode.Measure(Metric.VendorWaterMl, Volume),
        ["8999-5"] = FhirCode.Unread("estimates of fluid drunk (8999-5)"),
        ["9052-2"] = FhirCode.Measure(Metric.DietaryEnergyKcal, Energy),
        ["75325-1"] = new(FhirRole.NamedSymptom, default),
    };

    /// <summary>HealthKit's types that are no metric of their own.</summary>
    private static readonly Dictionary<string, FhirCode> OtherHealthKit = new(StringComparer.Ordinal)
    {
        ["MindfulSession"] = new(FhirRole.Session, Metric.MindfulMinutes),
        ["HKWorkout"] = FhirCode.Workout(Metric.WorkoutSport, Count),
        ["HKWorkoutType"] = FhirCode.Workout(Metric.WorkoutSport, Count),
        ["HKWorkoutTypeIdentifier"] = FhirCode.Workout(Metric.WorkoutSport, Count),
    };

    private enum Vocabulary
    {
        Other,
        Loinc,
        Snomed,
        HealthKit,
    }

    /// <summary>What a concept means: the first of its codings that is known here.</summary>
    internal static FhirCode? Find(JsonElement? concept) =>
        concept?.Items("coding").Select(coding => Find(coding.Text("system"), coding.Text("code"))).FirstOrDefault(known => known is not null);

    internal static FhirCode? Find(string? system, string? code) => code is null ? null : SystemOf(system, code) switch
    {
        Vocabulary.Loinc => Loinc.GetValueOrDefault(code),
        Vocabulary.Snomed => FhirSymptoms.Find(code),
        Vocabulary.HealthKit => FindHealthKit(code),
        _ => null,
    };

    private static FhirCode? FindHealthKit(string code)
    {
        var name = HealthKitMetrics.ShortName(code);
        return OtherHealthKit.GetValueOrDefault(name) ?? (HealthKitMetrics.Find(name) is not { } known ? null
            : known.Words is null ? FhirCode.Measure(known.Metric, known.Dimension, known.UnitSize)
            : new FhirCode(known.Metric.Info().Family is Family.Diary ? FhirRole.Symptom : FhirRole.Category, known.Metric) { Category = known });
    }

    private static Vocabulary SystemOf(string? system, string code) =>
        system is null ? Loinc.ContainsKey(code) ? Vocabulary.Loinc : code.StartsWith("HK", StringComparison.Ordinal) ? Vocabulary.HealthKit : Vocabulary.Other
        : system.Contains("loinc.org", StringComparison.OrdinalIgnoreCase) || system is "urn:oid:2.16.840.1.113883.6.1" ? Vocabulary.Loinc
        : system.Contains("snomed.info", StringComparison.OrdinalIgnoreCase) || system is "urn:oid:2.16.840.1.113883.6.96" ? Vocabulary.Snomed
        : system.Contains("developer.apple.com", StringComparison.OrdinalIgnoreCase) || system.Equals("com.apple.health", StringComparison.OrdinalIgnoreCase) ? Vocabulary.HealthKit
        : Vocabulary.Other;
}
