using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>R03: stress as the wearer rates it. Who does not rate it is only watched, by the device's own stress score.</summary>
/// <remarks>
/// A day without a rating is missing for somebody who rates: five ratings a week are needed, and a device's arithmetic cannot stand in for them.
/// </remarks>
internal static class Stress
{
    public const double WatchScore = 6, FlagScore = 7, StrongScore = 9, CleanScore = 5;

    /// <summary>Spread floor of the device's score, points of 100.</summary>
    public const double DeviceFloor = 3;

    /// <summary>The device's score is heart-rate arithmetic: watched, never flagged.</summary>
    public const int DeviceCap = 1;

    /// <summary>Who rated in so many days is somebody who rates.</summary>
    public const int RatingDays = 28;

    private const string MeanName = "stress_mean_7_days_score", DeviceName = "device_stress_score", DeviceUsualName = "device_stress_usual_score";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R03",
        Key = "stress",
        Name = "Stress",
        Version = "1",
        Looks = "Counts the days you rate your stress as high; without ratings it only watches the stress score of a device.",
        Formula = FormattableString.Invariant($"Rating from {WatchScore}, {FlagScore}, {StrongScore} of 10 on: grade 1, 2, 3; clean up to {CleanScore}. ")
            + FormattableString.Invariant($"A device's score: watch only, by the ladder against your own usual (spread at least {DeviceFloor} points)."),
        EvidenceTag = "B",
        Basis = "Named as aggravating by clinicians who twitch [Simon2013]; a frequent, possibly two-way link with worry [Blackman2019]; a series found little of it [Filippakis2018].",
        Quality = "S/P",
        CannotSee = "Stress you did not rate; whether worry came before or after the twitching. A device's score also rises with exercise, alcohol and illness.",
        Advice = ["S8"],
        Grade = Grade,
        FirstSeen = history => Seen.First(history, Metric.StressScore, Metric.VendorStressScore),
        Says = assessment => Wording.Of(assessment, "stress", Pattern),
    };

    public static DayGrade Grade(History history, int day, int baselineDay)
    {
        var ratings = history.Series(Metric.StressScore);
        if (Windows.Last(ratings, day, RatingDays).Count == 0)
        {
            return ByDevice(history, day, baselineDay);
        }

        var mean = Windows.Mean(ratings, day, 7);
        if (ratings[day] is not { } rating)
        {
            return DayGrade.NotKnown("stress was not rated this day") with { Evidence = Evidence.Of((MeanName, mean)) };
        }

        var score = SixDecimals.Of(rating);
        return new DayGrade
        {
            Grade = score >= StrongScore ? 3 : score >= FlagScore ? 2 : score >= WatchScore ? 1 : 0,
            IsClean = score <= CleanScore,
            Evidence = Evidence.Of(("stress_score", score), (MeanName, mean)),
        };
    }

    private static DayGrade ByDevice(History history, int day, int baselineDay)
    {
        var device = history.Once(days => new DeviceStress(days)).Scores.At(day);
        if (device?.Values[day] is not { } score)
        {
            return DayGrade.NotKnown("stress was not rated, and no device scored it this day");
        }

        if (Baseline.Of(device.Usual, baselineDay, DeviceFloor) is not { } usual || usual.Z(score) is not { } z)
        {
            return DayGrade.NotKnown("stress was not rated, and the device's score has no usual to compare with yet");
        }

        return new DayGrade
        {
            Grade = Math.Min(DeviceCap, Ladder.Grade(z, usual.Phi)),
            IsClean = Ladder.IsClean(z, usual.Phi),
            Z = z,
            Phi = usual.Phi,
            Evidence = Evidence.Of((DeviceName, score), (DeviceUsualName, usual.Median), ("device_stress_z", z)),
        };
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        if (numbers.TryGetValue(DeviceName, out var score) && numbers.TryGetValue(DeviceUsualName, out var usual))
        {
            return $"Your device's stress score was {Wording.Number(score)} against your own usual of {Wording.Number(usual)}, and above the usual {Wording.Count(assessment, 1, "days")}. "
                + "It is worked out from the heart rate and also rises with exercise, alcohol and illness.";
        }

        if (!numbers.TryGetValue(MeanName, out var mean))
        {
            return Wording.CountOnly(assessment, "days");
        }

        var (grade, from) = assessment.Level switch
        {
            3 => (3, StrongScore),
            1 => (1, WatchScore),
            _ => (2, FlagScore),
        };
        return $"You rated stress {Wording.Number(from)} or higher {Wording.Count(assessment, grade, "days")}; the average was {Wording.Number(mean, 1)}.";
    }

    private sealed class DeviceStress(History history)
    {
        public BySource Scores { get; } = new(history, day => day.Find(Metric.VendorStressScore));
    }
}
