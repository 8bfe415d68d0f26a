using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class SevereCrampsTests
{
    [Theory]
    [InlineData(7.0, null, null, true)]
    [InlineData(6.9, 9.9, false, false)]
    [InlineData(null, 10.0, null, true)]
    [InlineData(null, null, true, true)]
    [InlineData(null, null, null, false)]
    public void Severity_length_or_waking_make_a_day_severe(double? severity, double? minutes, bool? wokeUp, bool isSevere) =>
        Assert.Equal(isSevere, SevereCramps.IsSevere(new Cramp { Severity = severity, Minutes = minutes, WokeUp = wokeUp }));

    [Theory]
    [InlineData("1 5 14", 2)]
    [InlineData("1 5", 1)]
    [InlineData("0 5 14", 1)]
    public void Three_severe_days_in_two_weeks_with_a_twitch_near_are_a_flag(string cramps, int level) =>
        Assert.Equal(level, Days(Make.Diary(15, [.. On(cramps), (7, new CheckIn { HasTwitched = true })]))[^1].Level);

    [Theory]
    [InlineData(20, 2)]
    [InlineData(21, 1)]
    public void A_twitch_within_a_week_of_one_of_them_is_needed(int twitch, int level) =>
        Assert.Equal(level, Days(Make.Diary(22, [.. On("8 10 13"), (twitch, new CheckIn { HasTwitched = true })]))[21].Level);

    [Fact]
    public void One_cramp_of_nine_is_enough()
    {
        var day = Days(Make.Diary(1, (0, new Cramp { Severity = 9 })))[0];

        Assert.Equal((2, Tier.Book), (day.Level, Tiers.Of(day.Evidence)));
    }

    [Theory]
    [InlineData(16, 28, 0)]
    [InlineData(16, 27, 2)]
    [InlineData(15, 28, 2)]
    public void It_ends_after_four_weeks_without_if_they_were_said(int checkIns, int day, int level) =>
        Assert.Equal(level, Days(Make.Diary(29, [(0, new Cramp { Severity = 9 }), .. Enumerable.Range(1, checkIns).Select(i => (i, (DiaryFact)new CheckIn { Stress = 2 }))]))[day].Level);

    [Fact]
    public void Cramps_and_weakness_together_are_a_reason_for_today_or_tomorrow()
    {
        var history = Make.Diary(20, (0, new Cramp { Severity = 9 }), (19, Make.Yes(Question.Tripping)));

        Assert.Equal((Tier.Book, Tier.Contact), (Tiers.Of(Days(history)[18].Evidence), Tiers.Of(Days(history)[19].Evidence)));
        Assert.Equal((2, 3), (Days(history)[18].Level, Days(history)[19].Level));
    }

    private static IEnumerable<(int Day, DiaryFact What)> On(string days) =>
        days.Split(' ').Select(day => (int.Parse(day, System.Globalization.CultureInfo.InvariantCulture), (DiaryFact)new Cramp { Severity = 7 }));

    private static IReadOnlyList<Assessment> Days(History history) => Analysis.Run(SevereCramps.Factor, history);
}
