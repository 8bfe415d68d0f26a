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

    /// <summary>Totals of a whole day, which stand beside the finer data of another export and are never added to it.</summary>
    private static readonly Dictionary<Metric, Metric> DayTotals = new()
    {
        [Metric.Steps] = Metric.VendorSteps,
        [Metric.DistanceM] = Metric.VendorDistanceM,
        [Metric.ActiveEnergyKcal] = Metric.VendorActiveEnergyKcal,
        [Metric.BasalEnergyKcal] = Metric.VendorBasalEnergyKcal,
        [Metric.ExerciseMinutes] = Metric.VendorExerciseMinutes,
        [Metric.StandHours] = Metric.VendorStandHours,
        [Metric.FlightsClimbed] = Metric.VendorFlightsClimbed,
        [Metric.WaterMl] = Metric.VendorWaterMl,
        [Metric.CaffeineMg] = Metric.VendorCaffeineMg,
        [Metric.MagnesiumMg] = Metric.VendorMagnesiumMg,
        [Metric.PotassiumMg] = Metric.VendorPotassiumMg,
        [Metric.SodiumMg] = Metric.VendorSodiumMg,
        [Metric.CalciumMg] = Metric.VendorCalciumMg,
        [Metric.DietaryEnergyKcal] = Metric.VendorDietaryEnergyKcal,
        [Metric.CarbohydratesG] = Metric.VendorCarbohydratesG,
        [Metric.ProteinG] = Metric.VendorProteinG,
        [Metric.FatG] = Metric.VendorFatG,
        [Metric.FiberG] = Metric.VendorFiberG,
        [Metric.SugarG] = Metric.VendorSugarG,
        [Metric.VitaminDMcg] = Metric.VendorVitaminDMcg,
        [Metric.VitaminB6Mg] = Metric.VendorVitaminB6Mg,
        [Metric.VitaminB12Mcg] = Metric.VendorVitaminB12Mcg,
        [Metric.VitaminCMg] = Metric.VendorVitaminCMg,
        [Metric.IronMg] = Metric.VendorIronMg,
        [Metric.ZincMg] = Metric.VendorZincMg,
        [Metric.AlcoholDrinks] = Metric.VendorAlcoholDrinks,
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
