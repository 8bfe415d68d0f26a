using KneeTwitch.Core.Readings;
using static KneeTwitch.Pipeline.Importing.Formats.Dimension;

namespace KneeTwitch.Pipeline.Importing.Apple;

/// <summary>The record types we read, by name without Apple's prefix. Every other type is counted as unread.</summary>
internal static class AppleMetrics
{
    private const double Minute = 60;
    private const double Milli = 1e-3;
    private const double Micro = 1e-6;

    private static readonly string[] Prefixes = ["HKQuantityTypeIdentifier", "HKCategoryTypeIdentifier", "HKDataTypeIdentifier", "HKDataType"];

    private static readonly Dictionary<string, AppleMetric> Known = new(StringComparer.Ordinal)
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
        ["AppleStandHour"] = AppleMetric.OfCategory(Metric.StandHours, AppleWords.StandHour),
        ["SleepAnalysis"] = AppleMetric.OfCategory(Metric.SleepStage, AppleWords.Sleep),
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
        ["Headache"] = AppleMetric.OfCategory(Metric.HeadacheSeverity, AppleWords.Severity),
        ["Fatigue"] = AppleMetric.OfCategory(Metric.FatigueSeverity, AppleWords.Severity),
        ["Nausea"] = AppleMetric.OfCategory(Metric.NauseaSeverity, AppleWords.Severity),
        ["AbdominalCramps"] = AppleMetric.OfCategory(Metric.AbdominalCrampsSeverity, AppleWords.Severity),
        ["Bloating"] = AppleMetric.OfCategory(Metric.BloatingSeverity, AppleWords.Severity),
        ["LowerBackPain"] = AppleMetric.OfCategory(Metric.LowerBackPainSeverity, AppleWords.Severity),
        ["GeneralizedBodyAche"] = AppleMetric.OfCategory(Metric.BodyAcheSeverity, AppleWords.Severity),
        ["Dizziness"] = AppleMetric.OfCategory(Metric.DizzinessSeverity, AppleWords.Severity),
        ["SleepChanges"] = AppleMetric.OfCategory(Metric.SleepChangesSeverity, AppleWords.Presence),
        ["MoodChanges"] = AppleMetric.OfCategory(Metric.MoodChangesSeverity, AppleWords.Presence),
        ["AppetiteChanges"] = AppleMetric.OfCategory(Metric.AppetiteChangesSeverity, AppleWords.Appetite),
        ["MemoryLapse"] = AppleMetric.OfCategory(Metric.MemoryLapseSeverity, AppleWords.Severity),
        ["ChestTightnessOrPain"] = AppleMetric.OfCategory(Metric.ChestTightnessSeverity, AppleWords.Severity),
        ["Fainting"] = AppleMetric.OfCategory(Metric.FaintingSeverity, AppleWords.Severity),
        ["Fever"] = AppleMetric.OfCategory(Metric.FeverSeverity, AppleWords.Severity),
        ["Chills"] = AppleMetric.OfCategory(Metric.ChillsSeverity, AppleWords.Severity),
        ["Diarrhea"] = AppleMetric.OfCategory(Metric.DiarrheaSeverity, AppleWords.Severity),
        ["Vomiting"] = AppleMetric.OfCategory(Metric.VomitingSeverity, AppleWords.Severity),
        ["ShortnessOfBreath"] = AppleMetric.OfCategory(Metric.ShortnessOfBreathSeverity, AppleWords.Severity),
        ["RapidPoundingOrFlutteringHeartbeat"] = AppleMetric.OfCategory(Metric.RacingHeartbeatSeverity, AppleWords.Severity),
        ["SkippedHeartbeat"] = AppleMetric.OfCategory(Metric.SkippedHeartbeatSeverity, AppleWords.Severity),
        ["BladderIncontinence"] = AppleMetric.OfCategory(Metric.BladderIncontinenceSeverity, AppleWords.Severity),
        ["NightSweats"] = AppleMetric.OfCategory(Metric.NightSweatsSeverity, AppleWords.Severity),
        ["Coughing"] = AppleMetric.OfCategory(Metric.CoughingSeverity, AppleWords.Severity),
        ["Heartburn"] = AppleMetric.OfCategory(Metric.HeartburnSeverity, AppleWords.Severity),
        ["Constipation"] = AppleMetric.OfCategory(Metric.ConstipationSeverity, AppleWords.Severity),
        ["PelvicPain"] = AppleMetric.OfCategory(Metric.PelvicPainSeverity, AppleWords.Severity),
        ["SoreThroat"] = AppleMetric.OfCategory(Metric.SoreThroatSeverity, AppleWords.Severity),
    };

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
    internal static AppleMetric? Find(string shortName) => Known.GetValueOrDefault(shortName);
}
