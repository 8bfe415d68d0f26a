using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>R11: nicotine units a day, and a clear rise above the wearer's own usual.</summary>
internal static class NicotineUse
{
    public const double FlagUnits = 10, CleanBelowUnits = 8, RiseUnits = 5, FloorUnits = 1;

    /// <summary>A week at half of a usual of at least five units is cutting down, and is said for four weeks.</summary>
    public const double CutFromUnits = 5, CutShare = 0.5;

    public const int CutDays = 28, CutDaysKnown = 5;

    private const string MeanName = "nicotine_mean_7_days_units", CutName = "cutting_down";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "R11",
        Key = "nicotine",
        Name = "Nicotine",
        Version = "1",
        Looks = "Counts the nicotine units you log: a cigarette, a pouch, about 15 puffs.",
        Formula = FormattableString.Invariant($"Any unit: grade 1; from {FlagUnits} units, or {RiseUnits} units and the ladder's flag step above the usual on: 2; no grade 3. Clean below {CleanBelowUnits} without such a rise."),
        EvidenceTag = "N to C",
        Basis = "Nicotine acts at the junction of nerve and muscle and raises arousal. No study was found that shows that stopping ends twitching.",
        CannotSee = "Units that were not logged, how strong they were. Smoking speeds up the breakdown of caffeine, so coffee acts longer after stopping.",
        Advice = ["S6"],
        Grade = Grade,
        IsPersonal = true,
        FirstSeen = history => Seen.First(history, Metric.NicotineUnits),
        Says = assessment => Wording.Of(assessment, "nicotine", Pattern),
    };

    public static DayGrade Grade(History history, int day, int baselineDay)
    {
        var log = history.Once(days => new Log(days));
        var mean = Windows.Mean(log.Units, day, 7);
        if (log.Units[day] is not { } units)
        {
            return DayGrade.NotKnown("nicotine was not logged, and no check-in says there was none") with { Evidence = Evidence.Of((MeanName, mean)) };
        }

        var usual = Baseline.Of(log.Usual, baselineDay, FloorUnits);
        var isRise = IsRise(units, usual);
        return new DayGrade
        {
            Grade = GradeOf(units, isRise),
            IsClean = SixDecimals.Of(units) < CleanBelowUnits && !isRise,
            Z = usual?.Z(units),
            Phi = usual?.Phi,
            Evidence = Evidence.Of(
                ("nicotine_units", units),
                (MeanName, mean),
                ("usual_nicotine_units", usual?.Median),
                ("nicotine_z", usual?.Z(units)),
                (CutName, log.IsCuttingDown(day) ? 1 : null)),
        };
    }

    internal static int GradeOf(double units, bool isRise) => SixDecimals.Of(units) >= FlagUnits || isRise ? 2 : units > 0 ? 1 : 0;

    internal static bool IsRise(double units, Baseline? usual) =>
        usual is { } own && SixDecimals.Of(units - own.Median) >= RiseUnits && own.Z(units) >= Ladder.Z2(own.Phi);

    private static string Pattern(Assessment assessment)
    {
        if (!assessment.Evidence.TryGetValue(MeanName, out var mean))
        {
            return Wording.CountOnly(assessment, "days");
        }

        if (mean == 0 && assessment.Level == 0 && !assessment.Evidence.ContainsKey(CutName))
        {
            return "You logged no nicotine in the last week.";
        }

        var text = $"You logged {Wording.Number(mean, 1)} nicotine units a day on average of the last week.";
        if (assessment.Level > 0)
        {
            text += assessment.Level == 1
                ? $" There were some {Wording.Count(assessment, 1, "days")}."
                : $" It was {Wording.Number(FlagUnits)} units or more, or clearly above your usual, {Wording.Count(assessment, 2, "days")}.";
        }

        text += " No study was found that shows that stopping ends twitching.";
        return assessment.Evidence.ContainsKey(CutName) ? text + " You are cutting down, which can disturb sleep and mood for some weeks." : text;
    }

    private sealed class Log
    {
        private readonly bool[] isCut;

        public Log(History history)
        {
            Units = history.Series(Metric.NicotineUnits);
            Usual = UnusualDays.Of(history).LeaveOut(Units);
            isCut = [.. Units.Select((_, day) => Baseline.Of(Usual, day, FloorUnits) is { Median: >= CutFromUnits } usual
                && Windows.Mean(Units, day, 7, CutDaysKnown) is { } mean
                && SixDecimals.Of(mean) <= SixDecimals.Of(CutShare * usual.Median))];
        }

        public IReadOnlyList<double?> Units { get; }

        public double?[] Usual { get; }

        public bool IsCuttingDown(int day) => Array.IndexOf(isCut, true, Math.Max(day - CutDays + 1, 0), Math.Min(day + 1, CutDays)) >= 0;
    }
}
