using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>RF2: answers about weakness and walking. A yes speaks at once; changed walking only asks the questions, and never flags by itself.</summary>
internal static class Weakness
{
    /// <summary>Below it a device calls steadiness low. Its own classes are not in its export, so this is an engineering choice; it only asks.</summary>
    public const double LowSteadinessPercent = 50;

    /// <summary>Questions that stay unanswered for so long become a reason to mention it.</summary>
    public const int UnansweredDays = 7;

    /// <summary>How long a weak twitch or a low steadiness asks.</summary>
    public const int AskingDays = 14;

    private const string Id = "RF2", AsksName = "questions_open_days", GaitName = "gait_level";

    private static readonly HashSet<Question> Questions =
        [Question.TroubleLiftingFoot, Question.FootSlap, Question.Tripping, Question.KneeGivingWay, Question.StairsOrRisingHarder];

    public static RiskFactor Factor { get; } = new()
    {
        Id = Id,
        Key = "weakness",
        Name = "Weakness and walking",
        Version = "1",
        Looks = "Asks about lifting the foot, tripping, a knee that gives way and stairs; a lasting change of how you walk makes it ask.",
        Formula = FormattableString.Invariant($"Any yes to {Questions.Count} questions that lasts or is on one side, at once; until a visit, or {StandingAnswers.DaysOfNo} days without it of which {StandingAnswers.NoAnswersNeeded} say no. ")
            + FormattableString.Invariant($"Walking: {Gait.Factor.Formula} Persistent, or steadiness below {LowSteadinessPercent} %: the questions are asked; unanswered for {UnansweredDays} days: to be mentioned."),
        EvidenceTag = "B",
        Basis = "Weakness, tripping and changes of gait are what guidance names as reasons to be seen [NICE-NG127] [NICE-NG42]. Phones measure speed and step length well, double support weakly [Werner2023].",
        CannotSee = "Strength. Walking that no device recorded, and what shoes, bags or company do to it.",
        Advice = [],
        Grade = (history, day, _) => RedFlags.Grade(history, day, Id),
        JudgesFacts = true,
        FirstSeen = history => new[]
        {
            StandingAnswers.FirstAnswer(history, Questions),
            Gait.Factor.FirstSeen(history),
            Seen.First(history, Metric.WalkingSteadinessPercent),
        }.Min(),
        Says = assessment => Wording.Of(assessment, "weakness or walking", Pattern),
    };

    /// <summary>What this rule finds by itself, day by day.</summary>
    public static IReadOnlyList<FactDay> Of(History history) => history.Once(days => new Log(days)).Days;

    /// <summary>Lasting for more than 48 hours or of one leg; what was not said counts, because nobody said "no".</summary>
    internal static bool Counts(Answer answer) => answer.HasLasted != false || answer.Side is Side.Left or Side.Right;

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var walking = numbers.ContainsKey(GaitName) ? "How you walk has been different from your own usual." : "";
        if (assessment.Level >= 2)
        {
            return Wording.Sentences(AnswerWords.Answered(numbers), walking, RedFlags.Together(numbers), Tiers.Says(Tiers.Of(numbers)));
        }

        if (assessment.Level == 0)
        {
            return "You answered no to the questions on weakness in the last 2 weeks.";
        }

        var asks = numbers.ContainsKey(AsksName) ? "Please answer the questions on weakness and walking in your check-in." : "The questions on it are answered.";
        return Wording.Sentences(walking.Length > 0 ? walking : "Something in your log makes the questions on weakness worth answering.", asks, Tiers.Says(Tiers.Of(numbers)));
    }

    private sealed class Log
    {
        private readonly StandingAnswers answers;
        private readonly IReadOnlyList<Assessment> gait;
        private readonly DiaryDays diary;
        private readonly IReadOnlyList<double?> steadiness;

        public Log(History history)
        {
            answers = new StandingAnswers(history, Id, Questions, Counts);
            gait = Analysis.Run(Gait.Factor, history);
            diary = DiaryDays.Of(history);
            steadiness = history.Series(Metric.WalkingSteadinessPercent);
            var days = new FactDay[history.Count];
            int? asking = null;
            for (var day = 0; day < days.Length; day++)
            {
                asking = Asks(day) ? asking ?? day : null;
                days[day] = On(day, asking);
            }

            Days = days;
        }

        public IReadOnlyList<FactDay> Days { get; }

        private bool Asks(int day) => gait[day].Level >= 2
            || DiaryDays.Count(day, AskingDays, i => steadiness[i] < LowSteadinessPercent || diary.On<Twitch>(i).Any(twitch => twitch.IsWeak == true)) > 0;

        private FactDay On(int day, int? asking)
        {
            var open = answers.On(day);
            var answered = answers.Answered(day);
            int? unanswered = asking is { } since && !Enumerable.Range(since, day - since + 1).Any(answers.IsAnsweredOn) ? day - since : null;
            var walking = gait[day].Level;
            var evidence = AnswerWords.Evidence(
                open,
                ("answers_yes", open.Count),
                ("questions_answered_14_days", answered),
                (GaitName, walking > 0 ? walking : null),
                (Gait.BeyondName, gait[day].Evidence.TryGetValue(Gait.BeyondName, out var beyond) ? beyond : null),
                ("walking_steadiness_percent", steadiness[day]),
                (AsksName, unanswered));
            if (open.Count > 0)
            {
                var tier = open.Any(one => one.Answer.IsSudden == true) ? Tier.Emergency : Tier.Contact;
                return new FactDay { Level = 3, Tier = tier, Since = open.Min(one => one.First), Evidence = evidence };
            }

            if (walking > 0 || asking is not null)
            {
                var began = gait[day].Since is { } first ? day - (gait[day].Day.DayNumber - first.DayNumber) : day;
                return new FactDay { Level = 1, Tier = unanswered >= UnansweredDays ? Tier.Mention : Tier.None, Since = Math.Min(asking ?? day, began), Evidence = evidence };
            }

            return answered == Questions.Count
                ? new FactDay { Level = 0, Evidence = evidence }
                : FactDay.NotKnown(FormattableString.Invariant($"{answered} of {Questions.Count} questions on weakness answered in the last 2 weeks"), answers.IsStale(day), evidence);
        }
    }
}
