using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>R09: logged potassium against the adequate intake of the wearer's group, over two halves of four weeks. Below it is below a reference, no more.</summary>
internal static class PotassiumIntake
{
    public const double SureZ = -1.65, WatchShare = 0.85, FlagShare = 0.70, FlagHalfShare = 0.80, StrongShare = 0.50, StrongHalfShare = 0.60, ClearShare = 0.80;

    private const string MeanName = "potassium_mean_mg", ReferenceName = "potassium_reference_mg", DaysName = "complete_food_days_of_28";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R09",
        Key = "potassium",
        Name = "Potassium in food",
        Version = "1",
        Looks = "Compares the potassium of your complete food days with the reference intake of your sex and age.",
        Formula = FormattableString.Invariant($"Mean of 4 weeks below {WatchShare} of the reference with z at or below {SureZ}: level 1; below {FlagShare:0.00} with that z and both fortnights below {FlagHalfShare:0.00}: 2; below {StrongShare:0.00} with both below {StrongHalfShare:0.00}: 3. ")
            + FormattableString.Invariant($"Clear when the last fortnight reaches {ClearShare:0.00} of it."),
        EvidenceTag = "C",
        Basis = "Adequate intakes [NASEM2019] [EFSA2016-K]: below one is not proof of too little. Day-to-day spread [IOM2000].",
        CannotSee = "What your body holds. Food that was not logged; losses through medicines, diarrhoea or sweat.",
        Advice = ["S4"],
        Grade = (history, day, _) => Grade(history, day),
        JudgesWindows = true,
        FirstSeen = history => Seen.First(history, Metric.PotassiumMg),
        Counts = "complete food days",
        Says = assessment => Wording.Of(assessment, "potassium in food", Pattern),
    };

    public static DayGrade Grade(History history, int day) => PotassiumAdvice.WithheldIn(Judged(history, day), history, day);

    private static DayGrade Judged(History history, int day)
    {
        if (NutrientReference.Of(history.Wearer, history.DayAt(day)) is not { } reference)
        {
            return DayGrade.NotKnown("the reference for potassium depends on sex, which is not set in the profile");
        }

        var (found, missing) = NutrientWindows.Of(history, history.Once(days => new Log(days)).CompleteDays, day);
        if (found is not { } windows)
        {
            return DayGrade.NotKnown(missing);
        }

        var z = Z(windows.Mean, reference.PotassiumAi, reference.PotassiumDeviation, windows.Days);
        return new DayGrade
        {
            Grade = LevelOf(z, windows, reference.PotassiumAi),
            IsClean = SixDecimals.Of(windows.MeanA) >= SixDecimals.Of(ClearShare * reference.PotassiumAi),
            SinceDaysAgo = windows.FirstDaysAgo,
            Evidence = Evidence.Of(
                (MeanName, windows.Mean),
                ("potassium_mean_last_2_weeks_mg", windows.MeanA),
                ("potassium_mean_2_weeks_before_mg", windows.MeanB),
                (ReferenceName, reference.PotassiumAi),
                ("potassium_flag_mg", FlagShare * reference.PotassiumAi),
                ("potassium_reference_europe_mg", reference.PotassiumAiEurope),
                ("potassium_z", z),
                (DaysName, windows.Days)),
        };
    }

    /// <summary>How sure it is that the mean is below the reference; of an adequate intake only "at or above" can be concluded from it.</summary>
    internal static double Z(double meanMg, double referenceMg, double deviationMg, int days) => (meanMg - referenceMg) / (deviationMg / Math.Sqrt(days));

    internal static int LevelOf(double exactZ, NutrientWindows windows, double referenceMg)
    {
        var isSure = SixDecimals.Of(exactZ) <= SureZ;
        var (mean, highest) = (SixDecimals.Of(windows.Mean), SixDecimals.Of(Math.Max(windows.MeanA, windows.MeanB)));
        if (mean < Share(StrongShare) && highest < Share(StrongHalfShare))
        {
            return 3;
        }

        return isSure && mean < Share(FlagShare) && highest < Share(FlagHalfShare) ? 2 : isSure && mean < Share(WatchShare) ? 1 : 0;

        double Share(double share) => SixDecimals.Of(share * referenceMg);
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var text = numbers.TryGetValue(MeanName, out var mean) && numbers.TryGetValue(ReferenceName, out var reference) && numbers.TryGetValue(DaysName, out var days)
            ? $"Your logged potassium averaged {Wording.Number(mean)} mg against a reference of {Wording.Number(reference)} mg ({Wording.Number(days)} complete days in 4 weeks)."
            : "Your logged potassium was below the reference over 4 weeks.";
        return numbers.ContainsKey(GateNumbers.AdviceWithheld) ? text + " With what you told us, ask your clinician before changing how much you take in." : text;
    }

    private sealed class Log(History history)
    {
        public double?[] CompleteDays { get; } = FoodDays.Of(history).Of(history.Series(Metric.PotassiumMg));
    }
}
