using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>RF3: a thigh or calf that looks smaller, or measures smaller against the other leg than it did. Stands until a visit is reported.</summary>
internal static class LegShrinking
{
    public const double WatchCm = 1.5, FlagCm = 2.0;

    /// <summary>Between two answers or two measurements.</summary>
    public const int DaysApart = 7;

    /// <summary>How long one answer or measurement is remembered.</summary>
    public const int RememberedDays = 84;

    private const string Id = "RF3", ChangeName = "girth_change_cm", YesName = "days_looks_smaller";

    private static readonly HashSet<Question> Questions = [Question.LegLooksSmaller];

    public static RiskFactor Factor { get; } = new()
    {
        Id = Id,
        Key = "leg-shrinking",
        Name = "A leg that gets smaller",
        Version = "1",
        Looks = "Asks whether one thigh or calf looks smaller, and compares tape measurements of both legs with your first ones.",
        Formula = FormattableString.Invariant($"Yes on two check-ins {DaysApart} days apart, or once together with RF2. Left less right against the first measurement at the same mark: {WatchCm:0.0} cm watch, {FlagCm:0.0} cm on two occasions {DaysApart} days apart a flag. Until a visit is reported."),
        EvidenceTag = "B",
        Basis = "Muscle that shrinks together with twitching is a reason to be seen [NICE-NG127]. The centimetres are engineering choices.",
        CannotSee = "How the tape was held, swelling, and training of one leg.",
        Advice = [],
        Grade = (history, day, _) => RedFlags.Grade(history, day, Id),
        JudgesFacts = true,
        FirstSeen = history => DiaryDays.Of(history) is var diary
            ? diary.First(day => diary.AnswersOn(day).Any(answer => Questions.Contains(answer.Question)) || diary.On<Girth>(day).Any())
            : null,
        Says = assessment => Wording.Of(assessment, "the size of your legs", Pattern),
    };

    public static IReadOnlyList<FactDay> Of(History history) => history.Once(days => new Log(days)).Days;

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var looks = numbers.TryGetValue(YesName, out var days) && days > 0 ? $"You answered that one leg looks smaller on {Wording.Number(days)} {(days == 1 ? "day" : "days")}." : "";
        var tape = numbers.TryGetValue(ChangeName, out var change)
            ? $"The difference between your legs by tape has changed by {Wording.Number(Math.Abs(change), 1)} cm since your first measurement."
            : "";
        return assessment.Level switch
        {
            0 => Wording.Sentences("No lasting difference between your legs was reported.", tape),
            1 => Wording.Sentences(looks, tape, "Look or measure again after a week."),
            _ => Wording.Sentences(looks, tape, RedFlags.Together(numbers), Tiers.Says(Tiers.Of(numbers))),
        };
    }

    private sealed class Log
    {
        private readonly DiaryDays diary;
        private readonly GirthLog girths = new();
        private readonly IReadOnlyList<FactDay> weakness;
        private readonly List<(int Day, DateTimeOffset Said, Side? Side)> yes = [];
        private int? since;
        private int? lastAnswer;

        public Log(History history)
        {
            diary = DiaryDays.Of(history);
            weakness = Weakness.Of(history);
            Days = [.. Enumerable.Range(0, history.Count).Select(Step)];
        }

        public IReadOnlyList<FactDay> Days { get; }

        private FactDay Step(int day)
        {
            var measured = girths.Add(day, diary.On<Girth>(day));
            var answers = diary.AnswersOn(day).Where(answer => Questions.Contains(answer.Question)).ToList();
            lastAnswer = answers.Count > 0 || measured ? day : lastAnswer;
            yes.AddRange(answers.Where(answer => answer.IsYes).Select(answer => (day, diary.CheckedInAt(day), answer.Side)));
            if (diary.VisitAbout(Id, day) is { } visit)
            {
                yes.RemoveAll(one => one.Day < day || one.Said < visit);
                girths.Forget(day);
                since = null;
            }

            var recent = yes.Where(one => day - one.Day <= RememberedDays).ToList();
            var pair = recent.Where(one => recent.Exists(later => later.Day - one.Day >= DaysApart && IsSameLeg(one.Side, later.Side))).Select(one => (int?)one.Day).FirstOrDefault();
            var withWeakness = weakness[day].IsFlag ? recent.Select(one => (int?)one.Day).FirstOrDefault() : null;
            since ??= Min(pair, withWeakness, girths.FlaggedSince(day));
            var change = girths.LatestChange(day);
            var evidence = Evidence.Of((YesName, recent.Count), (ChangeName, change));
            if (since is { } began)
            {
                return new FactDay { Level = 2, Tier = Tier.Book, Since = began, Evidence = evidence };
            }

            if (recent.Count > 0 || Math.Abs(change ?? 0) >= WatchCm)
            {
                return new FactDay { Level = 1, Since = recent.Count > 0 ? recent[0].Day : day, Evidence = evidence };
            }

            return lastAnswer is { } last && day - last < StandingAnswers.DaysOfNo
                ? new FactDay { Level = 0, Evidence = evidence }
                : FactDay.NotKnown("the question whether a leg looks smaller was not answered, and no leg measured, in the last 4 weeks", isStale: lastAnswer is not null, evidence);
        }

        private static bool IsSameLeg(Side? a, Side? b) => a is null || Sides.Fits(b ?? a, a);

        private static int? Min(params ReadOnlySpan<int?> days)
        {
            int? least = null;
            foreach (var day in days)
            {
                least = day is { } known && !(least <= known) ? known : least;
            }

            return least;
        }
    }
}
