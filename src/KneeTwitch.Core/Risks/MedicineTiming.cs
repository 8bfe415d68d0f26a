using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Statistics;

namespace KneeTwitch.Core.Risks;

/// <summary>C14: twitching that began soon after a medicine of four classes was begun or raised, or became more frequent with it. A question for the prescriber, no more.</summary>
internal static class MedicineTiming
{
    public const int AfterStartDays = 56, ClusterGapDays = 28;

    /// <summary>Known days on each side of the start, and the longest side, for comparing rates.</summary>
    public const int SideDays = 28, LongestSideDays = 56;

    public const double RatioNeeded = 2, PNeeded = 0.05;

    /// <summary>Off after so many days without the medicine, or when it was talked about.</summary>
    public const int StoppedDays = 28;

    public const int KnownDaysNeeded = 10;

    private const string Id = "C14", DaysName = "twitching_days_after_start", RatioName = "twitch_rate_ratio", PName = "twitch_rate_p", ClassName = "medicine_classes";
    private const string BloodName = "blood_can_be_checked", MuscleName = "muscle_pain_and_dark_urine";

    private const MedicineClass Known = MedicineClass.Stimulant | MedicineClass.Diuretic | MedicineClass.AsthmaMedicine | MedicineClass.Statin;

    private static readonly HashSet<Question> MuscleQuestions = [Question.MusclePain, Question.DarkUrine];

    private static readonly (MedicineClass Class, string Name)[] Names =
    [
        (MedicineClass.Stimulant, "a stimulant"), (MedicineClass.Diuretic, "a diuretic"), (MedicineClass.AsthmaMedicine, "an asthma medicine"), (MedicineClass.Statin, "a statin"),
    ];

    public static RiskFactor Factor { get; } = new()
    {
        Id = Id,
        Key = "medicine",
        Name = "Start of a medicine",
        Version = "1",
        Looks = "Compares when a stimulant, diuretic, asthma medicine or statin was begun or raised with when twitching began.",
        Formula = FormattableString.Invariant($"On when the present cluster of twitch days (gaps under {ClusterGapDays} days) began 0 to {AfterStartDays} days after a start or rise, or the rate after is at least {RatioNeeded} times the rate before with exact p at most {PNeeded} and {SideDays} known days each side. ")
            + FormattableString.Invariant($"Off when stopped for {StoppedDays} days, or talked about."),
        EvidenceTag = "C",
        Basis = "Stimulants: a case report and labels [Paiva2022]. Diuretics with asthma medicines lower potassium [Lipworth1990] [Whyte1988]. Statins: few muscle complaints come from them, and those are pain or weakness [CTT2022].",
        CannotSee = "Medicines that were not written down, and what else changed at that time. Such timing often fits by chance.",
        Advice = [],
        Grade = (history, day, _) => history.Once(days => new Log(days)).Days[day],
        JudgesFacts = true,
        FirstSeen = history => MedicineCourses.Of(history).FirstKnown,
        Says = assessment => Wording.Of(assessment, "medicines", Pattern),
    };

    /// <summary>Whether the rates before and after a start differ enough.</summary>
    internal static bool IsMore(RateRatio? rates) => rates is { } found && SixDecimals.Of(found.Ratio) >= RatioNeeded && SixDecimals.Of(found.P) <= PNeeded;

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        if (assessment.Level == 0)
        {
            return "No twitching began soon after the start of a medicine that is looked at.";
        }

        var classes = numbers.TryGetValue(ClassName, out var known) ? (MedicineClass)(int)known : MedicineClass.None;
        var name = string.Join(" and ", Names.Where(one => (classes & one.Class) != 0).Select(one => one.Name)) is { Length: > 0 } found ? found : "a medicine";
        var began = numbers.TryGetValue(DaysName, out var days) ? $"Twitching began {Wording.Number(days)} days after {name} was begun or its dose rose." : "";
        var ratio = numbers.TryGetValue(RatioName, out var times) ? $"Twitch days were {Wording.Number(times, 1)} times as frequent after {name} was begun or its dose rose as before." : "";
        var muscle = numbers.ContainsKey(MuscleName) ? $"You answered yes to muscle pain and dark urine, and take a statin. {Tiers.Says(Tier.Emergency)}" : "";
        var chance = began.Length + ratio.Length > 0 ? "Such timing often fits by chance." : "";
        var blood = numbers.ContainsKey(BloodName) ? "Mention that potassium and magnesium in the blood can be checked." : "";
        var tier = muscle.Length > 0 ? "" : Tiers.Says(Tiers.Of(numbers));
        return Wording.Sentences(muscle, began, ratio, chance, "Ask your pharmacist or prescriber about it; do not stop or change it yourself.", blood, tier);
    }

    private sealed class Log
    {
        private readonly History history;
        private readonly TwitchDays twitches;
        private readonly DiaryDays diary;
        private readonly MedicineCourses courses;
        private readonly StandingAnswers muscle;
        private readonly IReadOnlyList<Assessment> potassium;
        private readonly Dictionary<(MedicineCourse Course, DateOnly Start), (int Since, int? After, RateRatio? Rates)> on = [];
        private readonly HashSet<(MedicineCourse Course, DateOnly Start)> done = [];
        private int? clusterFirst;
        private int? clusterLast;

        public Log(History history)
        {
            this.history = history;
            twitches = TwitchDays.Of(history);
            diary = DiaryDays.Of(history);
            courses = MedicineCourses.Of(history);
            muscle = new StandingAnswers(history, Id, MuscleQuestions);
            potassium = Analysis.Run(PotassiumIntake.Factor, history);
            Days = [.. Enumerable.Range(0, history.Count).Select(Step)];
        }

        public DayGrade[] Days { get; }

        private DayGrade Step(int day)
        {
            if (twitches.NearKnee(day) == true)
            {
                clusterFirst = clusterLast is { } last && day - last < ClusterGapDays ? clusterFirst : day;
                clusterLast = day;
            }

            var date = history.DayAt(day);
            foreach (var course in courses.All.Where(course => (course.Class & Known) != 0))
            {
                foreach (var start in course.Starts.Where(start => start <= date))
                {
                    Follow((course, start), day, date);
                }
            }

            return Judge(day, courses.ActiveOn(date));
        }

        private void Follow((MedicineCourse Course, DateOnly Start) one, int day, DateOnly date)
        {
            if (done.Contains(one))
            {
                return;
            }

            if (diary.VisitAbout(Id, day) is not null || !Enumerable.Range(0, StoppedDays).Any(ago => one.Course.IsActive(date.AddDays(-ago))))
            {
                on.Remove(one);
                done.Add(one);
            }

            if (done.Contains(one) || on.ContainsKey(one) || !one.Course.IsActive(date))
            {
                return;
            }

            var start = history.IndexOf(one.Start);
            int? after = clusterFirst is { } first && day - clusterLast < ClusterGapDays && first - start is >= 0 and <= AfterStartDays ? first - start : null;
            var rates = Rates(start, day);
            if (after is not null || IsMore(rates))
            {
                on[one] = (clusterFirst ?? day, after, IsMore(rates) ? rates : null);
            }
        }

        private RateRatio? Rates(int start, int day)
        {
            var last = Math.Min(day, start + LongestSideDays - 1);
            var (before, after) = (Side(start - LongestSideDays, start - 1), Side(start, last));
            return last == day && before.Known >= SideDays && after.Known >= SideDays ? RateRatio.Of(after.Twitched, after.Known, before.Twitched, before.Known) : null;
        }

        private (int Known, int Twitched) Side(int first, int last)
        {
            var days = Enumerable.Range(Math.Max(first, 0), Math.Max(last - Math.Max(first, 0) + 1, 0)).ToList();
            return (days.Count(day => twitches.NearKnee(day) is not null), days.Count(day => twitches.NearKnee(day) == true));
        }

        private DayGrade Judge(int day, MedicineClass active)
        {
            var classes = on.Keys.Aggregate(MedicineClass.None, (all, one) => all | (one.Course.Class & Known));
            var isMuscle = active.HasFlag(MedicineClass.Statin) && HasMusclePainAndDarkUrine(day);
            var isBlood = on.Count > 0 && active.HasFlag(MedicineClass.Diuretic) && (active.HasFlag(MedicineClass.AsthmaMedicine) || potassium[day].Level >= 2);
            var found = on.Count > 0 ? on.Values.OrderBy(one => one.Since).First() : default;
            var evidence = Evidence.Of(
                (DaysName, found.After),
                (RatioName, found.Rates is { } rates && double.IsFinite(rates.Ratio) ? rates.Ratio : null),
                (PName, found.Rates?.P),
                (ClassName, classes == MedicineClass.None ? null : (double)classes),
                (BloodName, isBlood ? 1 : null),
                (MuscleName, isMuscle ? 1 : null));
            if (isMuscle)
            {
                return new FactDay { Level = 3, Tier = Tier.Emergency, Since = muscle.On(day).Select(one => one.First).DefaultIfEmpty(day).Max(), Evidence = evidence }.Grade(day);
            }

            if (on.Count > 0)
            {
                return new FactDay { Level = 2, Tier = isBlood ? Tier.Book : Tier.Mention, Since = found.Since, Evidence = evidence }.Grade(day);
            }

            var known = DiaryDays.Count(day, SideDays, i => twitches.NearKnee(i) is not null);
            return ((active & Known) == 0 || known >= KnownDaysNeeded
                ? new FactDay { Level = 0, Evidence = evidence }
                : FactDay.NotKnown(FormattableString.Invariant($"{known} of {KnownDaysNeeded} days with a check-in on twitching in the last 4 weeks"), evidence: evidence)).Grade(day);
        }

        private bool HasMusclePainAndDarkUrine(int day) =>
            muscle.On(day).Select(one => one.Answer.Question).Distinct().Count() == MuscleQuestions.Count
            || EmergencySigns.OpenOn(history, day).Contains(Question.SevereMusclePainWithDarkUrine);
    }
}
