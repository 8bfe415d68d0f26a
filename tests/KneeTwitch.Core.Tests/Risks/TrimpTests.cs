using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Core.Wearers;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class TrimpTests
{
    [Theory]
    [InlineData(Sex.Male, 100.4403)]
    [InlineData(Sex.Female, 113.5168)]
    public void G03_Banister_weighs_minutes_by_the_heart_rate_reserve(Sex sex, double expected) =>
        Assert.Equal(expected, Assert.NotNull(Trimp.Banister(60, 150, 60, 190, sex)), 1e-4);

    [Fact]
    public void G03_the_maximal_heart_rate_falls_with_age() => Assert.Equal(180, Trimp.MaximalHeartRate(40), 1e-4);

    [Fact]
    public void G04_Edwards_weighs_minutes_by_zone() => Assert.Equal(170, Trimp.Edwards([5, 10, 20, 15, 5]), 1e-4);

    [Fact]
    public void The_session_rating_weighs_minutes() => Assert.Equal(240, Trimp.SessionRpe(6, 40));

    [Fact]
    public void What_is_not_known_gives_no_load()
    {
        Assert.Null(Trimp.Banister(60, 150, 60, 190, Sex.Unknown));
        Assert.Null(Trimp.Banister(60, 150, 60, 60, Sex.Male));
    }

    [Theory]
    [InlineData(50, 0)]
    [InlineData(200, 1)]
    public void The_share_of_the_reserve_stays_between_rest_and_maximum(double heartRate, double share) =>
        Assert.Equal(60 * share * 0.64 * Math.Exp(1.92 * share), Assert.NotNull(Trimp.Banister(60, heartRate, 60, 190, Sex.Male)), 1e-9);

    [Theory]
    [InlineData(Sport.Run, 1)]
    [InlineData(Sport.Walk, 1)]
    [InlineData(Sport.Cycle, 1)]
    [InlineData(Sport.LegStrength, 1)]
    [InlineData(Sport.Swim, 0.5)]
    [InlineData(Sport.Other, 0.5)]
    [InlineData(Sport.UpperBodyStrength, 0)]
    [InlineData(Sport.Wheelchair, 0)]
    public void The_legs_carry_their_part(Sport sport, double factor) => Assert.Equal(factor, LegFactor.Of(sport));
}
