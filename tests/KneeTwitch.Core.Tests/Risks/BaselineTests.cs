using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class BaselineTests
{
    [Fact]
    public void G01_a_day_is_measured_by_the_usual_of_eight_weeks()
    {
        double?[] values = [.. Make.Days(71, d => d == 70 ? 66 : d % 9 == 4 ? null : 58 + ((3 * d) % 7))];

        var baseline = Assert.NotNull(Baseline.Of(values, 70, floor: 1));
        var z = Assert.NotNull(baseline.Z(66));

        Assert.Equal(50, baseline.Count);
        Assert.Equal(61, baseline.Median, 1e-4);
        Assert.Equal(2, baseline.Mad, 1e-4);
        Assert.Equal(2.9652, baseline.Spread, 1e-4);
        Assert.Equal(0, baseline.Phi);
        Assert.Equal(1.6862, z, 1e-4);
        Assert.Equal(1.25, Ladder.Z2(baseline.Phi));
        Assert.Equal(2, Ladder.Grade(z, baseline.Phi));
    }

    [Fact]
    public void G02_days_that_resemble_the_day_before_raise_the_ladder()
    {
        double?[] values = [.. Make.Days(67, d => 60 + (2 * ((d / 5) % 2)) + (0.5 * ((2 * d) % 3)))];

        var baseline = Assert.NotNull(Baseline.Of(values, 66, floor: 1));

        Assert.Equal(56, baseline.Count);
        Assert.Equal(62, baseline.Median, 1e-4);
        Assert.Equal(1.4826, baseline.Spread, 1e-4);
        Assert.Equal(0.4385, baseline.Phi, 1e-4);
        Assert.Equal(1.5, Ladder.Z2(baseline.Phi));
    }

    [Theory]
    [InlineData(27, false)]
    [InlineData(28, true)]
    public void A_baseline_needs_28_valid_days(int valid, bool expected)
    {
        double?[] values = [.. Make.Days(64, d => d < valid ? d : null)];

        Assert.Equal(expected, Baseline.Of(values, 63, 1) is not null);
    }

    [Fact]
    public void The_last_seven_days_and_those_before_the_window_do_not_count()
    {
        double?[] values = [.. Make.Days(71, d => d is < 7 or > 62 ? 1e6 : d % 5)];

        var baseline = Assert.NotNull(Baseline.Of(values, 70, 1));

        Assert.Equal(56, baseline.Count);
        Assert.Equal(2, baseline.Median);
    }

    [Fact]
    public void The_floor_holds_where_the_values_hardly_move()
    {
        double?[] values = [.. Make.Days(64, 0.1)];

        var baseline = Assert.NotNull(Baseline.Of(values, 63, 1));

        Assert.Equal(1, baseline.Spread);
        Assert.Equal(0, baseline.Phi);
    }

    [Fact]
    public void With_few_neighbouring_days_the_autocorrelation_is_taken_as_a_half()
    {
        double?[] values = [.. Make.Days(64, d => d % 2 == 0 ? d : null)];

        Assert.Equal(0.5, Assert.NotNull(Baseline.Of(values, 63, 1)).Phi);
    }

    [Fact]
    public void The_autocorrelation_never_exceeds_its_limit()
    {
        double?[] values = [.. Make.Days(64, d => d < 32 ? 0 : 1000)];

        Assert.InRange(Assert.NotNull(Baseline.Of(values, 63, 1)).Phi, 0.9, 0.95);
    }

    [Fact]
    public void Without_spread_there_is_no_z_and_never_infinity()
    {
        double?[] sums = [.. Make.Days(70, 0.0)];

        Assert.Null(Assert.NotNull(Baseline.OfWeeklySums(sums, 69)).Z(100));
    }

    [Fact]
    public void Weekly_sums_are_compared_with_those_that_end_62_to_7_days_before()
    {
        double?[] sums = [.. Make.Days(70, d => d is < 7 or > 62 ? 1e6 : 100)];

        var baseline = Assert.NotNull(Baseline.OfWeeklySums(sums, 69));

        Assert.Equal(56, baseline.Count);
        Assert.Equal(100, baseline.Median);
        Assert.Equal(10, baseline.Spread);
    }

    [Fact]
    public void A_weekly_sum_needs_six_days_and_is_scaled_to_seven()
    {
        double?[] values = [10, 10, null, 10, 10, 10, 10, null, 10];

        var sums = WeeklySums.Of(values);

        Assert.Equal([null, null, null, null, null, null, 70, null, null], sums);
    }
}
