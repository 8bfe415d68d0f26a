using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>The false-alert budget over lives in which nothing changes [statistics 3.6]. Numbers and how to run the long table: README.md.</summary>
public sealed class FalseAlertBudgetTests(BudgetLives lives) : IClassFixture<BudgetLives>
{
    [Fact]
    public void A_typical_life_is_flagged_less_than_once_a_year() => Assert.InRange(lives.TypicalRate(), 0.01, BudgetLives.TypicalLimit);

    [Fact]
    public void An_adverse_life_is_flagged_hardly_more_than_once_a_quarter() => Assert.InRange(lives.AdverseRate(), 0.1, BudgetLives.AdverseLimit);

    [Fact]
    public void Sleep_length_without_the_mean_of_the_week_breaks_the_budget() =>
        Assert.True(lives.TypicalRate(Loosened.SleepWithoutWeekMean) > BudgetLives.TypicalLimit);

    [Fact]
    public void Training_load_with_a_weak_partner_breaks_the_budget() =>
        Assert.True(lives.TypicalRate(Loosened.LoadWithWeakPartner) > BudgetLives.TypicalLimit);

    [Fact]
    public void Recovery_with_half_steps_breaks_the_budget() =>
        Assert.True(lives.TypicalRate(Loosened.RecoveryWithHalfSteps) > BudgetLives.TypicalLimit);

    [Fact]
    public void The_adverse_budget_breaks_as_well() => Assert.True(lives.AdverseRate(Loosened.SleepWithoutWeekMean) > BudgetLives.AdverseLimit);

    [Fact]
    public void The_ladder_holds_where_days_resemble_each_other()
    {
        Assert.InRange(LadderLives.Rate(phi: 0.5, users: 150, Ladder.Grade, seed: 1), 0, 0.08);
        Assert.True(LadderLives.Rate(phi: 0.5, users: 150, (z, _) => z >= 1.0 ? 2 : z >= 0.5 ? 1 : 0, seed: 1) > 0.08);
    }
}
