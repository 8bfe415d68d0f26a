using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// RF1: weeks with twitching near the knee. Class a without a pattern that goes with them and without relief, b whatever the rules say, c for
/// nearly three months. Judged once a week, counted from the first day of the log; calm by itself, because persistence alone tells little.
/// </summary>
internal static class PersistentTwitching
{
    public const int CheckInsNeeded = 5, TwitchDaysOfWeek = 3;

    /// <summary>Twitch weeks needed, of how many.</summary>
    public const int WeeksA = 3, OfA = 4, WeeksB = 6, OfB = 8, WeeksC = 10, OfC = 12;

    /// <summary>Class a needs fewer flagged days than this, of how many.</summary>
    public const int FlaggedDays = 14, OfFlaggedDays = 28;

    public const double RelievedShare = 0.5;

    /// <summary>Classes b and c end with at most so many twitch weeks of so many, so many of them known.</summary>
    public const int ClearWeeks = 2, OfClear = 6, ClearWeeksKnown = 4;

    private const string WeeksName = "twitch_weeks", OfName = "twitch_weeks_of", ClassName = "persistence_class", DaysName = "twitch_days_7", KnownName = "days_known_7";

    public static RiskFactor Factor { get; } = new()
    {
        Id = "RF1",
        Key = "persistence",
        Name = "Weeks of twitching",
        Version = "1",
        Looks = "Counts weeks with twitching near the knee on 3 days or more.",
        Formula = FormattableString.Invariant($"A week counts with {TwitchDaysOfWeek} twitch days of at least {CheckInsNeeded} known. a: {WeeksA} of {OfA} weeks, fewer than {FlaggedDays} of {OfFlaggedDays} days with a flagged pattern, and the last 2 weeks not at half of the 2 before; ")
            + FormattableString.Invariant($"b: {WeeksB} of {OfB} weeks; c: {WeeksC} of {OfC}. a ends with relief, b and c with at most {ClearWeeks} of {OfClear} weeks."),
        EvidenceTag = "C",
        Basis = "The limits are engineering choices. A guideline asks for no routine referral of twitches alone [NICE-NG127]; in 121 people followed for 2 to 32 years they stayed harmless [Blexrud1993], and they often last for years [Filippakis2018].",
        CannotSee = "Twitches that were not logged, and days without a check-in.",
        Advice = [],
        Grade = (history, day, _) => history.Once(days => new Log(days)).On(day),
        JudgesFacts = true,
        FirstSeen = history => Seen.First(history, Metric.KneeTwitchEpisodes),
        Says = assessment => Wording.Of(assessment, "twitching", Pattern),
    };

    /// <summary>Class 1 (a), 2 (b), 3 (c) or 0 of the weeks that end with a day.</summary>
    internal static (int Class, int Weeks, int Of) ClassOf(Func<int, bool> isTwitchWeek, bool isExplained, bool isRelieved)
    {
        var (inA, inB, inC) = (Count(OfA), Count(OfB), Count(OfC));
        return inC >= WeeksC ? (3, inC, OfC) : inB >= WeeksB ? (2, inB, OfB) : inA >= WeeksA && !isExplained && !isRelieved ? (1, inA, OfA) : (0, inA, OfA);

        int Count(int weeks) => Enumerable.Range(0, weeks).Count(isTwitchWeek);
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var weeks = numbers.TryGetValue(WeeksName, out var count) && numbers.TryGetValue(OfName, out var of)
            ? $"Twitching near the knee was logged on {TwitchDaysOfWeek} or more days in {Wording.Number(count)} of the last {Wording.Number(of)} weeks."
            : "Twitching near the knee was logged in several weeks.";
        return assessment.Level == 0 && !numbers.ContainsKey(WeeksName) ? "Few weeks with twitching were logged."
            : assessment.Level == 0 ? weeks : Wording.Sentences(weeks, Tiers.Says(Tiers.Of(numbers)), Tiers.BaseRates);
    }

    private sealed class Log
    {
        private readonly DayGrade[] days;
        private readonly TwitchDays twitches;
        private readonly bool[] isFlagged;

        public Log(History history)
        {
            twitches = TwitchDays.Of(history);
            isFlagged = new bool[history.Count];
            foreach (var day in RiskFactors.All.Where(factor => factor.Kind == RuleKind.Pattern).SelectMany(factor => Analysis.Run(factor, history)))
            {
                isFlagged[history.IndexOf(day.Day)] |= day.Level >= 2;
            }

            days = new DayGrade[history.Count];
            var first = Seen.First(history, Metric.KneeTwitchEpisodes) ?? history.Count;
            var state = (Class: 0, Weeks: 0, Of: OfA, Since: 0);
            for (var day = 0; day < days.Length; day++)
            {
                if (day >= first && (day - first) % 7 == 6)
                {
                    state = Step(state, day);
                }

                days[day] = Judge(state, day);
            }
        }

        public DayGrade On(int day) => days[day];

        private (int Class, int Weeks, int Of, int Since) Step((int Class, int Weeks, int Of, int Since) before, int day)
        {
            var isRelieved = IsRelieved(day);
            var isExplained = DiaryDays.Count(day, OfFlaggedDays, i => isFlagged[i]) >= FlaggedDays;
            var (found, weeks, of) = ClassOf(week => IsTwitchWeek(day - (7 * week)), isExplained, isRelieved);
            if (found > before.Class)
            {
                var oldest = Enumerable.Range(0, of).Last(week => IsTwitchWeek(day - (7 * week)));
                return (found, weeks, of, before.Class > 0 ? before.Since : Math.Max(day - (7 * oldest) - 6, 0));
            }

            return before.Class switch
            {
                0 => (0, weeks, of, 0),
                1 when isRelieved => (0, weeks, of, 0),
                > 1 when IsOver(day) => (0, weeks, of, 0),
                _ => before with { Weeks = Enumerable.Range(0, before.Of).Count(week => IsTwitchWeek(day - (7 * week))) },
            };
        }

        private DayGrade Judge((int Class, int Weeks, int Of, int Since) state, int day)
        {
            var known = Known(day, 7);
            var evidence = Evidence.Of(
                (WeeksName, state.Weeks), (OfName, state.Of), (DaysName, known == 0 ? null : Twitched(day, 7)), (KnownName, known), (ClassName, state.Class > 0 ? state.Class : null));
            var missing = FormattableString.Invariant($"{known} of {CheckInsNeeded} days with a check-in on twitching this week");
            if (state.Class > 0)
            {
                var tier = state.Class == 3 ? Tier.Book : Tier.Mention;
                return new FactDay { Level = 2, Tier = tier, Since = state.Since, Evidence = evidence, Missing = known < CheckInsNeeded ? missing : null }.Grade(day);
            }

            return (known < CheckInsNeeded ? FactDay.NotKnown(missing, Known(day, 28) == 0, evidence) : new FactDay { Level = 0, Evidence = evidence }).Grade(day);
        }

        /// <summary>The last two weeks at most at half the rate of the two before; not known without check-ins in both.</summary>
        private bool IsRelieved(int day)
        {
            var (now, before) = (Known(day, 14), Known(day - 14, 14));
            return now > 0 && before > 0
                && SixDecimals.Of((double)Twitched(day, 14) / now) <= SixDecimals.Of(RelievedShare * Twitched(day - 14, 14) / before);
        }

        private bool IsOver(int day)
        {
            var weeks = Enumerable.Range(0, OfClear).Select(week => day - (7 * week)).ToList();
            return weeks.Count(IsTwitchWeek) <= ClearWeeks && weeks.Count(end => Known(end, 7) >= CheckInsNeeded) >= ClearWeeksKnown;
        }

        private bool IsTwitchWeek(int day) => Known(day, 7) >= CheckInsNeeded && Twitched(day, 7) >= TwitchDaysOfWeek;

        private int Known(int day, int count) => DiaryDays.Count(day, count, i => twitches.NearKnee(i) is not null);

        private int Twitched(int day, int count) => DiaryDays.Count(day, count, i => twitches.NearKnee(i) == true);
    }
}
