using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;

namespace KneeTwitch.Core.Risks;

/// <summary>R07: logged drinks against what the day asked for, with weight, urine colour and thirst as second witnesses.</summary>
internal static class Hydration
{
    public const double CleanRatio = 0.80, FlagRatio = 0.65, StrongRatio = 0.50, PlentyRatio = 1.8;

    private const string MeanName = "fluid_ratio_mean_7_days", PlentyName = "days_plenty_of_7";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R07",
        Key = "hydration",
        Name = "Drinking",
        Version = "1",
        Looks = "Compares logged drinks with a reference for sex, sport and heat, on days with at least 3 drinks logged over 6 hours.",
        Formula = FormattableString.Invariant($"Drinks over the day's reference below {CleanRatio}, {FlagRatio}, {StrongRatio}: grade 1, 2, 3; two or three points of weight, urine colour and thirst raise to 2 or 3."),
        EvidenceTag = "C",
        Basis = "European intake reference [EFSA2010]; sweat differs several-fold [ACSM2007] [Baker2017]; weight, urine, thirst [Sekiguchi2022] [Cheuvront2005]. Disputed for cramps [Miller2022].",
        Quality = "S/D",
        CannotSee = "Drinks that were not logged, water in food, hot work, fever, diarrhoea.",
        Advice = ["S1"],
        Grade = (history, day, _) => Grade(history, day),
        FirstSeen = history => Seen.First(history, Metric.WaterMl, Metric.DrinkEntries),
        Says = assessment => Wording.Of(assessment, "drinks", Pattern),
    };

    public static DayGrade Grade(History history, int day) => Grade(history, day, urineColour: null, thirst: null);

    /// <param name="history">The wearer's days.</param>
    /// <param name="day">Index of the day.</param>
    /// <param name="urineColour">1 to 8, null where not said.</param>
    /// <param name="thirst">0 to 9, null where not said.</param>
    public static DayGrade Grade(History history, int day, double? urineColour, double? thirst)
    {
        var fluids = FluidRatios.Of(history);
        var score = WaterScore.Of(history.Series(Metric.BodyMassKg), day, urineColour, thirst);
        var ratio = fluids.Ratios[day];
        var mean = WeekMean(fluids.Ratios, day);

        // Without drinks the score decides alone, but only if no answer that is still open could change what it says.
        if (ratio is null && score is { Points: < 2, IsComplete: false })
        {
            return DayGrade.NotKnown(history.Wearer.Sex == Sex.Unknown
                ? "the reference for drinks depends on sex, which is not set in the profile"
                : "fewer than 3 drinks over 6 hours were logged this day") with
            {
                Evidence = mean is null ? Evidence.None : Evidence.Of((MeanName, mean), (PlentyName, DaysOfPlenty(fluids.Ratios, day))),
            };
        }

        return new DayGrade
        {
            Grade = GradeOf(ratio, score),
            IsClean = (ratio is null || ratio >= CleanRatio) && score.Points <= 1,
            Evidence = Evidence.Of(
                ("fluid_ratio", ratio),
                ("drinks_ml", ratio is null ? null : history.Series(Metric.WaterMl)[day]),
                ("fluid_need_ml", fluids.NeedsMl[day]),
                (MeanName, mean),
                ("mass_change_percent", score.MassChangePercent),
                ("water_score_points", score.Answered > 0 ? score.Points : null),
                (PlentyName, DaysOfPlenty(fluids.Ratios, day))),
        };
    }

    /// <summary>H below 0.80, 0.65, 0.50; the score lifts to its own grade, and three answers without a point turn a flag into a watch.</summary>
    internal static int GradeOf(double? ratio, WaterScore score)
    {
        var byRatio = ratio < StrongRatio ? 3 : ratio < FlagRatio ? 2 : ratio < CleanRatio ? 1 : 0;
        return score switch
        {
            { Points: >= 2 } => Math.Max(byRatio, score.Points),
            { Points: 0, IsComplete: true } when byRatio == 2 => 1,
            _ => byRatio,
        };
    }

    private static double? WeekMean(double?[] ratios, int day)
    {
        var (known, sum) = (0, 0.0);
        for (var i = Math.Max(day - 6, 0); i <= day; i++)
        {
            known += ratios[i] is null ? 0 : 1;
            sum += ratios[i] ?? 0;
        }

        return known > 0 ? sum / known : null;
    }

    private static double DaysOfPlenty(double?[] ratios, int day)
    {
        var count = 0;
        for (var i = Math.Max(day - 6, 0); i <= day; i++)
        {
            count += ratios[i] > PlentyRatio ? 1 : 0;
        }

        return count;
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        if (!numbers.TryGetValue(MeanName, out var mean))
        {
            return Wording.CountOnly(assessment, "days");
        }

        var (grade, below) = assessment.Level switch
        {
            3 => (3, StrongRatio),
            2 => (2, FlagRatio),
            _ => (1, CleanRatio),
        };
        var text = $"You logged less than {Wording.Number(100 * below)} % of the reference amount of drinks {Wording.Count(assessment, grade, "days")}; "
            + $"the average was {Wording.Number(100 * mean)} %.";
        return numbers.TryGetValue(PlentyName, out var plenty) && plenty >= 4
            ? text + $" On {Wording.Number(plenty)} of the last 7 days you logged more than 1.8 times the reference; there is no need to force fluids."
            : text;
    }
}
