using System.Globalization;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Links;

/// <summary>
/// All looks of a history and what is missing for the next. Nothing of it is stored: "seen once" and "repeated" follow from the looks before,
/// which follow from the days.
/// </summary>
/// <param name="FirstDay">The first day of which it is known whether there was a twitch; null where there is none.</param>
/// <param name="KnownDays">Days since of which it is known.</param>
/// <param name="EpisodeDays">Days among them with a twitch near the knee.</param>
/// <param name="NextLook">The last day of the next look; null before the first known day.</param>
/// <param name="Looks">Oldest first.</param>
public sealed record LinkReport(DateOnly? FirstDay, int KnownDays, int EpisodeDays, DateOnly? NextLook, IReadOnlyList<LinkLook> Looks)
{
    /// <summary>Of a wearer of whom nothing is known.</summary>
    public static LinkReport Empty { get; } = new(null, 0, 0, null, []);

    /// <summary>The newest look, or null before there was one.</summary>
    public LinkLook? Last => Looks.Count > 0 ? Looks[^1] : null;

    public static LinkReport Of(History history)
    {
        var episodes = history.Series(Metric.KneeTwitchEpisodes);
        var first = Enumerable.Range(0, episodes.Count).FirstOrDefault(day => episodes[day] is not null, -1);
        if (first < 0)
        {
            return Empty;
        }

        var looks = LinkAnalysis.Run(history);
        var next = looks.Count > 0 ? looks[^1].Day.AddDays(LinkAnalysis.LookEveryDays) : history.DayAt(first).AddDays(LinkAnalysis.FewestDays - 1);
        return new LinkReport(history.DayAt(first), episodes.Count(count => count is not null), episodes.Count(count => count > 0), next, looks);
    }

    /// <summary>What is known so far, what is needed, and when the next look is, in sentences.</summary>
    public string Says()
    {
        if (FirstDay is not { } first || NextLook is not { } next)
        {
            return "No day says yet whether there was a twitch. Log twitches and, on days without one, that there was none: a day without either is not counted as free. "
                + Needs();
        }

        var known = string.Create(CultureInfo.InvariantCulture,
            $"Since {first:d MMMM yyyy} it is known of {KnownDays} days whether there was a twitch near the knee, and {EpisodeDays} of them had one.");
        var look = string.Create(CultureInfo.InvariantCulture, $"{(Looks.Count > 0 ? "The next look" : "The first look")} is at the days up to {next:d MMMM yyyy}.");
        return Looks.Count > 0 ? $"{known} {look}" : $"{known} {look} {Needs()}";
    }

    private static string Needs() => string.Create(
        CultureInfo.InvariantCulture,
        $"A look needs {LinkAnalysis.CheckInsNeeded} such days within {LinkAnalysis.MostDays / 7} weeks, {LinkAnalysis.EpisodeDaysNeeded} of them with and {LinkAnalysis.FreeDaysNeeded} without twitching, and a factor that is known on {LinkAnalysis.KnownDaysNeeded} of them.");
}
