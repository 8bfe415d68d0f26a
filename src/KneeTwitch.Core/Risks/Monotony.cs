using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>R02: week after week of hard days without easy ones [Foster1998]. Equal walks every day are no strain, so the strain must be unusual as well.</summary>
internal static class Monotony
{
    public const double WatchMonotony = 1.75, FlagMonotony = 2.0, StrongMonotony = 2.5, FlagZ = 1, StrongZ = 2;
    public const int LoadedDaysNeeded = 4;

    private const string Name = "monotony_7_days";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R02",
        Key = "monotony",
        Name = "Hard days without easy days",
        Version = "1",
        Looks = "Compares how much the leg load differs from day to day within a week, and the week's strain with your usual.",
        Formula = FormattableString.Invariant($"Monotony (mean over standard deviation of 7 days) from {WatchMonotony}, {FlagMonotony}, {StrongMonotony} on: grade 1, 2, 3, with at least {LoadedDaysNeeded} loaded days; ")
            + FormattableString.Invariant($"2 and 3 need a strain (week's load times monotony) {FlagZ} and {StrongZ} spreads above the usual. Clean below {WatchMonotony}."),
        EvidenceTag = "B",
        Basis = "25 athletes, illness, individual thresholds [Foster1998]; the 2.0 is a rule of thumb. Exertion and twitching [Simon2013].",
        Quality = "D/P",
        CannotSee = "Sport that was not recorded, manual labour, how hard a day felt.",
        Advice = ["S5"],
        Grade = Grade,
        IsPersonal = true,
        FirstSeen = history => Seen.First(history, Metric.LegMinutes, Metric.LegLoadRpe, Metric.LegLoadEdwards, Metric.LegLoadBanister, Metric.LegLoadKcal),
        Says = assessment => Wording.Of(assessment, "training load", Pattern),
    };

    public static DayGrade Grade(History history, int day, int baselineDay)
    {
        if (LegLoads.Of(history).MethodOn(day) is not { } method)
        {
            return DayGrade.NotKnown("none of exertion, heart rate and energy is known for most of the leg sessions");
        }

        var series = LegLoads.Of(history).By(method);
        if (series.Loads[day] is null || series.Strains[day] is not { } week)
        {
            return DayGrade.NotKnown("the leg load of 6 of 7 days is not known, or all of them are zero");
        }

        if (Baseline.OfWeeklySums(series.StrainSums, baselineDay) is not { } usual)
        {
            return DayGrade.NotKnown("there are not yet 28 earlier weeks' strains to compare with");
        }

        var z = usual.Z(week.Strain);
        var monotony = SixDecimals.Of(week.Monotony);
        return new DayGrade
        {
            Grade = week.LoadedDays < LoadedDaysNeeded ? 0 : GradeOf(monotony, z),
            IsClean = monotony < WatchMonotony,
            Evidence = Evidence.Of(
                (Name, monotony),
                ("load_7_days", week.Load),
                ("loaded_days_of_7", week.LoadedDays),
                ("strain_7_days", week.Strain),
                ("usual_strain_7_days", usual.Median),
                ("strain_7_days_z", z),
                ("load_method", (double)method)),
        };
    }

    private static int GradeOf(double monotony, double? z) =>
        monotony >= StrongMonotony && z >= StrongZ ? 3 : monotony >= FlagMonotony && z >= FlagZ ? 2 : monotony >= WatchMonotony ? 1 : 0;

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        if (!numbers.TryGetValue(Name, out var monotony) || !numbers.TryGetValue("strain_7_days", out var strain) || !numbers.TryGetValue("usual_strain_7_days", out var usual))
        {
            return Wording.CountOnly(assessment, "days");
        }

        var text = $"{(assessment.Level > 0 ? "The days of the last week were alike: their" : "Last week the")} mean leg load was {Wording.Number(monotony, 1)} times the spread between days "
            + $"(hard and easy days in turn give less than {Wording.Number(WatchMonotony, 2)}). The week's strain was {Wording.Number(strain)} against a usual {Wording.Number(usual)}.";
        return assessment.Level > 0 ? $"{text} It was so {Wording.Count(assessment, assessment.Level, "days")}." : text;
    }
}
