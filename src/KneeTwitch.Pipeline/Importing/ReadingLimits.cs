using KneeTwitch.Core.Readings;

namespace KneeTwitch.Pipeline.Importing;

/// <summary>What no body and no clock can have said: such readings are rejected, whatever the vendor.</summary>
internal static class ReadingLimits
{
    /// <summary>The first of January 1990, seconds since 1970.</summary>
    private const long Earliest = 631_152_000;

    private const long Month = 31 * 86_400L;

    private static readonly Dictionary<Metric, (double Least, double Most)> Ranges = new()
    {
        [Metric.Steps] = (0, 200_000),
        [Metric.ExerciseMinutes] = (0, 1_500),
        [Metric.StandMinutes] = (0, 1_500),
        [Metric.StandHours] = (0, 25),
        [Metric.WorkoutMinutes] = (0, 44_640),
        [Metric.WorkoutAverageHeartRateBpm] = (20, 300),
        [Metric.WorkoutMaxHeartRateBpm] = (20, 300),
        [Metric.WorkoutTemperatureC] = (-60, 70),
        [Metric.VendorExerciseMinutes] = (0, 1_500),
        [Metric.VendorStandHours] = (0, 25),
        [Metric.WaterMl] = (0, 20_000),
        [Metric.CaffeineMg] = (0, 20_000),
        [Metric.HeartRateBpm] = (15, 350),
        [Metric.RestingHeartRateBpm] = (15, 250),
        [Metric.WalkingHeartRateBpm] = (15, 300),
        [Metric.HrvSdnnMs] = (0, 2_000),
        [Metric.HrvRmssdMs] = (0, 2_000),
        [Metric.WalkingSpeedMps] = (0, 15),
        [Metric.WalkingStepLengthCm] = (0, 300),
        [Metric.WalkingAsymmetryPercent] = (0, 100),
        [Metric.DoubleSupportPercent] = (0, 100),
        [Metric.WalkingSteadinessPercent] = (0, 100),
        [Metric.SixMinuteWalkM] = (0, 3_000),
        [Metric.OxygenSaturationPercent] = (10, 100),
        [Metric.RespiratoryRatePerMinute] = (1, 120),
        [Metric.BodyTemperatureC] = (20, 48),
        [Metric.SleepingWristTemperatureC] = (10, 48),
        [Metric.SystolicMmhg] = (20, 400),
        [Metric.DiastolicMmhg] = (10, 300),
        [Metric.BodyMassKg] = (1, 700),
        [Metric.HeightCm] = (20, 280),
        [Metric.BodyFatPercent] = (0, 100),
        [Metric.SkinTemperatureDeviationC] = (-10, 10),
        [Metric.NicotineUnits] = (0, 500),
        [Metric.MindfulMinutes] = (0, 1_500),
        [Metric.CheckIn] = (0, 1_023),
    };

    /// <summary>Why a reading cannot be, or null.</summary>
    internal static string? WhyNot(in Reading reading, DateTimeOffset exportedAt) =>
        WhyNotTime(reading.Start.ToUnixTimeSeconds(), reading.End.ToUnixTimeSeconds(), exportedAt.ToUnixTimeSeconds()) ?? WhyNotValue(reading.Metric, reading.Value);

    /// <summary>Why an interval cannot be, or null.</summary>
    /// <param name="start">Seconds since 1970, as is <paramref name="end"/>.</param>
    /// <param name="exportedAt">Seconds since 1970 at which the export was made; meals may be planned some days ahead of it.</param>
    internal static string? WhyNotTime(long start, long end, long exportedAt) =>
        start < Earliest ? "a date before 1990"
        : start > exportedAt + Month ? "a date more than a month after the export"
        : end < start ? "an end before its start"
        : end - start > Month ? "an interval longer than a month"
        : null;

    /// <summary>Why a value cannot be, or null.</summary>
    internal static string? WhyNotValue(Metric metric, double value)
    {
        if (!double.IsFinite(value))
        {
            return "a number that is not finite";
        }

        var (least, most) = Ranges.TryGetValue(metric, out var range) ? range : metric.Info().Family is Family.Diary ? (-1, 10) : (0, 1_000_000);
        return value >= least && value <= most ? null : $"{metric.Info().Label}: a value that cannot be";
    }
}
