using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;

namespace KneeTwitch.Core.Risks;

/// <summary>RF5: severe cramps and spasms with the twitching.</summary>
internal static class SevereCramps
{
    public const double SevereFrom = 7, SevereMinutes = 10, AloneFrom = 9;
    public const int Window = 14, FlagDays = 3, WatchDays = 2, TwitchWithinDays = 7, ClearDays = 28, CheckInsNeeded = 16;

    private const string Id = "RF5", DaysName = "severe_cramp_days_14", WorstName = "worst_cramp_14_days";

    public static RiskFactor Factor { get; } = new()
    {
        Id = Id,
        Key = "cramps",
        Name = "Severe cramps",
        Version = "1",
        Looks = "Counts days with a severe cramp or spasm near days with twitching.",
        Formula = FormattableString.Invariant($"A day is severe from {SevereFrom} of 10, {SevereMinutes} minutes, or a cramp that woke you. {FlagDays} severe days in {Window} with a twitch within {TwitchWithinDays} days, or one cramp of {AloneFrom}: a flag; {WatchDays} days: watch. Ends after {ClearDays} days without, {CheckInsNeeded} of them with a check-in."),
        EvidenceTag = "B to C",
        Basis = "Cramps are among the signs that guidance lists [NICE-NG42]. The numbers are engineering choices.",
        CannotSee = "Cramps that were not logged.",
        Advice = [],
        Grade = (history, day, _) => RedFlags.Grade(history, day, Id),
        JudgesFacts = true,
        FirstSeen = history => DiaryDays.Of(history) is var diary ? diary.First(day => diary.CheckInOn(day) is not null || diary.On<Cramp>(day).Any()) : null,
        Says = assessment => Wording.Of(assessment, "cramps", Pattern),
    };

    public static IReadOnlyList<FactDay> Of(History history) => history.Once(days => new Log(days)).Days;

    internal static bool IsSevere(Cramp cramp) => cramp.Severity >= SevereFrom || cramp.Minutes >= SevereMinutes || cramp.WokeUp == true;

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var days = numbers.TryGetValue(DaysName, out var count) ? $"Severe cramps were logged on {Wording.Number(count)} of the last {Window} days." : "Days with severe cramps are counted.";
        var worst = numbers.TryGetValue(WorstName, out var severity) ? $"The worst was rated {Wording.Number(severity)} of 10." : "";
        return assessment.Level < 2
            ? Wording.Sentences(days, worst)
            : Wording.Sentences(days, worst, RedFlags.Together(numbers), Tiers.Says(Tiers.Of(numbers)));
    }

    private sealed class Log
    {
        private readonly DiaryDays diary;
        private readonly TwitchDays twitches;
        private readonly bool[] isSevere;
        private readonly double?[] worst;

        public Log(History history)
        {
            diary = DiaryDays.Of(history);
            twitches = TwitchDays.Of(history);
            worst = new double?[history.Count];
            isSevere = new bool[history.Count];
            var days = new FactDay[history.Count];
            int? since = null;
            for (var day = 0; day < days.Length; day++)
            {
                var cramps = diary.On<Cramp>(day).ToList();
                isSevere[day] = cramps.Exists(IsSevere);
                worst[day] = cramps.Max(cramp => cramp.Severity);
                (days[day], since) = Step(day, since);
            }

            Days = days;
        }

        public IReadOnlyList<FactDay> Days { get; }

        private (FactDay Day, int? Since) Step(int day, int? since)
        {
            var severe = Enumerable.Range(Math.Max(day - Window + 1, 0), Math.Min(Window, day + 1)).Where(i => isSevere[i]).ToList();
            var checkIns = diary.CheckIns(day, ClearDays);
            if (worst[day] >= AloneFrom || (severe.Count >= FlagDays && severe.Exists(i => IsTwitchAround(i, day))))
            {
                since ??= severe.Count > 0 ? severe[0] : day;
            }
            else if (checkIns >= CheckInsNeeded && DiaryDays.Count(day, ClearDays, i => isSevere[i]) == 0)
            {
                since = null;
            }

            var evidence = Evidence.Of((DaysName, severe.Count), (WorstName, Windows.Last(worst, day, Window) is { Count: > 0 } rated ? rated.Max() : null), ("check_ins_28_days", checkIns));
            var missing = checkIns < CheckInsNeeded ? FormattableString.Invariant($"{checkIns} of {CheckInsNeeded} check-ins in the last 4 weeks") : null;
            if (since is { } began)
            {
                return (new FactDay { Level = 2, Tier = Tier.Book, Since = began, Missing = severe.Count == 0 ? missing : null, Evidence = evidence }, since);
            }

            return (severe.Count >= WatchDays ? new FactDay { Level = 1, Since = severe[0], Evidence = evidence }
                : missing is null ? new FactDay { Level = 0, Evidence = evidence }
                : FactDay.NotKnown(missing, checkIns == 0, evidence), since);
        }

        private bool IsTwitchAround(int severe, int day) =>
            DiaryDays.Count(Math.Min(severe + TwitchWithinDays, day), Math.Min(severe + TwitchWithinDays, day) - severe + TwitchWithinDays + 1, twitches.IsAny) > 0;
    }
}
