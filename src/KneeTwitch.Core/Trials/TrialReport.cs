using System.Globalization;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Statistics;

namespace KneeTwitch.Core.Trials;

/// <summary>What a trial has shown so far.</summary>
/// <param name="Plan">The trial.</param>
/// <param name="Weeks">Its weeks in order.</param>
/// <param name="Pairs">Pairs of which both weeks are known: twitch days without and with the strategy.</param>
public sealed record TrialReport(TrialPlan Plan, IReadOnlyList<TrialWeek> Weeks, IReadOnlyList<(int Off, int On)> Pairs)
{
    /// <summary>Worth mentioning: at least so many fewer twitch days a week, and at least this share fewer.</summary>
    public const double WorthDays = 1, WorthShare = 0.3;

    private const double ChanceAt = 0.05;

    /// <summary>Mean of off less on, twitch days a week; null without a pair.</summary>
    public double? Benefit => Pairs.Count > 0 ? Pairs.Average(pair => pair.Off - pair.On) : null;

    /// <summary>Exact, one-sided, over all flips; null with fewer than five pairs. For help texts.</summary>
    public double? P => Pairs.Count >= TrialPlan.PairsForVerdict ? SignFlip.P([.. Pairs.Select(pair => (double)pair.Off - pair.On)]) : null;

    public TrialVerdict Verdict
    {
        get
        {
            if (P is not { } p || Benefit is not { } benefit)
            {
                return TrialVerdict.CountsOnly;
            }

            var off = Pairs.Average(pair => pair.Off);
            var isWorth = SixDecimals.Of(benefit) >= WorthDays && SixDecimals.Of(benefit) >= SixDecimals.Of(WorthShare * off);
            return !isWorth ? TrialVerdict.NoDifference : p <= ChanceAt ? TrialVerdict.Fewer : TrialVerdict.CouldBeChance;
        }
    }

    /// <summary>Counts a trial's weeks.</summary>
    /// <param name="plan">The trial.</param>
    /// <param name="twitchOn">Whether a twitch was logged on a day; null without a check-in.</param>
    /// <param name="through">The last day that is over.</param>
    public static TrialReport Of(TrialPlan plan, Func<DateOnly, bool?> twitchOn, DateOnly through)
    {
        var weeks = plan.Weeks.Select((isOn, week) => Week(plan, plan.Start.AddDays(7 * week), isOn, twitchOn, through)).ToList();
        var pairs = weeks.Chunk(2)
            .Where(pair => pair.All(week => week.IsValid))
            .Select(pair => (pair.First(week => !week.IsOn).TwitchDays, pair.First(week => week.IsOn).TwitchDays));
        return new TrialReport(plan, weeks, [.. pairs]);
    }

    /// <summary>The counts alone.</summary>
    public string Counts() => Pairs.Count == 0
        ? "No pair of weeks is complete yet."
        : string.Create(
            CultureInfo.InvariantCulture,
            $"In {Pairs.Count} {(Pairs.Count == 1 ? "pair" : "pairs")} of weeks you logged {Pairs.Average(pair => pair.On):0.0} twitch days a week with it and {Pairs.Average(pair => pair.Off):0.0} without.");

    /// <summary>Counts, and as much of a verdict as they carry.</summary>
    public string Says()
    {
        if (Benefit is not { } benefit)
        {
            return Counts();
        }

        var verdict = Verdict switch
        {
            TrialVerdict.CountsOnly => string.Create(CultureInfo.InvariantCulture, $"That is too few to tell more: {TrialPlan.PairsForVerdict} pairs are needed."),
            TrialVerdict.NoDifference => "No difference worth mentioning was seen.",
            TrialVerdict.CouldBeChance => string.Create(CultureInfo.InvariantCulture, $"That is {benefit:0.0} fewer, but the order of the weeks could have done it by chance."),
            _ => string.Create(CultureInfo.InvariantCulture, $"That is {benefit:0.0} fewer."),
        };
        return $"{Counts()} {verdict} You knew which week it was, so expectation is part of this.";
    }

    private static TrialWeek Week(TrialPlan plan, DateOnly first, bool isOn, Func<DateOnly, bool?> twitchOn, DateOnly through)
    {
        var days = Enumerable.Range(plan.DropDays, 7 - plan.DropDays).Select(first.AddDays).Where(day => day <= through).Select(twitchOn).ToList();
        return new TrialWeek(first, isOn, days.Count(day => day is not null), days.Count(day => day == true), first.AddDays(6) <= through);
    }
}
