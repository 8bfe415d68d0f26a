using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Tests.Diary;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class DiaryDayTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void Twitches_are_counted_and_those_near_the_knee_apart()
    {
        var day = Day(new Twitch { Place = "calf" }, new Twitch { Place = "eyelid" }, new Twitch { Place = "knee" });

        Assert.Equal((3, 2), (day?[Metric.TwitchEpisodes], day?[Metric.KneeTwitchEpisodes]));
    }

    [Fact]
    public void No_twitch_today_is_a_known_zero_and_silence_is_not()
    {
        var said = Day(new CheckIn { HasTwitched = false });

        Assert.Equal(DayState.Zero, said?.Find(Metric.KneeTwitchEpisodes)?.State);
        Assert.Null(Day(new CheckIn { Stress = 3 })?.Find(Metric.KneeTwitchEpisodes));
    }

    [Fact]
    public void Yes_without_an_episode_is_one_near_the_knee() =>
        Assert.Equal(1, Day(new CheckIn { HasTwitched = true })?[Metric.KneeTwitchEpisodes]);

    [Fact]
    public void Yes_beside_an_episode_elsewhere_is_one_near_the_knee_too()
    {
        var day = Day(new CheckIn { HasTwitched = true }, new Twitch { Place = "hand" });

        Assert.Equal((1, 1), (day?[Metric.TwitchEpisodes], day?[Metric.KneeTwitchEpisodes]));
    }

    [Fact]
    public void A_twitch_elsewhere_makes_the_zero_near_the_knee_known() =>
        Assert.Equal(DayState.Zero, Day(new Twitch { Place = "eyelid" })?.Find(Metric.KneeTwitchEpisodes)?.State);

    [Fact]
    public void What_was_rated_by_hand_counts_before_what_an_app_logged()
    {
        var build = Build.In("Europe/Berlin").Say(Metric.StressScore, Build.App, "2026-03-02 09:00", 9);

        var day = DaySummarizer.Summarize(build.Wearer, build.Trust, build.Chunks, Monday, Monday, Write.Log(Write.On("2026-03-02", new CheckIn { Stress = 4 })))[0];

        Assert.Equal((4, "Diary"), (day[Metric.StressScore], day.Find(Metric.StressScore)?.Source));
    }

    [Fact]
    public void The_worst_of_a_day_s_symptoms_counts_and_one_without_a_rating_is_there()
    {
        var day = Day(
            new Symptom { Name = "Headache", Metric = Metric.HeadacheSeverity, Severity = 2 },
            new Symptom { Name = "Headache", Metric = Metric.HeadacheSeverity, Severity = 5 },
            new Symptom { Name = "Tired", Metric = Metric.FatigueSeverity },
            new Symptom { Name = "something else", Severity = 9 });

        Assert.Equal((5, -1), (day?[Metric.HeadacheSeverity], day?[Metric.FatigueSeverity]));
    }

    [Fact]
    public void A_rest_day_said_in_the_diary_is_a_known_zero_of_load() =>
        Assert.Equal(DayState.Zero, Day(new CheckIn { Items = CheckInItems.RestDay })?.Find(Metric.LegMinutes)?.State);

    private static DaySummary? Day(params DiaryFact[] facts)
    {
        var log = Write.Log(facts.Select((fact, i) => Write.On("2026-03-02", fact, $"{i}")));
        return DaySummarizer.Summarize(Build.In("Europe/Berlin").Wearer, TrustOrder.Default, [], Monday, Monday, log).SingleOrDefault();
    }
}
