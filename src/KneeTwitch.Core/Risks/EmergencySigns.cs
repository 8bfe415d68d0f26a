using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>RF0: answers that ask for help now. Any single yes, at once; its alert stays open until the wearer has seen it.</summary>
internal static class EmergencySigns
{
    /// <summary>The ledger names a yes for four weeks, or until a no or a visit; the alert waits to be seen, however long.</summary>
    public const int LastsDays = 28;

    private const string Id = "RF0";

    private static readonly HashSet<Question> Questions =
    [
        Question.SuddenOneSidedWeakness, Question.FaceDroop, Question.SpeechOrSwallowingTrouble, Question.Breathlessness, Question.ChestPain, Question.Fainting,
        Question.RacingIrregularHeartbeat, Question.SaddleNumbness, Question.NewBladderOrBowelTrouble, Question.SuddenFootDrop, Question.SevereMusclePainWithDarkUrine,
    ];

    public static RiskFactor Factor { get; } = new()
    {
        Id = Id,
        Key = "emergency-signs",
        Name = "Sudden signs",
        Version = "1",
        Looks = "Asks whether anything came on suddenly that needs help now.",
        Formula = FormattableString.Invariant($"Any single yes to one of {Questions.Count} questions, at once. Shown until it is seen."),
        EvidenceTag = "B",
        Basis = "Public-health text on sudden signs [CES] [NICE-NG127].",
        CannotSee = "Anything you were not asked or did not answer. Nothing is measured, and nobody is called.",
        Advice = [],
        Grade = (history, day, _) => history.Once(days => new Log(days)).On(day).Grade(day),
        JudgesFacts = true,
        StaysUntilSeen = true,
        FirstSeen = history => StandingAnswers.FirstAnswer(history, Questions),
        Says = assessment => Wording.Of(assessment, "sudden signs", Pattern),
    };

    /// <summary>The questions that stand on a day.</summary>
    public static IEnumerable<Question> OpenOn(History history, int day) => history.Once(days => new Log(days)).Answers.On(day).Select(one => one.Answer.Question);

    private static string Pattern(Assessment assessment) => assessment.Level == 0
        ? "You answered no to all questions on sudden signs in the last 2 weeks."
        : Wording.Sentences(AnswerWords.Answered(assessment.Evidence), Tiers.Says(Tier.Emergency));

    private sealed class Log(History history)
    {
        public StandingAnswers Answers { get; } = new(history, Id, Questions, isOver: (diary, one, day) => day - one.Last >= LastsDays || StandingAnswers.IsTakenBack(diary, one, day));

        public FactDay On(int day)
        {
            var open = Answers.On(day);
            var answered = Answers.Answered(day);
            var evidence = AnswerWords.Evidence(open, ("answers_yes", open.Count), ("questions_answered_14_days", answered));
            if (open.Count > 0)
            {
                return new FactDay { Level = 3, Tier = Tier.Emergency, Since = open.Min(one => one.First), Evidence = evidence };
            }

            return answered == Questions.Count
                ? new FactDay { Level = 0, Evidence = evidence }
                : FactDay.NotKnown(FormattableString.Invariant($"{answered} of {Questions.Count} questions on sudden signs answered in the last 2 weeks"), Answers.IsStale(day), evidence);
        }
    }
}
