using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Formats;
using KneeTwitch.Pipeline.Importing.HealthKit;

namespace KneeTwitch.Pipeline.Importing.HealthAutoExport;

/// <summary>The app's names of metrics; they are HealthKit's, spelled differently from version to version. Every other one is counted as unread.</summary>
internal static class HealthAutoExportMetrics
{
    internal const string Sleep = "sleepanalysis";
    internal const string BloodPressure = "bloodpressure";

    /// <summary>By letters and digits only.</summary>
    private static readonly Dictionary<string, string> HealthKitNames = new(StringComparer.Ordinal)
    {
        ["stepcount"] = "StepCount",
        ["walkingrunningdistance"] = "DistanceWalkingRunning",
        ["distancewalkingrunning"] = "DistanceWalkingRunning",
        ["cyclingdistance"] = "DistanceCycling",
        ["distancecycling"] = "DistanceCycling",
        ["swimmingdistance"] = "DistanceSwimming",
        ["distanceswimming"] = "DistanceSwimming",
        ["activeenergy"] = "ActiveEnergyBurned",
        ["activeenergyburned"] = "ActiveEnergyBurned",
        ["basalenergyburned"] = "BasalEnergyBurned",
        ["basalenergy"] = "BasalEnergyBurned",
        ["appleexercisetime"] = "AppleExerciseTime",
        ["applestandtime"] = "AppleStandTime",
        ["flightsclimbed"] = "FlightsClimbed",
        ["heartrate"] = "HeartRate",
        ["restingheartrate"] = "RestingHeartRate",
        ["walkingheartrateaverage"] = "WalkingHeartRateAverage",
        ["heartratevariability"] = "HeartRateVariabilitySDNN",
        ["heartratevariabilitysdnn"] = "HeartRateVariabilitySDNN",
        ["cardiorecovery"] = "HeartRateRecoveryOneMinute",
        ["heartraterecoveryoneminute"] = "HeartRateRecoveryOneMinute",
        ["respiratoryrate"] = "RespiratoryRate",
        ["bloodoxygensaturation"] = "OxygenSaturation",
        ["oxygensaturation"] = "OxygenSaturation",
        ["bodytemperature"] = "BodyTemperature",
        ["applesleepingwristtemperature"] = "AppleSleepingWristTemperature",
        ["vo2max"] = "VO2Max",
        ["weightbodymass"] = "BodyMass",
        ["bodymass"] = "BodyMass",
        ["height"] = "Height",
        ["bodyfatpercentage"] = "BodyFatPercentage",
        ["bloodglucose"] = "BloodGlucose",
        ["walkingspeed"] = "WalkingSpeed",
        ["walkingsteplength"] = "WalkingStepLength",
        ["walkingasymmetrypercentage"] = "WalkingAsymmetryPercentage",
        ["walkingdoublesupportpercentage"] = "WalkingDoubleSupportPercentage",
        ["applewalkingsteadiness"] = "AppleWalkingSteadiness",
        ["sixminutewalkingtestdistance"] = "SixMinuteWalkTestDistance",
        ["stairspeedup"] = "StairAscentSpeed",
        ["stairascentspeed"] = "StairAscentSpeed",
        ["stairspeeddown"] = "StairDescentSpeed",
        ["stairdescentspeed"] = "StairDescentSpeed",
        ["water"] = "DietaryWater",
        ["caffeine"] = "DietaryCaffeine",
        ["magnesium"] = "DietaryMagnesium",
        ["potassium"] = "DietaryPotassium",
        ["sodium"] = "DietarySodium",
        ["calcium"] = "DietaryCalcium",
        ["energy"] = "DietaryEnergyConsumed",
        ["energyconsumed"] = "DietaryEnergyConsumed",
        ["carbohydrates"] = "DietaryCarbohydrates",
        ["carbs"] = "DietaryCarbohydrates",
        ["protein"] = "DietaryProtein",
        ["totalfat"] = "DietaryFatTotal",
        ["fattotal"] = "DietaryFatTotal",
        ["fiber"] = "DietaryFiber",
        ["sugar"] = "DietarySugar",
        ["vitamind"] = "DietaryVitaminD",
        ["vitaminb6"] = "DietaryVitaminB6",
        ["vitaminb12"] = "DietaryVitaminB12",
        ["vitaminc"] = "DietaryVitaminC",
        ["iron"] = "DietaryIron",
        ["zinc"] = "DietaryZinc",
        ["alcoholconsumption"] = "NumberOfAlcoholicBeverages",
        ["numberofalcoholicbeverages"] = "NumberOfAlcoholicBeverages",
    };

    private static readonly Dictionary<string, HealthKitMetric> Others = new(StringComparer.Ordinal)
    {
        ["applestandhour"] = new(Metric.StandHours, Dimension.Count),
        ["mindfulminutes"] = new(Metric.MindfulMinutes, Dimension.Time, 60),
    };

    /// <summary>A name as the tables here spell it.</summary>
    internal static string Fold(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    /// <summary>The metric of a folded name, or null.</summary>
    internal static HealthKitMetric? Find(string folded)
    {
        const string Dietary = "dietary";
        var name = folded.StartsWith(Dietary, StringComparison.Ordinal) ? folded[Dietary.Length..] : folded;
        return HealthKitNames.TryGetValue(name, out var known) ? HealthKitMetrics.Find(known) : Others.GetValueOrDefault(folded);
    }

    /// <summary>True for what adds up over time, false for what is averaged.</summary>
    internal static bool IsSum(Metric metric) => metric.Info().DayRule is DayRule.SlotSum or DayRule.UnionSum;
}
