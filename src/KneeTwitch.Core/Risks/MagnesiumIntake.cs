using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Statistics;

namespace KneeTwitch.Core.Risks;

/// <summary>R08: logged magnesium against the requirement of the wearer's group, over two halves of four weeks. An intake, never a state of the body.</summary>
internal static class MagnesiumIntake
{
    /// <summary>The requirement itself differs between people, by this share of it [IOM2000].</summary>
    public const double RequirementDeviation = 0.1;

    public const double WatchZ = 0, FlagZ = -1.0, StrongZ = -1.65, StrongShare = 0.8, ClearZ = -0.5;

    private const string MeanName = "magnesium_mean_mg", ReferenceName = "magnesium_reference_mg", DaysName = "complete_food_days_of_28";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R08",
        Key = "magnesium",
        Name = "Magnesium in food",
        Version = "1",
        Looks = "Compares the magnesium of your complete food days with the average requirement of your sex and age.",
        Formula = FormattableString.Invariant($"z of the mean of 4 weeks against the requirement, at or below {WatchZ}: level 1; at or below {FlagZ:0.0} and both fortnights below it: 2; at or below {StrongZ} and both below {StrongShare} of it: 3. ")
            + FormattableString.Invariant($"Clear when the last fortnight reaches it and z is above {ClearZ}. At least {NutrientWindows.DaysNeededInHalf} complete days a fortnight, {NutrientWindows.WeekendDaysNeeded} on weekends."),
        EvidenceTag = "C",
        Basis = "Requirement [IOM1997], individual assessment [IOM2000], European line [EFSA2015-Mg]. Intake reflects status poorly [ODS-Mg].",
        CannotSee = "What your body holds. Food that was not logged, supplements, mineral water; losses through medicines, alcohol, diarrhoea or sweat.",
        Advice = ["S3"],
        Grade = (history, day, _) => Grade(history, day),
        JudgesWindows = true,
        FirstSeen = history => Seen.First(history, Metric.MagnesiumMg),
        Counts = "complete food days",
        Says = assessment => Wording.Of(assessment, "magnesium in food", Pattern),
    };

    public static DayGrade Grade(History history, int day)
    {
        if (NutrientReference.Of(history.Wearer, history.DayAt(day)) is not { } reference)
        {
            return DayGrade.NotKnown("the reference for magnesium depends on sex, which is not set in the profile");
        }

        var (found, missing) = NutrientWindows.Of(history, history.Once(days => new Log(days)).CompleteDays, day);
        if (found is not { } windows)
        {
            return DayGrade.NotKnown(missing);
        }

        var z = Z(windows.Mean, reference.MagnesiumEar, reference.MagnesiumDeviation, windows.Days);
        return new DayGrade
        {
            Grade = LevelOf(z, windows, reference.MagnesiumEar),
            IsClean = SixDecimals.Of(windows.MeanA) >= reference.MagnesiumEar && SixDecimals.Of(z) > ClearZ,
            SinceDaysAgo = windows.FirstDaysAgo,
            Evidence = Evidence.Of(
                (MeanName, windows.Mean),
                ("magnesium_mean_last_2_weeks_mg", windows.MeanA),
                ("magnesium_mean_2_weeks_before_mg", windows.MeanB),
                (ReferenceName, reference.MagnesiumEar),
                ("magnesium_reference_europe_mg", reference.MagnesiumAiEurope),
                ("magnesium_z", z),
                ("magnesium_adequacy_probability", Normal.Cdf(z)),
                (DaysName, windows.Days)),
        };
    }

    /// <summary>How sure it is that the mean reaches the requirement, in standard deviations of the difference.</summary>
    internal static double Z(double meanMg, double requirementMg, double deviationMg, int days) =>
        (meanMg - requirementMg) / Math.Sqrt((RequirementDeviation * requirementMg * RequirementDeviation * requirementMg) + (deviationMg * deviationMg / days));

    internal static int LevelOf(double exactZ, NutrientWindows windows, double requirementMg)
    {
        var z = SixDecimals.Of(exactZ);
        var highest = SixDecimals.Of(Math.Max(windows.MeanA, windows.MeanB));
        return z <= StrongZ && highest < SixDecimals.Of(StrongShare * requirementMg) ? 3 : z <= FlagZ && highest < requirementMg ? 2 : z <= WatchZ ? 1 : 0;
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        return numbers.TryGetValue(MeanName, out var mean) && numbers.TryGetValue(ReferenceName, out var reference) && numbers.TryGetValue(DaysName, out var days)
            ? $"Your logged magnesium averaged {Wording.Number(mean)} mg against a reference of {Wording.Number(reference)} mg ({Wording.Number(days)} complete days in 4 weeks)."
            : "Your logged magnesium was below the reference over 4 weeks.";
    }

    private sealed class Log(History history)
    {
        public double?[] CompleteDays { get; } = FoodDays.Of(history).Of(history.Series(Metric.MagnesiumMg));
    }
}
