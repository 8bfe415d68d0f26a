using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Statistics;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class LocalStrainTests
{
    [Theory]
    [InlineData(3, true, true, 2)]
    [InlineData(3, true, false, 1)]
    [InlineData(3, false, true, 0)]
    [InlineData(2, true, true, 1)]
    [InlineData(1.9, true, true, 0)]
    [InlineData(4, false, false, 1)]
    [InlineData(5, false, false, 2)]
    [InlineData(7, false, false, 3)]
    public void Golden_example_21_soreness_injury_and_twitches_make_the_grade(double soreness, bool isInjured, bool hasTwitched, int grade) =>
        Assert.Equal(grade, LocalStrain.GradeOf(soreness, isInjured, hasTwitched));

    [Fact]
    public void Golden_example_32_eight_of_nine_on_one_side() => Assert.Equal(0.0195, Binomial.AtLeast(8, 9, 0.5), 1e-4);

    [Theory]
    [InlineData(Side.Left, Side.Left, 2)]
    [InlineData(Side.Left, Side.Right, 1)]
    [InlineData(Side.Right, Side.Left, 0)]
    [InlineData(Side.Left, null, 1)]
    [InlineData(Side.Both, Side.Both, 2)]
    [InlineData(null, Side.Left, 2)]
    public void Injury_and_twitch_must_be_of_the_sore_leg(Side? injured, Side? twitched, int grade)
    {
        var history = Sore(
            left: 3,
            days: 8,
            (0, new Injury { Side = injured }),
            (3, new Twitch { Place = "calf", Side = twitched }));

        Assert.Equal(grade, Analysis.Run(LocalStrain.Factor, history)[7].Grade);
    }

    [Fact]
    public void A_twitch_of_the_week_before_last_no_longer_counts() =>
        Assert.Equal(1, Analysis.Run(LocalStrain.Factor, Sore(3, 9, (0, new Injury { Side = Side.Left }), (1, new Twitch { Place = "calf", Side = Side.Left })))[8].Grade);

    [Theory]
    [InlineData(84, 1, false)]
    [InlineData(85, 0, true)]
    public void An_injury_counts_for_twelve_weeks(int day, int grade, bool isClean)
    {
        var last = Analysis.Run(LocalStrain.Factor, Sore(2, day + 1, (0, new Injury { Side = Side.Left })))[day];

        Assert.Equal((grade, isClean), (last.Grade, last.IsClean));
    }

    [Fact]
    public void An_injury_that_stays_open_is_to_be_looked_at() =>
        Assert.Contains("Have this looked at.", LocalStrain.Factor.Says(Analysis.Run(LocalStrain.Factor, Sore(2, 86, (0, new Injury { Side = Side.Left })))[85]));

    [Fact]
    public void A_healed_injury_is_over_on_the_day_it_healed()
    {
        var days = Analysis.Run(LocalStrain.Factor, Sore(2, 6, (0, new Injury { Side = Side.Left, HealedOn = Make.FirstDay.AddDays(4) })));

        Assert.Equal((1, 0), (days[3].Grade, days[4].Grade));
    }

    [Fact]
    public void A_leg_that_was_not_rated_is_missing() =>
        Assert.Null(Analysis.Run(LocalStrain.Factor, Make.Diary(1, (0, new CheckIn { Stress = 3 }), (0, new Injury())))[0].Grade);

    [Fact]
    public void With_complete_data_a_flag_appears_on_day_12()
    {
        var days = Analysis.Run(LocalStrain.Factor, Make.History((Metric.SorenessLeftScore, Make.Days(14, 5))));

        Assert.Equal("00001111111222", string.Concat(days.Select(day => day.Level)));
        Assert.StartsWith("You rated the left leg 5 of 10", LocalStrain.Factor.Says(days[^1]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sides_of_twitches_are_shown_as_a_count()
    {
        var twitches = Enumerable.Range(10, 9).Select(day => (day, (DiaryFact)new Twitch { Place = "knee", Side = day == 12 ? Side.Right : Side.Left }));
        var day = Analysis.Run(LocalStrain.Factor, Sore(3, 20, [(0, new Injury { Side = Side.Left }), .. twitches]))[^1];

        Assert.Equal(0.0195, day.Evidence["injured_side_p"], 1e-4);
        Assert.Contains("8 of 9 twitches near the knee in 4 weeks were on the injured side.", LocalStrain.Factor.Says(day));
        Assert.DoesNotContain("0.0", LocalStrain.Factor.Says(day));
    }

    [Fact]
    public void A_hot_swollen_calf_speaks_at_once_without_any_pattern()
    {
        var day = Analysis.Run(LocalStrain.Factor, Make.Diary(1, (0, Make.Yes(Question.HotSwollenCalfOrJoint))))[0];

        Assert.Equal((3, Tier.Contact, "raise"), (day.Level, Tiers.Of(day.Evidence), day.Reason));
        Assert.Contains("a hot, swollen calf or joint", LocalStrain.Factor.Says(day));
    }

    private static History Sore(double left, int days, params (int Day, DiaryFact What)[] written) =>
        Make.Diary(Make.Wearer(), days, written, (Metric.SorenessLeftScore, Make.Days(days, left)));
}
