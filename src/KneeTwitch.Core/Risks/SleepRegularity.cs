using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>R06: how alike the hours of sleep are from one day to the next, as the Sleep Regularity Index of two weeks [Phillips2017].</summary>
internal static class SleepRegularity
{
    public const double WatchIndex = 71.6, FlagIndex = 65.1, StrongIndex = 58.4;
    public const int Days = 14, PairsNeeded = 7;

    /// <summary>Below this share of the time in bed asleep, a week's mean is mentioned, never graded.</summary>
    public const double LowEfficiency = 0.85;

    private const string IndexName = "sleep_regularity_index", PairsName = "sleep_pairs_of_13", EfficiencyName = "sleep_efficiency_mean_7_nights", RotatingName = "rotating_schedule";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R06",
        Key = "sleep-regularity",
        Name = "Sleep regularity",
        Version = "1",
        Looks = "Compares the minutes asleep of each day with those of the next over two weeks.",
        Formula = FormattableString.Invariant($"Sleep Regularity Index of {Days} days, from at least {PairsNeeded} pairs of days, below {WatchIndex}, {FlagIndex}, {StrongIndex}: grade 1, 2, 3; clean from {WatchIndex} on. Rotating schedule: watch only."),
        EvidenceTag = "N",
        Basis = "Definition [Phillips2017]; cut-offs are the 20th, 10th and 5th percentile of adults aged 40 to 69 with a wrist device [Windred2021]; wide intervals on short series [Fischer2021]. Nothing on twitching.",
        Quality = "P",
        CannotSee = "Why sleep moves: shifts, infants, parties. Naps that the device does not notice.",
        Advice = ["S7"],
        Grade = (history, day, _) => Grade(history, day),
        FirstSeen = history => SleepDays.Of(history).FirstKnown,
        Counts = "nights",
        Says = assessment => Wording.Of(assessment, "the hours of sleep", Pattern),
    };

    public static DayGrade Grade(History history, int day)
    {
        var sleep = SleepDays.Of(history);
        if (!sleep.IsKnown(day))
        {
            return DayGrade.NotKnown("the hours of sleep of this night are not known");
        }

        var sri = sleep.IndexUpTo(day, Days);
        if (sri.Pairs < PairsNeeded || sri.Index is not { } exact)
        {
            return DayGrade.NotKnown(FormattableString.Invariant($"{sri.Pairs} of {PairsNeeded} pairs of days with known sleep in the last {Days} days"));
        }

        var index = SixDecimals.Of(exact);
        var grade = index < StrongIndex ? 3 : index < FlagIndex ? 2 : index < WatchIndex ? 1 : 0;
        var isRotating = IsRotating(history, day);
        return new DayGrade
        {
            Grade = isRotating ? Math.Min(1, grade) : grade,
            IsClean = index >= WatchIndex,
            Evidence = Evidence.Of(
                (IndexName, index),
                (PairsName, sri.Pairs),
                (EfficiencyName, EfficiencyOf(history, day)),
                (BedtimeCaffeine.Name, BedtimeCaffeine.NightsOf7(history, day)),
                (RotatingName, isRotating ? 1 : null)),
        };
    }

    /// <summary>Said of the wearer, or of a day of the two weeks.</summary>
    private static bool IsRotating(History history, int day) => history.Wearer.HasRotatingSchedule
        || Enumerable.Range(Math.Max(day - Days + 1, 0), Math.Min(day + 1, Days))
            .Any(one => history.Diary.CheckInOn(history.DayAt(one))?.Tags.HasFlag(DayTags.ShiftWork) == true);

    private static double? EfficiencyOf(History history, int day)
    {
        var (asleep, inBed) = (history.Series(Metric.SleepMinutes), history.Series(Metric.InBedMinutes));
        double?[] shares = [.. Enumerable.Range(Math.Max(day - 6, 0), Math.Min(day + 1, 7)).Select(night => inBed[night] > 0 ? asleep[night] / inBed[night] : null)];
        return Windows.Mean(shares, shares.Length - 1, shares.Length, needed: 4);
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        if (!numbers.TryGetValue(IndexName, out var index))
        {
            return Wording.CountOnly(assessment, "nights");
        }

        var text = $"Your hours of sleep gave a regularity index of {Wording.Number(index)} over two weeks (100 is the same hours every day; one in five adults is below {Wording.Number(WatchIndex)}).";
        if (assessment.Level > 0)
        {
            text += $" It was low {Wording.Count(assessment, assessment.Level, "nights")}.";
        }

        if (numbers.ContainsKey(RotatingName))
        {
            text += " You work to a rotating schedule, so this is only shown.";
        }

        return numbers.TryGetValue(EfficiencyName, out var efficiency) && efficiency < LowEfficiency
            ? $"{text} You slept {Wording.Number(100 * efficiency)} % of the time in bed, on average of the week.{BedtimeCaffeine.Says(numbers)}"
            : text + BedtimeCaffeine.Says(numbers);
    }
}
