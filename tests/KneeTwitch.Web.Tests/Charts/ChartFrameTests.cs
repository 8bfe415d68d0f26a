using KneeTwitch.Web.Charts;
using Xunit;

namespace KneeTwitch.Web.Tests.Charts;

public class ChartFrameTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Theory]
    [InlineData(481, true, 180)]
    [InlineData(95, true, 30)]
    [InlineData(12_300, false, 5000)]
    [InlineData(1.62, false, 0.5)]
    public void The_grid_has_round_steps(double highest, bool isMinutes, double expected) =>
        Assert.Equal(expected, ChartFrame.StepFor(highest, isMinutes), 9);

    [Fact]
    public void Values_and_threshold_lie_inside_the_frame()
    {
        SeriesPoint[] points = [new(Monday, 300), new(Monday.AddDays(1), null), new(Monday.AddDays(2), 411)];

        var frame = ChartFrame.Of(720, 260, points, threshold: 420, isMinutes: true);

        Assert.InRange(frame.Y(420), ChartFrame.Top, 260 - ChartFrame.Bottom);
        Assert.Equal(260 - ChartFrame.Bottom, frame.Y(0), 9);
        Assert.Equal(ChartFrame.Left, frame.X(Monday), 9);
        Assert.Equal(720 - ChartFrame.Right, frame.X(Monday.AddDays(3)), 9);
    }

    [Theory]
    [InlineData(0.04, false)]
    [InlineData(1, false)]
    [InlineData(9.99, true)]
    [InlineData(61, true)]
    [InlineData(999, true)]
    [InlineData(1440, true)]
    [InlineData(48_213, false)]
    [InlineData(1_000_000, false)]
    public void Any_series_fits_its_frame_with_few_lines(double highest, bool isMinutes)
    {
        SeriesPoint[] points = [new(Monday, highest / 3), new(Monday.AddDays(1), highest)];

        var frame = ChartFrame.Of(340, 230, points, null, isMinutes);

        Assert.True(highest <= frame.Max);
        Assert.InRange(frame.Ticks.Count(), 2, 8);
    }

    [Fact]
    public void Without_any_number_there_is_still_a_frame() =>
        Assert.Equal(2, ChartFrame.Of(720, 260, [new(Monday, null)], null, isMinutes: false).Ticks.Take(2).Count());
}
