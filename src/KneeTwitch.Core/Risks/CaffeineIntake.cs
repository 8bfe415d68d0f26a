using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Risks;

/// <summary>R10: caffeine against the amount of no concern [EFSA2015-Caf], single large doses, and clear rises above the wearer's own usual.</summary>
internal static class CaffeineIntake
{
    public const double LimitMg = 400, PregnantLimitMg = 200, TeenMgPerKg = 3, DoseMg = 200;
    public const double WatchShare = 0.75, StrongShare = 1.5;
    public const double WatchRiseMg = 100, FlagRiseMg = 200, WatchRiseZ = 2, FlagRiseZ = 3, FloorMg = 25;

    /// <summary>Withdrawal is mentioned for so many days after a fall as clear as a watched rise.</summary>
    public const int CutDays = 7;

    private const string MeanName = "caffeine_mean_7_days_mg", LimitName = "caffeine_limit_mg", UsualName = "usual_caffeine_mg", CutName = "days_since_caffeine_cut";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R10",
        Key = "caffeine",
        Name = "Caffeine",
        Version = "1",
        Looks = "Adds up the caffeine you log and compares it with a reference amount and with your own usual.",
        Formula = FormattableString.Invariant($"Limit {LimitMg} mg a day, {PregnantLimitMg} pregnant or breastfeeding, {TeenMgPerKg} mg/kg from 14 to 17 years. Grade 1 above {WatchShare} of it, or one dose above {DoseMg} mg, or {WatchRiseMg} mg and {WatchRiseZ} spreads above the usual; ")
            + FormattableString.Invariant($"2 above it, or {FlagRiseMg} mg and {FlagRiseZ} spreads above the usual; 3 above {StrongShare} of it. Clean up to {WatchShare} of it."),
        EvidenceTag = "B",
        Basis = "Amounts of no concern for other outcomes [EFSA2015-Caf] [FDA-Caf]; sleep [Gardiner2023]. Twitching: self-report only [Simon2013].",
        CannotSee = "How strong a cup was (half as much again, or half), how fast you break caffeine down, cups that were not logged. Poor sleep makes people drink more.",
        Advice = ["S6"],
        Grade = Grade,
        IsPersonal = true,
        FirstSeen = history => Seen.First(history, Metric.CaffeineMg),
        Says = assessment => Wording.Of(assessment, "caffeine", Pattern),
    };

    public static DayGrade Grade(History history, int day, int baselineDay)
    {
        var log = CaffeineLog.Of(history);
        if (LimitOn(history, log, day) is not { } limit)
        {
            return DayGrade.NotKnown("the reference for caffeine depends on body mass from 14 to 17 years, which is not known");
        }

        var mean = Windows.Mean(log.Values, day, 7);
        if (log.Values[day] is not { } caffeine)
        {
            return DayGrade.NotKnown("nothing was logged in the food or drink log this day") with
            {
                Evidence = mean is null ? Evidence.None : Evidence.Of((MeanName, mean), (LimitName, limit)),
            };
        }

        var usual = Baseline.Of(log.Usual, baselineDay, FloorMg);
        var dose = history.Series(Metric.CaffeineLargestDoseMg)[day];
        return new DayGrade
        {
            Grade = GradeOf(caffeine, limit, dose, usual),
            IsClean = SixDecimals.Of(caffeine) <= SixDecimals.Of(WatchShare * limit),
            Z = usual?.Z(caffeine),
            Phi = usual?.Phi,
            Evidence = Evidence.Of(
                ("caffeine_mg", caffeine),
                (MeanName, mean),
                (LimitName, limit),
                ("caffeine_largest_dose_mg", dose),
                (UsualName, usual?.Median),
                ("caffeine_z", usual?.Z(caffeine)),
                (CutName, log.DaysSinceCut(day))),
        };
    }

    internal static int GradeOf(double caffeineMg, double limitMg, double? largestDoseMg, Baseline? usual)
    {
        var caffeine = SixDecimals.Of(caffeineMg);
        var rise = usual is { } own ? SixDecimals.Of(caffeine - own.Median) : (double?)null;
        var z = usual?.Z(caffeine);
        if (caffeine > SixDecimals.Of(StrongShare * limitMg))
        {
            return 3;
        }

        if (caffeine > SixDecimals.Of(limitMg) || (rise >= FlagRiseMg && z >= FlagRiseZ))
        {
            return 2;
        }

        return caffeine > SixDecimals.Of(WatchShare * limitMg) || largestDoseMg > DoseMg || (rise >= WatchRiseMg && z >= WatchRiseZ) ? 1 : 0;
    }

    /// <summary>Null for a teen whose mass is not known.</summary>
    private static double? LimitOn(History history, CaffeineLog log, int day)
    {
        var (wearer, date) = (history.Wearer, history.DayAt(day));
        if (Ages.IsTeen(wearer, date))
        {
            return TeenMgPerKg * log.MassesKg[day];
        }

        return wearer.Sex != Sex.Male && (wearer.IsPregnantOn(date) || wearer.IsLactatingOn(date)) ? PregnantLimitMg : LimitMg;
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        if (!numbers.TryGetValue(MeanName, out var mean) || !numbers.TryGetValue(LimitName, out var limit))
        {
            return Wording.CountOnly(assessment, "days");
        }

        var usual = numbers.TryGetValue(UsualName, out var own) ? $", your own usual is {Wording.Number(own)} mg" : "";
        var text = $"You logged {Wording.Number(mean)} mg of caffeine a day on average of the last week; the reference amount is {Wording.Number(limit)} mg{usual}.";
        if (assessment.Level > 0)
        {
            text += $" It was {(assessment.Level == 3 ? "far above the reference" : assessment.Level == 2 ? "above the reference or far above your usual" : "near the reference or above your usual")} "
                + $"{Wording.Count(assessment, assessment.Level, "days")}.";
        }

        return numbers.ContainsKey(CutName)
            ? $"{text} Caffeine fell clearly below your usual within the last {CutDays} days; headache and low mood can follow for some days."
            : text;
    }
}
