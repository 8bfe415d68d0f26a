using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class NicotineUseTests
{
    private static readonly RiskFactor Rule = NicotineUse.Factor;

    [Fact]
    public void G21_a_rise_above_the_usual_is_a_flag()
    {
        var isRise = NicotineUse.IsRise(8, new Baseline(56, 2, 0.5, 1, 0));

        Assert.True(isRise);
        Assert.Equal(2, NicotineUse.GradeOf(8, isRise));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.5, 1)]
    [InlineData(9.9, 1)]
    [InlineData(10, 2)]
    [InlineData(40, 2)]
    public void A_day_is_graded_by_units_and_there_is_no_grade_3(double units, int grade) => Assert.Equal(grade, NicotineUse.GradeOf(units, isRise: false));

    [Fact]
    public void A_day_without_a_log_or_an_answer_is_missing() =>
        Assert.Null(NicotineUse.Grade(Make.History((Metric.NicotineUnits, [null]), (Metric.Steps, [1])), 0, 0).Grade);

    [Theory]
    [InlineData(7.9, true)]
    [InlineData(8, false)]
    public void Below_eight_units_a_day_is_clean(double units, bool isClean) =>
        Assert.Equal(isClean, NicotineUse.Grade(Make.History((Metric.NicotineUnits, [units])), 0, 0).IsClean);

    [Fact]
    public void Cutting_down_to_half_is_said_for_four_weeks()
    {
        var days = Analysis.Run(Rule, Make.History((Metric.NicotineUnits, Make.Days(180, day => day < 90 ? 12 : 5))));

        Assert.DoesNotContain("cutting down", Rule.Says(days[89]));
        Assert.Contains("cutting down", Rule.Says(days[97]));
        Assert.DoesNotContain("cutting down", Rule.Says(days[179]));
    }

    [Fact]
    public void The_card_states_that_no_study_was_found()
    {
        var days = Analysis.Run(Rule, Make.History((Metric.NicotineUnits, Make.Days(14, 12))));

        Assert.Equal(2, days[^1].Level);
        Assert.Contains("No study was found", Rule.Says(days[^1]));
    }

    [Fact]
    public void A_week_without_is_said_in_words()
    {
        var days = Analysis.Run(Rule, Make.History((Metric.NicotineUnits, Make.Days(14, 0))));

        Assert.Equal("You logged no nicotine in the last week.", Rule.Says(days[^1]));
    }
}
