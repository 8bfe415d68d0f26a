using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Statistics;

namespace KneeTwitch.Core.Links;

/// <summary>
/// Does twitching go with a factor? A time-stratified case-crossover every 28 days, all factors together [statistics 4]. Pure: a look depends
/// on the days up to it only, so that looking month by month and looking back are the same.
/// </summary>
public static class LinkAnalysis
{
    public const int LookEveryDays = 28, FewestDays = 84, MostDays = 168;
    public const int CheckInsNeeded = 84, EpisodeDaysNeeded = 10, FreeDaysNeeded = 10, KnownDaysNeeded = 60, StrataNeeded = 8;
    public const double SeenAt = 0.05;

    /// <summary>Every look of a history at the twitches near the knee that its days know of.</summary>
    public static IReadOnlyList<LinkLook> Run(History history) =>
        Run(history, [.. history.Series(Metric.KneeTwitchEpisodes).Select(episodes => episodes is { } count ? count > 0 : (bool?)null)]);

    /// <summary>Every look of a history, oldest first: the first one 84 days after the first known outcome.</summary>
    /// <param name="history">The wearer's days.</param>
    /// <param name="twitches">One a day of the history: whether a twitch near the knee was logged, false where a check-in says there was none, null missing.</param>
    public static IReadOnlyList<LinkLook> Run(History history, IReadOnlyList<bool?> twitches)
    {
        var looks = new List<LinkLook>();
        var start = FirstKnown(twitches);
        for (var day = start + FewestDays - 1; day < Math.Min(history.Count, twitches.Count); day += LookEveryDays)
        {
            var first = Math.Max(start, day - MostDays + 1);
            looks.Add(Look(history, twitches, first, day, looks.Count > 0 ? looks[^1] : null));
        }

        return looks;
    }

    private static LinkLook Look(History history, IReadOnlyList<bool?> twitches, int first, int last, LinkLook? before)
    {
        bool?[] outcome = [.. twitches.Skip(first).Take(last - first + 1)];
        var missing = MissingOutcome(outcome);
        var seen = Exposures.All.Select(exposure => (Exposure: exposure, Values: exposure.Over(history, first, last))).ToList();
        var judged = seen.Select(one => missing ?? MissingExposure(outcome, one.Values)).ToList();
        var eligible = seen.Where((_, i) => judged[i] is null).Select(one => one.Values).ToList();
        var scores = new Queue<(MatchedScore Score, double P)>(MaxT.Of(outcome, eligible));
        return new LinkLook(history.DayAt(last), outcome.Length,
        [
            .. seen.Select((one, i) => judged[i] is { } lack
                ? new LinkFinding { Factor = one.Exposure.Factor, Class = LinkClass.NotEnoughData, Missing = lack }
                : Finding(one.Exposure, outcome, one.Values, scores.Dequeue(), before)),
        ]);
    }

    private static LinkFinding Finding(Exposure exposure, bool?[] outcome, double?[] values, (MatchedScore Score, double P) judged, LinkLook? before)
    {
        var table = ExposedDays.Of(outcome, values);
        var ratio = MantelHaenszel.Of(table.Strata);
        return new LinkFinding
        {
            Factor = exposure.Factor,
            Class = ClassOf(exposure.Factor, judged.Score.T, judged.P, before),
            T = judged.Score.T,
            P = judged.P,
            Strata = judged.Score.Informative,
            ExposedDays = table.All.ExposedYes + table.All.ExposedNo,
            ExposedEpisodes = table.All.ExposedYes,
            OtherDays = table.All.OtherYes + table.All.OtherNo,
            OtherEpisodes = table.All.OtherYes,
            OddsRatio = ratio?.OddsRatio,
            OddsRatioLow = ratio?.Low,
            OddsRatioHigh = ratio?.High,
        };
    }

    private static LinkClass ClassOf(string factor, double t, double p, LinkLook? before)
    {
        if (p > SeenAt)
        {
            return LinkClass.None;
        }

        var earlier = before?.Findings.FirstOrDefault(finding => finding.Factor == factor && finding.Class >= LinkClass.SeenOnce);
        return earlier is not null && Math.Sign(earlier.T) == Math.Sign(t) ? LinkClass.Repeated : LinkClass.SeenOnce;
    }

    private static string? MissingOutcome(bool?[] outcome)
    {
        var (known, episodes) = (outcome.Count(day => day is not null), outcome.Count(day => day == true));
        return known < CheckInsNeeded ? FormattableString.Invariant($"{known} of {CheckInsNeeded} check-ins in the last {outcome.Length} days")
            : episodes < EpisodeDaysNeeded ? FormattableString.Invariant($"{episodes} of {EpisodeDaysNeeded} days with twitching")
            : known - episodes < FreeDaysNeeded ? FormattableString.Invariant($"{known - episodes} of {FreeDaysNeeded} days without twitching")
            : null;
    }

    private static string? MissingExposure(bool?[] outcome, double?[] values)
    {
        var known = values.Where((value, day) => value is not null && outcome[day] is not null).Count();
        if (known < KnownDaysNeeded)
        {
            return FormattableString.Invariant($"{known} of {KnownDaysNeeded} days on which it is known");
        }

        var strata = MatchedScore.Of(outcome, values).Informative;
        return strata < StrataNeeded ? FormattableString.Invariant($"{strata} of {StrataNeeded} groups of comparable days with and without twitching") : null;
    }

    private static int FirstKnown(IReadOnlyList<bool?> twitches)
    {
        for (var day = 0; day < twitches.Count; day++)
        {
            if (twitches[day] is not null)
            {
                return day;
            }
        }

        return twitches.Count;
    }
}
