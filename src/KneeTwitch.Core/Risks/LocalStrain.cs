using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Statistics;

namespace KneeTwitch.Core.Risks;

/// <summary>R12: a leg that is sore or healing, each leg for itself. A hot, swollen calf or joint is no pattern and speaks at once.</summary>
internal static class LocalStrain
{
    public const double StrongSoreness = 7, FlagSoreness = 5, WatchSoreness = 4, CleanSoreness = 3;

    /// <summary>With an open injury on that leg; for a flag also with a twitch of that leg in the last week.</summary>
    public const double InjuredFlagSoreness = 3, InjuredWatchSoreness = 2;

    public const int InjuryDays = 84, TwitchDays = 7;

    /// <summary>How the sides of twitches are compared: how many are needed, in how many days.</summary>
    public const int EpisodesNeeded = 5, EpisodeDays = 28;

    private const string Id = "R12", WorstName = "soreness_worst", SideName = "soreness_worst_side", InjuryName = "injury_open_days";
    private const string MatchName = "twitches_on_injured_side", MatchOfName = "twitches_with_a_side_28_days";

    private static readonly HashSet<Question> Questions = [Question.HotSwollenCalfOrJoint];

    public static RiskFactor Factor { get; } = new()
    {
        Id = Id,
        Key = "local-strain",
        Name = "Sore or healing leg",
        Version = "1",
        Looks = "Looks at the soreness you rate for each leg, at injuries that are open, and at twitches of the same leg.",
        Formula = FormattableString.Invariant($"Soreness of a leg from {WatchSoreness}, {FlagSoreness} and {StrongSoreness} of 10: grades 1, 2, 3; with an injury open for at most {InjuryDays} days from {InjuredWatchSoreness}: 1, from {InjuredFlagSoreness} and a twitch near the knee of that leg in {TwitchDays} days: 2. ")
            + FormattableString.Invariant($"Clean at {CleanSoreness} or less without an injury. A hot, swollen calf or joint: at once."),
        EvidenceTag = "N to C",
        Basis = "Named by the article; no direct study was found.",
        CannotSee = "Ordinary soreness one to three days after new exercise; pain that comes from elsewhere; what is swollen or inflamed.",
        Advice = ["S5"],
        Grade = (history, day, _) => history.Once(days => new Log(days)).On(day),
        FirstSeen = history => new[]
        {
            Seen.First(history, Metric.SorenessLeftScore, Metric.SorenessRightScore),
            StandingAnswers.FirstAnswer(history, Questions),
        }.Min(),
        Says = assessment => Wording.Of(assessment, "sore legs", Pattern),
    };

    internal static int GradeOf(double soreness, bool isInjured, bool hasTwitched) => soreness switch
    {
        >= StrongSoreness => 3,
        >= FlagSoreness => 2,
        >= InjuredFlagSoreness when isInjured && hasTwitched => 2,
        >= WatchSoreness => 1,
        >= InjuredWatchSoreness when isInjured => 1,
        _ => 0,
    };

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var hot = AnswerWords.Answered(numbers) is { Length: > 0 } answered ? $"{answered} {Tiers.Says(Tiers.Of(numbers))}" : "";
        var sore = numbers.TryGetValue(WorstName, out var worst) && numbers.TryGetValue(SideName, out var side)
            ? $"You rated the {(side == (double)Side.Left ? "left" : "right")} leg {Wording.Number(worst)} of 10 on the last of these days; legs were sore {Wording.Count(assessment, Math.Clamp(assessment.Level, 1, 3), "days")}."
            : hot.Length > 0 ? "" : Wording.CountOnly(assessment, "days");
        var injury = numbers.TryGetValue(InjuryName, out var open) ? $"An injury is open since {Wording.Number(open)} days." : "";
        var match = numbers.TryGetValue(MatchName, out var hits) && numbers.TryGetValue(MatchOfName, out var of)
            ? $"{Wording.Number(hits)} of {Wording.Number(of)} twitches near the knee in 4 weeks were on the injured side."
            : "";
        var walking = numbers.TryGetValue(Gait.AsymmetryZName, out var z) && z >= Gait.HarmfulZ ? "Your steps were less even than your own usual." : "";
        var look = worst >= StrongSoreness || open > InjuryDays ? "Have this looked at." : "";
        return Wording.Sentences(hot, sore, injury, match, walking, look);
    }

    private sealed class Log(History history)
    {
        private readonly DiaryDays diary = DiaryDays.Of(history);
        private readonly Risks.TwitchDays twitches = Risks.TwitchDays.Of(history);
        private readonly IReadOnlyList<double?> left = history.Series(Metric.SorenessLeftScore), right = history.Series(Metric.SorenessRightScore);
        private readonly List<DiaryItem<Injury>> injuries = [.. history.Diary.All<Injury>()];
        private readonly StandingAnswers hot = new(history, Id, Questions);
        private readonly IReadOnlyList<Assessment> gait = Analysis.Run(Gait.Factor, history);

        public DayGrade On(int day)
        {
            var date = history.DayAt(day);
            var open = injuries.Where(injury => injury.Day <= date && !(injury.What.HealedOn <= date)).ToList();
            var healing = open.Where(injury => date.DayNumber - injury.Day.DayNumber <= InjuryDays).ToList();
            var answers = hot.On(day);
            var isLeftWorse = left[day] is { } leftScore && !(right[day] > leftScore);
            var worst = isLeftWorse ? left[day] : right[day];
            var (hits, of) = SideMatch(day, healing);
            var evidence = AnswerWords.Evidence(
                answers,
                (Tiers.Name, answers.Count > 0 ? (double)Tier.Contact : null),
                (WorstName, worst),
                (SideName, worst is null ? null : (double)(isLeftWorse ? Side.Left : Side.Right)),
                ("soreness_left", left[day]),
                ("soreness_right", right[day]),
                (InjuryName, open.Count == 0 ? null : open.Max(injury => date.DayNumber - injury.Day.DayNumber)),
                (MatchName, of is null ? null : hits),
                (MatchOfName, of),
                ("injured_side_p", of is { } count ? Binomial.AtLeast(hits, count, 0.5) : null),
                (Gait.AsymmetryZName, gait[day].Evidence.TryGetValue(Gait.AsymmetryZName, out var z) ? z : null));
            int? atOnce = answers.Count > 0 ? 3 : null;
            int? since = answers.Count > 0 ? day - answers.Min(one => one.First) : null;
            return worst is not { } soreness
                ? DayGrade.NotKnown("the soreness of your legs was not rated") with { AtOnce = atOnce, AtOnceDaysAgo = since, Evidence = evidence }
                : new DayGrade
                {
                    Grade = Math.Max(GradeOn(day, left[day], Side.Left, healing), GradeOn(day, right[day], Side.Right, healing)),
                    IsClean = SixDecimals.Of(soreness) <= CleanSoreness && healing.Count == 0,
                    AtOnce = atOnce,
                    AtOnceDaysAgo = since,
                    Evidence = evidence,
                };
        }

        private int GradeOn(int day, double? soreness, Side leg, List<DiaryItem<Injury>> healing) => soreness is not { } score
            ? 0
            : GradeOf(
                SixDecimals.Of(score),
                healing.Exists(injury => injury.What.Side is null || Sides.Fits(injury.What.Side, leg)),
                twitches.IsOnSide(day, TwitchDays, Places.IsNearKnee, leg));

        /// <summary>How many of the twitches of one leg were of the injured one; null with too few, or if no single leg is injured.</summary>
        private (int Hits, int? Of) SideMatch(int day, List<DiaryItem<Injury>> healing)
        {
            var sides = healing.Select(injury => injury.What.Side).Distinct().ToList();
            if (sides is not [Side.Left or Side.Right])
            {
                return (0, null);
            }

            var known = Enumerable.Range(Math.Max(day - EpisodeDays + 1, 0), Math.Min(EpisodeDays, day + 1))
                .SelectMany(diary.On<Twitch>)
                .Where(twitch => Places.IsNearKnee(twitch.Place) && (twitch.Side is Side.Left or Side.Right))
                .ToList();
            return known.Count >= EpisodesNeeded ? (known.Count(twitch => twitch.Side == sides[0]), known.Count) : (0, null);
        }
    }
}
