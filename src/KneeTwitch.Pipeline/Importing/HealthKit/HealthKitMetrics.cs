using KneeTwitch.Core.Readings;
using static KneeTwitch.Pipeline.Importing.Formats.Dimension;

namespace KneeTwitch.Pipeline.Importing.HealthKit;

/// <summary>The record types we read, by name without Apple's prefix. Every other type is counted as unread.</summary>
internal static class HealthKitMetrics
{
    private const double Minute = 60;
    private const double Milli = 1e-3;
    private const double Micro = 1e-6;

    private static readonly string[] Prefixes = ["HKQuantityTypeIdentifier", "HKCategoryTypeIdentifier", "HKDataTypeIdentifier", "HKDataType"];

    private static readonly Dictionary<string, HealthKitMetric> Known = new(StringComparer.Ordinal)
    {
        ["StepCount"] = new(Metric.Steps, Count),
        ["DistanceWalkingRunning"] = new(Metric.DistanceM, Length),
        ["DistanceCycling"] = new(Metric.CyclingDistanceM, Length),
        ["DistanceSwimming"] = new(Metric.SwimmingDistanceM, Length),
        ["ActiveEnergyBurned"] = new(Metric.ActiveEnergyKcal, Energy),
        ["BasalEnergyBurned"] = new(Metric.BasalEnergyKcal, Energy),
        ["AppleExerciseTime"] = new(Metric.ExerciseMinutes, Time, Minute),
        ["AppleStandTime"] = new(Metric.StandMinutes, Time, Minute),
        ["FlightsClimbed"] = new(Metric.FlightsClimbed, Count),
        ["AppleStandHour"] = HealthKitMetric.OfCategory(Metric.StandHours, HealthKitWords.StandHour),
        ["SleepAnalysis"] = HealthKitMetric.OfCategory(Metric.SleepStage, HealthKitWords.Sleep),
        ["DietaryWater"] = new(Metric.WaterMl, Volume),
        ["DietaryCaffeine"] = new(Metric.CaffeineMg, Mass, Milli),
        ["DietaryMagnesium"] = new(Metric.MagnesiumMg, Mass, Milli),
        ["DietaryPotassium"] = new(Metric.PotassiumMg, Mass, Milli),
        ["DietarySodium"] = new(Metric.SodiumMg, Mass, Milli),
        ["DietaryCalcium"] = new(Metric.CalciumMg, Mass, Milli),
        ["DietaryEnergyConsumed"] = new(Metric.DietaryEnergyKcal, Energy),
        ["DietaryCarbohydrates"] = new(Metric.CarbohydratesG, Mass),
        ["DietaryProtein"] = new(Metric.ProteinG, Mass),
        ["DietaryFatTotal"] = new(Metric.FatG, Mass),
        ["DietaryFiber"] = new(Metric.FiberG, Mass),
        ["DietarySugar"] = new(Metric.SugarG, Mass),
        ["DietaryVitaminD"] = new(Metric.VitaminDMcg, Mass, Micro),
        ["DietaryVitaminB6"] = new(Metric.VitaminB6Mg, Mass, Milli),
        ["DietaryVitaminB12"] = new(Metric.VitaminB12Mcg, Mass, Micro),
        ["DietaryVitaminC"] = new(Metric.VitaminCMg, Mass, Milli),
        ["DietaryIron"] = new(Metric.IronMg, Mass, Milli),
        ["DietaryZinc"] = new(Metric.ZincMg, Mass, Milli),
        ["NumberOfAlcoholicBeverages"] = new(Metric.AlcoholDrinks, Count),
        ["HeartRate"] = new(Metric.HeartRateBpm, Rate),
        ["RestingHeartRate"] = new(Metric.RestingHeartRateBpm, Rate),
        ["WalkingHeartRateAverage"] = new(Metric.WalkingHeartRateBpm, Rate),
        ["HeartRateRecoveryOneMinute"] = new(Metric.HeartRateRecoveryBpm, Rate),
        ["HeartRateVariabilitySDNN"] = new(Metric.HrvSdnnMs, Time, Milli),
        ["WalkingSpeed"] = new(Metric.WalkingSpeedMps, Speed),
        ["WalkingStepLength"] = new(Metric.WalkingStepLengthCm, Length, 0.01),
        ["WalkingAsymmetryPercentage"] = new(Metric.WalkingAsymmetryPercent, Percent),
        ["WalkingDoubleSupportPercentage"] = new(Metric.DoubleSupportPercent, Percent),
        ["AppleWalkingSteadiness"] = new(Metric.WalkingSteadinessPercent, Percent),
        ["SixMinuteWalkTestDistance"] = new(Metric.SixMinuteWalkM, Length),
        ["StairAscentSpeed"] = new(Metric.StairAscentSpeedMps, Speed),
        ["StairDescentSpeed"] = new(Metric.StairDescentSpeedMps, Speed),
        ["OxygenSaturation"] = new(Metric.OxygenSaturationPercent, Percent),
        ["RespiratoryRate"] = new(Metric.RespiratoryRatePerMinute, Rate),
        ["BodyTemperature"] = new(Metric.BodyTemperatureC, Temperature),
        ["AppleSleepingWristTemperature"] = new(Metric.SleepingWristTemperatureC, Temperature),
        ["BloodPressureSystolic"] = new(Metric.SystolicMmhg, Pressure),
        ["BloodPressureDiastolic"] = new(Metric.DiastolicMmhg, Pressure),
        ["BloodGlucose"] = new(Metric.BloodGlucoseMgPerDl, Glucose),
        ["VO2Max"] = new(Metric.Vo2MaxMlPerKgMinute, OxygenUptake),
        ["BodyMass"] = new(Metric.BodyMassKg, Mass, 1_000),
        ["Height"] = new(Metric.HeightCm, Length, 0.01),
        ["BodyFatPercentage"] = new(Metric.BodyFatPercent, Percent),
        ["Headache"] = HealthKitMetric.OfCategory(Metric.HeadacheSeverity, HealthKitWords.Severity),
        ["Fatigue"] = HealthKitMetric.OfCategory(Metric.FatigueSeverity, HealthKitWords.Severity),
        ["Nausea"] = HealthKitMetric.OfCategory(Metric.NauseaSeverity, HealthKitWords.Severity),
        ["AbdominalCramps"] = HealthKitMetric.OfCategory(Metric.AbdominalCrampsSeverity, HealthKitWords.Severity),
        ["Bloating"] = HealthKitMetric.OfCategory(Metric.BloatingSeverity, HealthKitWords.Severity),
        ["LowerBackPain"] = HealthKitMetric.OfCategory(Metric.LowerBackPainSeverity, HealthKitWords.Severity),
        ["GeneralizedBodyAche"] = HealthKitMetric.OfCategory(Metric.BodyAcheSeverity, HealthKitWords.Severity),
        ["Dizziness"] = HealthKitMetric.OfCategory(Metric.DizzinessSeverity, HealthKitWords.Severity),
        ["SleepChanges"] = HealthKitMetric.OfCategory(Metric.SleepChangesSeverity, HealthKitWords.Presence),
        ["MoodChanges"] = HealthKitMetric.OfCategory(Metric.MoodChangesSeverity, HealthKitWords.Presence),
        ["AppetiteChanges"] = HealthKitMetric.OfCategory(Metric.AppetiteChangesSeverity, HealthKitWords.Appetite),
        ["MemoryLapse"] = HealthKitMetric.OfCategory(Metric.MemoryLapseSeverity, HealthKitWords.Severity),
        ["ChestTightnessOrPain"] = HealthKitMetric.OfCategory(Metric.ChestTightnessSeverity, HealthKitWords.Severity),
        ["Fainting"] = HealthKitMetric.OfCategory(Metric.FaintingSeverity, HealthKitWords.Severity),
        ["Fever"] = HealthKitMetric.OfCategory(Metric.FeverSeverity, HealthKitWords.Severity),
        ["Chills"] = HealthKitMetric.OfCategory(Metric.ChillsSeverity, HealthKitWords.Severity),
        ["Diarrhea"] = HealthKitMetric.OfCategory(Metric.DiarrheaSeverity, HealthKitWords.Severity),
        ["Vomiting"] = HealthKitMetric.OfCategory(Metric.VomitingSeverity, HealthKitWords.Severity),
        ["ShortnessOfBreath"] = HealthKitMetric.OfCategory(Metric.ShortnessOfBreathSeverity, HealthKitWords.Severity),
        ["RapidPoundingOrFlutteringHeartbeat"] = HealthKitMetric.OfCategory(Metric.RacingHeartbeatSeverity, HealthKitWords.Severity),
        ["SkippedHeartbeat"] = HealthKitMetric.OfCategory(Metric.SkippedHeartbeatSeverity, HealthKitWords.Severity),
        ["BladderIncontinence"] = HealthKitMetric.OfCategory(Metric.BladderIncontinenceSeverity, HealthKitWords.Severity),
        ["NightSweats"] = HealthKitMetric.OfCategory(Metric.NightSweatsSeverity, HealthKitWords.Severity),
        ["Coughing"] = HealthKitMetric.OfCategory(Metric.CoughingSeverity, HealthKitWords.Severity),
        ["Heartburn"] = HealthKitMetric.OfCategory(Metric.HeartburnSeverity, HealthKitWords.Severity),
        ["Constipation"] = HealthKitMetric.OfCategory(Metric.ConstipationSeverity, HealthKitWords.Severity),
        ["PelvicPain"] = HealthKitMetric.OfCategory(Metric.PelvicPainSeverity, HealthKitWords.Severity),
        ["SoreThroat"] = HealthKitMetric.OfCategory(Metric.SoreThroatSeverity, HealthKitWords.Severity),
    };

    private static readonly Dictionary<string, HealthKitMetric> ByLetters = Known.ToDictionary(known => known.Key.ToLowerInvariant(), known => known.Value, StringComparer.Ordinal);

    /// <summary>A type's name without its prefix: not every type has the word TypeIdentifier in it.</summary>
    internal static string ShortName(string type)
    {
        foreach (var prefix in Prefixes)
        {
            if (type.StartsWith(prefix, StringComparison.Ordinal) && type.Length > prefix.Length)
            {
                return type[prefix.Length..];
            }
        }

        return type;
    }

    /// <summary>The metric of a short name, or null for a type we do not read.</summary>
    internal static HealthKitMetric? Find(string shortName) => Known.GetValueOrDefault(shortName);

    /// <summary>The metric of a short name in small letters without anything between them, as apps derive their own names from it.</summary>
    internal static HealthKitMetric? FindByLetters(string letters) => ByLetters.GetValueOrDefault(letters);
}
