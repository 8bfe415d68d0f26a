using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Apple.AppleExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Apple;

public class AppleUnitsTests
{
    [Theory]
    [InlineData("DistanceWalkingRunning", "2", "km", Metric.DistanceM, 2_000)]
    [InlineData("DistanceWalkingRunning", "1", "mi", Metric.DistanceM, 1_609.344)]
    [InlineData("DistanceSwimming", "100", "yd", Metric.SwimmingDistanceM, 91.44)]
    [InlineData("DistanceCycling", "1000", "ft", Metric.CyclingDistanceM, 304.8)]
    [InlineData("ActiveEnergyBurned", "418.4", "kJ", Metric.ActiveEnergyKcal, 100)]
    [InlineData("BasalEnergyBurned", "80", "Cal", Metric.BasalEnergyKcal, 80)]
    [InlineData("AppleExerciseTime", "12", "min", Metric.ExerciseMinutes, 12)]
    [InlineData("AppleStandTime", "0.5", "hr", Metric.StandMinutes, 30)]
    [InlineData("DietaryWater", "0.5", "L", Metric.WaterMl, 500)]
    [InlineData("DietaryWater", "8", "fl_oz_us", Metric.WaterMl, 236.588)]
    [InlineData("DietaryWater", "8", "fl_oz_imp", Metric.WaterMl, 227.3045)]
    [InlineData("DietaryWater", "1", "cup_us", Metric.WaterMl, 236.588)]
    [InlineData("DietaryCaffeine", "0.08", "g", Metric.CaffeineMg, 80)]
    [InlineData("DietaryMagnesium", "250000", "mcg", Metric.MagnesiumMg, 250)]
    [InlineData("DietaryVitaminD", "0.02", "mg", Metric.VitaminDMcg, 20)]
    [InlineData("DietaryEnergyConsumed", "4184", "kJ", Metric.DietaryEnergyKcal, 1_000)]
    [InlineData("HeartRate", "1.2", "count/s", Metric.HeartRateBpm, 72)]
    [InlineData("HeartRateVariabilitySDNN", "48.5", "ms", Metric.HrvSdnnMs, 48.5)]
    [InlineData("WalkingSpeed", "3.6", "km/hr", Metric.WalkingSpeedMps, 1)]
    [InlineData("WalkingSpeed", "3", "mi/hr", Metric.WalkingSpeedMps, 1.34112)]
    [InlineData("WalkingStepLength", "28", "in", Metric.WalkingStepLengthCm, 71.12)]
    [InlineData("StairAscentSpeed", "1", "ft/s", Metric.StairAscentSpeedMps, 0.3048)]
    [InlineData("BodyMass", "150", "lb", Metric.BodyMassKg, 68.0389)]
    [InlineData("BodyMass", "11", "st", Metric.BodyMassKg, 69.8532)]
    [InlineData("Height", "6", "ft", Metric.HeightCm, 182.88)]
    [InlineData("BodyTemperature", "98.6", "degF", Metric.BodyTemperatureC, 37)]
    [InlineData("BloodGlucose", "5.5", "mmol&lt;180.1558800000541&gt;/L", Metric.BloodGlucoseMgPerDl, 99.0857)]
    [InlineData("VO2Max", "41", "mL/min·kg", Metric.Vo2MaxMlPerKgMinute, 41)]
    [InlineData("BloodPressureSystolic", "121", "mmHg", Metric.SystolicMmhg, 121)]
    [InlineData("OxygenSaturation", "0.97", "%", Metric.OxygenSaturationPercent, 97)]
    [InlineData("OxygenSaturation", "97", "%", Metric.OxygenSaturationPercent, 97)]
    [InlineData("WalkingAsymmetryPercentage", "0.07", "%", Metric.WalkingAsymmetryPercent, 7)]
    public async Task Every_unit_comes_out_as_ours(string type, string value, string unit, Metric metric, double expected)
    {
        var result = await OfAsync(Record($"HKQuantityTypeIdentifier{type}", value, unit));

        Assert.Equal(expected, result.Only(metric), 0.001);
        Assert.Empty(result.Context.Rejects.All);
    }

    [Theory]
    [InlineData("StepCount", "10", "km", "StepCount: the unit 'km' is not known")]
    [InlineData("DietaryWater", "10", "bucket", "DietaryWater: the unit 'bucket' is not known")]
    [InlineData("StepCount", "many", "count", "StepCount: a value that is not a number")]
    [InlineData("StepCount", "", "count", "StepCount: a value that is not a number")]
    [InlineData("StepCount", "NaN", "count", "a number that is not finite")]
    [InlineData("StepCount", "1e308", "count", "Steps: a value that cannot be")]
    [InlineData("HeartRate", "-60", "count/min", "Heart rate: a value that cannot be")]
    public async Task What_cannot_be_understood_is_a_reject_and_never_a_zero(string type, string value, string unit, string reason)
    {
        var result = await OfAsync(Record($"HKQuantityTypeIdentifier{type}", value, unit));

        Assert.Empty(result.Readings);
        Assert.Equal([reason], result.Reasons);
    }
}
