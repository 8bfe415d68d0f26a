using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>RF4: in how many regions of the body twitches were logged. Calm by itself: many places are usual where twitching is harmless, too.</summary>
internal static class WidespreadTwitching
{
    public const int Window = 14, DaysOfRegion = 2, FlagRegions = 3, WatchRegions = 2, TongueDays = 2, ClearRegions = 1, CheckInsNeeded = 8;

    private const string Id = "RF4", RegionsName = "twitch_regions_14_days", TongueName = "tongue_or_jaw_days_14";

    public static RiskFactor Factor { get; } = new()
    {
        Id = Id,
        Key = "widespread",
        Name = "Twitching in many places",
        Version = "1",
        Looks = "Counts the regions of the body with logged twitches: head and neck (eyelids left out), arms, trunk, legs.",
        Formula = FormattableString.Invariant($"A region counts with {DaysOfRegion} days in {Window}. {FlagRegions} regions, or tongue or jaw on {TongueDays} days: a flag; {WatchRegions}: watch. Ends with at most {ClearRegions} region in {Window} days, {CheckInsNeeded} of them known."),
        EvidenceTag = "C",
        Basis = "Twitches in many places are usual in harmless cases as well [Blexrud1993]. The counts are engineering choices.",
        CannotSee = "Twitches without a place, and those that were not logged.",
        Advice = [],
        Grade = (history, day, _) => RedFlags.Grade(history, day, Id),
        JudgesFacts = true,
        FirstSeen = history => Seen.First(history, Metric.TwitchEpisodes),
        Says = assessment => Wording.Of(assessment, "twitching", Pattern),
    };

    public static IReadOnlyList<FactDay> Of(History history) => history.Once(days => new Log(days)).Days;

    private static string Pattern(Assessment assessment)
    {
        var numbers = assessment.Evidence;
        var regions = numbers.TryGetValue(RegionsName, out var count) ? $"Twitches were logged in {Wording.Number(count)} of 4 regions of the body on {DaysOfRegion} or more of the last {Window} days." : "Regions of the body with twitches are counted.";
        var tongue = numbers.TryGetValue(TongueName, out var days) && days >= TongueDays ? $"The tongue or jaw was named on {Wording.Number(days)} days." : "";
        return assessment.Level < 2
            ? Wording.Sentences(regions, tongue)
            : Wording.Sentences(regions, tongue, RedFlags.Together(numbers), Tiers.Says(Tiers.Of(numbers)), Tiers.BaseRates);
    }

    private sealed class Log
    {
        private readonly TwitchDays twitches;
        private readonly HashSet<Region>[] regions;
        private readonly bool[] isTongue;

        public Log(History history)
        {
            twitches = TwitchDays.Of(history);
            regions = new HashSet<Region>[history.Count];
            isTongue = new bool[history.Count];
            var days = new FactDay[history.Count];
            int? since = null;
            for (var day = 0; day < days.Length; day++)
            {
                var said = twitches.On(day).ToList();
                regions[day] = [.. said.Select(twitch => Places.RegionOf(twitch.Place)).OfType<Region>()];
                isTongue[day] = said.Exists(twitch => Places.IsTongueOrJaw(twitch.Place));
                if (twitches.NearKnee(day) == true)
                {
                    regions[day].Add(Region.Legs);
                }

                (days[day], since) = Step(day, since);
            }

            Days = days;
        }

        public IReadOnlyList<FactDay> Days { get; }

        private (FactDay Day, int? Since) Step(int day, int? since)
        {
            var counting = Enum.GetValues<Region>().Where(region => DiaryDays.Count(day, Window, i => regions[i].Contains(region)) >= DaysOfRegion).ToList();
            var tongue = DiaryDays.Count(day, Window, i => isTongue[i]);
            var known = DiaryDays.Count(day, Window, twitches.IsKnown);
            var evidence = Evidence.Of((RegionsName, counting.Count), (TongueName, tongue), ("days_known_14", known));
            var missing = known < CheckInsNeeded ? FormattableString.Invariant($"{known} of {CheckInsNeeded} days with a check-in on twitching in the last 2 weeks") : null;
            if (counting.Count >= FlagRegions || tongue >= TongueDays)
            {
                since ??= FirstOf(day);
            }
            else if (counting.Count <= ClearRegions && missing is null)
            {
                since = null;
            }

            if (since is { } began)
            {
                return (new FactDay { Level = 2, Tier = tongue >= TongueDays ? Tier.Book : Tier.Mention, Since = began, Missing = missing, Evidence = evidence }, since);
            }

            return (counting.Count >= WatchRegions ? new FactDay { Level = 1, Since = FirstOf(day), Evidence = evidence }
                : missing is null ? new FactDay { Level = 0, Evidence = evidence }
                : FactDay.NotKnown(missing, DiaryDays.Count(day, 28, twitches.IsKnown) == 0, evidence), since);
        }

        /// <summary>The first day of the window with a twitch that counts.</summary>
        private int FirstOf(int day) => Enumerable.Range(Math.Max(day - Window + 1, 0), Math.Min(Window, day + 1)).FirstOrDefault(i => regions[i].Count > 0, day);
    }
}
