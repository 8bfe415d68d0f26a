using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;

namespace KneeTwitch.Core.Risks;

/// <summary>The twitch log by days: known to have been, known not to have been, missing.</summary>
internal sealed class TwitchDays
{
    private readonly DiaryDays diary;
    private readonly IReadOnlyList<double?> knee;
    private readonly IReadOnlyList<double?> all;

    private TwitchDays(History history)
    {
        diary = DiaryDays.Of(history);
        knee = history.Series(Metric.KneeTwitchEpisodes);
        all = history.Series(Metric.TwitchEpisodes);
    }

    public static TwitchDays Of(History history) => history.Once(days => new TwitchDays(days));

    /// <summary>Near the knee; null where the day is missing.</summary>
    public bool? NearKnee(int day) => knee[day] is { } count ? count > 0 : null;

    public bool IsKnown(int day) => all[day] is not null || knee[day] is not null;

    public bool IsAny(int day) => all[day] > 0 || knee[day] > 0;

    public IEnumerable<Twitch> On(int day) => diary.On<Twitch>(day);

    /// <summary>Days with a twitch of a leg that may be of this side, among the last days.</summary>
    /// <param name="day">Index of the day.</param>
    /// <param name="count">How many days.</param>
    /// <param name="isPlace">Which places count.</param>
    /// <param name="side">The leg; null where the side is not known, so that either fits.</param>
    public bool IsOnSide(int day, int count, Func<string?, bool> isPlace, Side? side) => DiaryDays.Count(
        day, count, i => On(i).Any(twitch => isPlace(twitch.Place) && Sides.Fits(twitch.Side, side)) || (side is null && NearKnee(i) == true)) > 0;
}
