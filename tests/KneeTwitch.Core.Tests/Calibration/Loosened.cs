using KneeTwitch.Core.Days;
using KneeTwitch.Core.Risks;

namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>The rules with a safeguard taken off: the budget must notice [statistics 3.6].</summary>
internal static class Loosened
{
    /// <summary>Short nights without a short week.</summary>
    public static RiskFactor SleepWithoutWeekMean { get; } = SleepLength.Factor with { BlockMeanBelow = null };

    /// <summary>The ratio with a partner that hardly asks for anything: R from 1.3, z7 from 1 on.</summary>
    public static RiskFactor LoadWithWeakPartner { get; } = TrainingLoad.Factor with
    {
        Grade = (history, day, baselineDay) => Regraded(TrainingLoad.Grade(history, day, baselineDay)),
    };

    /// <summary>Half the steps of variability: 0.25, 0.5 and 0.75 spreads.</summary>
    public static RiskFactor RecoveryWithHalfSteps { get; } = Recovery.Factor with { Grade = HalfSteps };

    /// <summary>With what was taken off.</summary>
    public static IReadOnlyList<(string What, RiskFactor Factor)> All { get; } =
    [
        ("R05 without the week's mean", SleepWithoutWeekMean),
        ("R01 with R from 1.3 and z7 from 1", LoadWithWeakPartner),
        ("R04 with half steps", RecoveryWithHalfSteps),
    ];

    private static DayGrade Regraded(DayGrade day) =>
        day.Evidence.TryGetValue("load_ratio", out var ratio) && day.Evidence.TryGetValue("load_7_days_z", out var z) && ratio >= 1.3 && z >= 1
            ? day with { Grade = Math.Max(2, day.Grade ?? 0) }
            : day;

    private static DayGrade HalfSteps(History history, int day, int baselineDay)
    {
        var grade = Recovery.Grade(history, day, baselineDay);
        if (grade.Grade is null || !grade.Evidence.TryGetValue("hrv_drop_spreads", out var drop) || !grade.Evidence.TryGetValue("hrv_phi", out var phi))
        {
            return grade;
        }

        var extra = phi >= Recovery.AlikeFromPhi ? Recovery.DropOfAlikeNights / 2 : 0;
        var points = drop >= 0.75 + extra ? 3 : drop >= 0.5 + extra ? 2 : drop >= 0.25 + extra ? 1 : 0;
        int? resting = grade.Evidence.TryGetValue("resting_heart_rate_rise_spreads", out var spreads)
            ? Recovery.RestingPoints(grade.Evidence["resting_heart_rate_7_days_bpm"] - grade.Evidence["usual_resting_heart_rate_bpm"], spreads)
            : null;
        return grade with { Grade = Recovery.GradeOf(points, resting, isPoor: false), IsClean = points + (resting ?? 0) == 0 };
    }
}
