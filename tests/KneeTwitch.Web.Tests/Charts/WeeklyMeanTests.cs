using KneeTwitch.Web.Charts;
using Xunit;

namespace KneeTwitch.Web.Tests.Charts;

public class WeeklyMeanTests
{
    [Fact]
    public void The_line_begins_with_the_fourth_known_day()
    {
        var stretch = Assert.Single(WeeklyMean.Stretches(Points(1, 2, 3, 6)));

        var only = Assert.Single(stretch);
        Assert.Equal(3.0, only.Value);
        Assert.Equal(new DateOnly(2026, 3, 4), only.Day);
    }

    [Fact]
    public void A_silent_week_breaks_the_line()
    {
        var points = Points(5, 5, 5, 5, null, null, null, null, null, 7, 7, 7, 7);

        var stretches = WeeklyMean.Stretches(points);

        Assert.Equal(2, stretches.Count);
        Assert.Equal(7.0, stretches[1][0].Value);
    }

    [Fact]
    public void Only_seven_days_count()
    {
        var points = Points(100, 1, 1, 1, 1, 1, 1, 1);

        Assert.Equal(1.0, WeeklyMean.Stretches(points)[0][^1].Value);
    }

    private static SeriesPoint[] Points(params double?[] values) => [.. values.Select((value, i) => new SeriesPoint(new DateOnly(2026, 3, 1).AddDays(i), value))];
}
