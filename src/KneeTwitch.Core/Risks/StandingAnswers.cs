using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>
/// Which answers of a rule's questions stand on each day: from a yes on, until a visit is reported or enough says no. Silence takes nothing back.
/// </summary>
internal sealed class StandingAnswers
{
    /// <summary>A yes is taken back by four weeks without it, on at least this many days of which the question was answered with no.</summary>
    public const int DaysOfNo = 28, NoAnswersNeeded = 16;

    /// <summary>How far back answers count as known.</summary>
    public const int KnownDays = 14;

    private static readonly IReadOnlyList<OpenAnswer> None = [];

    private readonly DiaryDays diary;
    private readonly IReadOnlySet<Question> questions;
    private readonly IReadOnlyList<OpenAnswer>[] open;

    /// <param name="history">The wearer's days.</param>
    /// <param name="rule">The rule that visits have to be about.</param>
    /// <param name="questions">Its questions.</param>
    /// <param name="counts">Whether a yes counts at all.</param>
    /// <param name="isOver">Whether an answer is over on a day without a visit; null for <see cref="DaysOfNo"/>.</param>
    public StandingAnswers(History history, string rule, IReadOnlySet<Question> questions, Func<Answer, bool>? counts = null, Func<DiaryDays, OpenAnswer, int, bool>? isOver = null)
    {
        diary = DiaryDays.Of(history);
        this.questions = questions;
        open = new IReadOnlyList<OpenAnswer>[history.Count];
        var standing = None;
        for (var day = 0; day < open.Length; day++)
        {
            standing = Step(standing, day, rule, counts ?? (_ => true), isOver ?? IsOver);
            open[day] = standing;
        }
    }

    /// <summary>What stands on a day.</summary>
    public IReadOnlyList<OpenAnswer> On(int day) => open[day];

    /// <summary>How many of the questions were answered in the last two weeks.</summary>
    public int Answered(int day) => AnsweredIn(day, KnownDays);

    /// <summary>Whether none of the questions was answered in the last four weeks.</summary>
    public bool IsStale(int day) => AnsweredIn(day, DaysOfNo) == 0;

    /// <summary>Whether any of them was answered on a day.</summary>
    public bool IsAnsweredOn(int day) => diary.AnswersOn(day).Any(answer => questions.Contains(answer.Question));

    /// <summary>The first day on which any of them was answered.</summary>
    public static int? FirstAnswer(History history, IReadOnlySet<Question> questions)
    {
        var diary = DiaryDays.Of(history);
        return diary.First(day => diary.AnswersOn(day).Any(answer => questions.Contains(answer.Question)));
    }

    /// <summary>Whether a later no takes a yes back.</summary>
    public static bool IsTakenBack(DiaryDays diary, OpenAnswer answer, int day) => day > answer.Last && SaysNo(diary, answer.Answer, day);

    private int AnsweredIn(int day, int days)
    {
        var answered = new HashSet<Question>();
        for (var i = Math.Max(day - days + 1, 0); i <= day; i++)
        {
            answered.UnionWith(diary.AnswersOn(i).Select(answer => answer.Question).Where(questions.Contains));
        }

        return answered.Count;
    }

    private IReadOnlyList<OpenAnswer> Step(IReadOnlyList<OpenAnswer> before, int day, string rule, Func<Answer, bool> counts, Func<DiaryDays, OpenAnswer, int, bool> isOver)
    {
        var yes = diary.AnswersOn(day).Where(answer => answer.IsYes && questions.Contains(answer.Question) && counts(answer)).ToList();
        if (before.Count == 0 && yes.Count == 0)
        {
            return None;
        }

        var said = diary.CheckedInAt(day);
        List<OpenAnswer> now = [.. before.Where(old => !yes.Exists(answer => IsSame(answer, old.Answer)))];
        now.AddRange(yes.Select(answer => new OpenAnswer(answer, before.FirstOrDefault(old => IsSame(answer, old.Answer))?.First ?? day, day, said)));
        var visit = diary.VisitAbout(rule, day);
        now.RemoveAll(one => (visit is { } seen && (one.Last < day || one.Said < seen)) || isOver(diary, one, day));
        return now.Count == 0 ? None : now;
    }

    private static bool IsOver(DiaryDays diary, OpenAnswer answer, int day) =>
        day - answer.Last >= DaysOfNo && DiaryDays.Count(day, DaysOfNo, i => SaysNo(diary, answer.Answer, i)) >= NoAnswersNeeded;

    private static bool SaysNo(DiaryDays diary, Answer of, int day) =>
        diary.AnswersOn(day).Any(answer => !answer.IsYes && answer.Question == of.Question && (answer.Side is null || answer.Side == of.Side || answer.Side == Side.Both));

    private static bool IsSame(Answer a, Answer b) => (a.Question, a.Side) == (b.Question, b.Side);
}
