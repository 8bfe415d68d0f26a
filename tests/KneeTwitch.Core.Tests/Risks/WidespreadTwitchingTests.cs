using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class WidespreadTwitchingTests
{
    [Theory]
    [InlineData("calf hand chest", 2, Tier.Mention)]
    [InlineData("calf hand", 1, Tier.None)]
    [InlineData("calf thigh foot", 0, Tier.None)]
    [InlineData("calf hand eyelid", 1, Tier.None)]
    [InlineData("tongue", 2, Tier.Book)]
    [InlineData("jaw", 2, Tier.Book)]
    [InlineData("face", 0, Tier.None)]
    public void Regions_with_two_days_count(string places, int level, Tier tier)
    {
        var day = Days(Make.Diary(14, [.. CheckIns(14), .. On(3, places), .. On(9, places)]))[^1];

        Assert.Equal((level, tier), (day.Level, Tiers.Of(day.Evidence)));
    }

    [Fact]
    public void One_day_is_not_enough() => Assert.Equal(0, Days(Make.Diary(14, [.. CheckIns(14), .. On(9, "calf hand chest tongue")]))[^1].Level);

    [Fact]
    public void Yes_without_an_episode_is_of_a_leg()
    {
        var day = Days(Make.Diary(4, [.. Make.TwitchLog("1111"), .. On(1, "hand"), .. On(2, "hand")]))[^1];

        Assert.Equal((1, 2), (day.Level, day.Evidence["twitch_regions_14_days"]));
    }

    [Theory]
    [InlineData(8, 0)]
    [InlineData(7, 2)]
    public void It_ends_with_one_region_in_two_weeks_that_are_known(int checkIns, int level)
    {
        var history = Make.Diary(24, [.. On(1, "calf hand chest"), .. On(2, "calf hand chest"), .. CheckIns(checkIns, 24 - checkIns)]);

        Assert.Equal((2, level), (Days(history)[2].Level, Days(history)[^1].Level));
    }

    [Fact]
    public void The_words_stay_calm()
    {
        var says = WidespreadTwitching.Factor.Says(Days(Make.Diary(14, [.. CheckIns(14), .. On(3, "calf hand chest"), .. On(9, "calf hand chest")]))[^1]);

        Assert.StartsWith("Twitches were logged in 3 of 4 regions of the body on 2 or more of the last 14 days. Mention it at your next routine contact", says, StringComparison.Ordinal);
        Assert.Contains(Tiers.BaseRates, says);
    }

    private static IEnumerable<(int Day, DiaryFact What)> CheckIns(int count, int first = 0) => Make.TwitchLog(new string('0', count), first);

    private static IEnumerable<(int Day, DiaryFact What)> On(int day, string places) => places.Split(' ').Select(place => (day, (DiaryFact)new Twitch { Place = place }));

    private static IReadOnlyList<Assessment> Days(History history) => Analysis.Run(WidespreadTwitching.Factor, history);
}
