using CsCheck;
using KneeTwitch.Core.Statistics;
using Xunit;

namespace KneeTwitch.Core.Tests.Statistics;

public class ExactTests
{
    [Fact]
    public void G29_the_odds_ratio_over_strata_has_an_interval()
    {
        var ratio = Assert.NotNull(MantelHaenszel.Of([new(3, 5, 1, 9), new(2, 4, 2, 8), new(4, 3, 1, 6)]));

        Assert.Equal(4.2480, ratio.OddsRatio, 1e-4);
        Assert.Equal(0.7033, ratio.LogError, 1e-4);
        Assert.Equal(1.0703, ratio.Low, 1e-4);
        Assert.Equal(16.8599, ratio.High, 1e-4);
    }

    [Fact]
    public void Without_both_products_there_is_no_odds_ratio()
    {
        Assert.Null(MantelHaenszel.Of([new(3, 0, 0, 9)]));
        Assert.Null(MantelHaenszel.Of([new(0, 5, 2, 0)]));
        Assert.Null(MantelHaenszel.Of([]));
    }

    [Fact]
    public void G32_a_share_has_a_score_interval()
    {
        var (low, high) = Wilson.Interval(11, 22);

        Assert.Equal(0.3072, low, 1e-4);
        Assert.Equal(0.6928, high, 1e-4);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 10)]
    public void An_interval_stays_within_a_share(int hits, int count)
    {
        var (low, high) = Wilson.Interval(hits, count);

        Assert.InRange(low, -1e-12, 1);
        Assert.InRange(high, 0, 1 + 1e-12);
    }

    [Fact]
    public void G32_a_rate_after_is_compared_with_the_rate_before()
    {
        var rate = Assert.NotNull(RateRatio.Of(9, 28, 4, 56));

        Assert.Equal(4.5, rate.Ratio, 1e-4);
        Assert.Equal(0.0088, rate.P, 1e-4);
        Assert.Null(RateRatio.Of(0, 28, 0, 56));
        Assert.Equal(double.PositiveInfinity, Assert.NotNull(RateRatio.Of(3, 28, 0, 56)).Ratio);
    }

    [Fact]
    public void G32_eight_of_nine_on_one_side_is_seldom_chance() => Assert.Equal(0.0195, Binomial.AtLeast(8, 9, 0.5), 1e-4);

    [Fact]
    public void Binomial_tails_of_many_trials_neither_overflow_nor_leave_the_unit() =>
        Gen.Select(Gen.Int[1, 900], Gen.Double[0.01, 0.99], Gen.Double[0, 1]).Sample((count, share, part) =>
        {
            var hits = (int)(part * count);

            Assert.InRange(Binomial.AtLeast(hits, count, share), 0, 1);
            Assert.Equal(1, Binomial.AtLeast(0, count, share), 1e-9);
            Assert.True(Binomial.AtLeast(hits + 1, count, share) <= Binomial.AtLeast(hits, count, share));
        });

    [Fact]
    public void G33_all_flips_of_the_pairs_are_counted()
    {
        double[] differences = [2, 2, 0, 4, 3];

        Assert.Equal((2, 32), SignFlip.Count(differences));
        Assert.Equal(0.0625, SignFlip.P(differences), 1e-4);
        Assert.Equal(2.2, differences.Average(), 1e-4);
    }

    [Fact]
    public void Five_pairs_that_all_agree_are_the_least_that_can_tell() => Assert.Equal(0.03125, SignFlip.P([1, 2, 3, 4, 5]), 1e-9);

    [Fact]
    public void G23_the_chart_of_the_handbook()
    {
        var line = EwmaChart.Of([52.0, 47.0, 53.0, 49.3], 50, 0.3);
        var (low, high) = EwmaChart.Limits(50, 2.0539, 0.3, 3);
        var first = EwmaChart.Limits(50, 2.0539, 0.3, 3, days: 1);

        Assert.Equal([50.6, 49.52, 50.564, 50.1848], line.Select(value => Math.Round(value, 4)));
        Assert.Equal(47.4116, low, 1e-4);
        Assert.Equal(52.5884, high, 1e-4);
        Assert.Equal(50 + (3 * 0.3 * 2.0539), first.High, 1e-9);
    }

    [Fact]
    public void A_missing_day_leaves_the_chart_where_it_was() => Assert.Equal([51, 51, 52], EwmaChart.Of([52, null, 53], 50, 0.5));

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(0.9772, 0.8358)]
    [InlineData(-1.6798, 0.0465)]
    [InlineData(1.959963984540054, 0.975)]
    public void The_normal_curve_is_right_to_four_digits(double z, double probability) => Assert.Equal(probability, Normal.Cdf(z), 1e-4);
}
