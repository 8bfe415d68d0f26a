using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>C13: pain or numbness that runs down a leg, with twitching of that leg. Answers only; no test, and no name for it.</summary>
internal static class NerveRootSigns
{
    public const int SignsNeeded = 2, Window = 14, DaysNeeded = 4, ClearDays = 1, CheckInsNeeded = 8;

    /// <summary>On for so long, or pain from so much on, asks for an appointment.</summary>
    public const int LongDays = 28;

    public const double StrongPain = 7;

    private const string Id = "C13", DaysName = "nerve_root_days_14", KnownName = "nerve_root_check_ins_14", PainName = "leg_pain_worst_14";

    private static readonly HashSet<Question> Questions =
        [Question.BackOrButtockPain, Question.PainBelowKnee, Question.LegNumbness, Question.WorseOnCoughStrainOrSitting];

    public static RiskFactor Factor { get; } = new()
    {
        Id = Id,
        Key = "nerve-root",
        Name = "Signs from back and leg",
        Version = "1",
        Looks = "Counts days with pain or numbness down a leg and another sign from the back, and looks for twitching of that leg.",
        Formula = FormattableString.Invariant($"A day counts with pain below the knee or numbness, and {SignsNeeded} signs in all. On with {DaysNeeded} days in {Window} ({CheckInsNeeded} answered) and a twitch of that leg; off with at most {ClearDays}. ")
            + FormattableString.Invariant($"After {LongDays} days or with pain from {StrongPain}: an appointment; with weakness: today or tomorrow; with numbness of the saddle, bladder or bowel trouble, or both legs: now."),
        EvidenceTag = "B to C",
        Basis = "Twitches can go with trouble of a nerve root [Wilbourn1998]; the questions resemble those asked in clinics and are no test [CES].",
        CannotSee = "Where it comes from: examination and pictures decide that.",
        Advice = [],
        Grade = (history, day, _) => history.Once(days => new Log(days)).Days[day],
        JudgesFacts = true,
        FirstSeen = history => StandingAnswers.FirstAnswer(history, Questions),
        Says = assessment => Wording.Of(assessment, "pain or numbness down the leg", Pattern),
    };

    /// <summary>Pain below the knee or numbness, and two signs in all; null where none of the questions was answered.</summary>
    internal static bool? Counts(IReadOnlyList<Answer> answers)
    {
        var mine = answers.Where(answer => Questions.Contains(answer.Question)).ToList();
        var yes = mine.Where(answer => answer.IsYes).Select(answer => answer.Question).ToHashSet();
        return mine.Count == 0 ? null : yes.Count >= SignsNeeded && (yes.Contains(Question.PainBelowKnee) || yes.Contains(Question.LegNumbness));
    }

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var days = numbers.TryGetValue(DaysName, out var count) && numbers.TryGetValue(KnownName, out var known)
            ? $"Pain or numbness down the leg together with another sign was reported on {Wording.Number(count)} of {Wording.Number(known)} answered days of the last {Window}."
            : "Signs from the back and leg are counted.";
        return assessment.Level == 0 ? days : Wording.Sentences(days, "Twitching was logged in that leg.", Tiers.Says(Tiers.Of(numbers)));
    }

    private sealed class Log
    {
        private readonly History history;
        private readonly DiaryDays diary;
        private readonly TwitchDays twitches;
        private readonly IReadOnlyList<FactDay> weakness;
        private readonly bool?[] counts;

        public Log(History history)
        {
            this.history = history;
            diary = DiaryDays.Of(history);
            twitches = TwitchDays.Of(history);
            weakness = Weakness.Of(history);
            counts = [.. Enumerable.Range(0, history.Count).Select(day => Counts(diary.AnswersOn(day)))];
            var days = new DayGrade[history.Count];
            int? on = null;
            for (var day = 0; day < days.Length; day++)
            {
                (days[day], on) = Step(day, on);
            }

            Days = days;
        }

        public DayGrade[] Days { get; }

        private (DayGrade Day, int? On) Step(int day, int? on)
        {
            var window = Enumerable.Range(Math.Max(day - Window + 1, 0), Math.Min(Window, day + 1)).ToList();
            var (known, hits) = (window.Count(i => counts[i] is not null), window.Where(i => counts[i] == true).ToList());
            var pain = window.Max(i => diary.CheckInOn(i)?.LegPain);
            var evidence = Evidence.Of((DaysName, hits.Count), (KnownName, known), (PainName, pain));
            var missing = known < CheckInsNeeded ? FormattableString.Invariant($"{known} of {CheckInsNeeded} check-ins with answers about back and leg in the last 2 weeks") : null;
            if (missing is null && hits.Count >= DaysNeeded && HasTwitched(day, hits))
            {
                on ??= hits[0];
            }
            else if (missing is null && hits.Count <= ClearDays)
            {
                on = null;
            }

            if (on is { } since)
            {
                return (new FactDay { Level = 2, Tier = TierOf(day, since, hits, pain), Since = since, Missing = missing, Evidence = evidence }.Grade(day), on);
            }

            var isStale = DiaryDays.Count(day, StandingAnswers.DaysOfNo, i => counts[i] is not null) == 0;
            return ((missing is null ? new FactDay { Level = 0, Evidence = evidence } : FactDay.NotKnown(missing, isStale, evidence)).Grade(day), on);
        }

        private Tier TierOf(int day, int since, List<int> hits, double? pain)
        {
            var legs = hits.SelectMany(SidesOn).Distinct().ToList();
            var isBoth = legs.Contains(Side.Both) || (legs.Contains(Side.Left) && legs.Contains(Side.Right));
            if (isBoth || EmergencySigns.OpenOn(history, day).Any(question => question is Question.SaddleNumbness or Question.NewBladderOrBowelTrouble))
            {
                return Tier.Emergency;
            }

            return weakness[day].IsFlag ? Tier.Contact : day - since >= LongDays || pain >= StrongPain ? Tier.Book : Tier.Mention;
        }

        private bool HasTwitched(int day, List<int> hits)
        {
            var sides = hits.SelectMany(SidesOn).Distinct().ToList();
            return sides.Count == 0
                ? twitches.IsOnSide(day, Window, IsOfLeg, null)
                : sides.Exists(side => twitches.IsOnSide(day, Window, IsOfLeg, side));
        }

        private IEnumerable<Side> SidesOn(int day) => diary.AnswersOn(day)
            .Where(answer => answer is { IsYes: true, Question: Question.PainBelowKnee or Question.LegNumbness })
            .Select(answer => answer.Side)
            .OfType<Side>();

        private static bool IsOfLeg(string? place) => Places.RegionOf(place) == Region.Legs;
    }
}
