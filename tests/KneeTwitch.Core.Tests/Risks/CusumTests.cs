using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class CusumTests
{
    [Fact]
    public void G22_an_alarm_dates_the_change_to_the_day_after_the_last_zero()
    {
        double?[] z = [0.2, -0.4, 1.1, 0.9, 1.6, null, 2.0, 0.7, 1.8, 2.2];
        var states = new List<Cusum>();

        foreach (var day in z)
        {
            states.Add((states.Count > 0 ? states[^1] : default).Step(day));
        }

        var alarm = states.FindIndex(state => state.IsAlarmed(phi: 0));
        Assert.Equal([0, 0, 0.6, 1.0, 2.1, 2.1, 3.6, 3.8, 5.1, 6.8], states.Select(state => state.Sum));
        Assert.Equal(8, alarm);
        Assert.Equal(2, alarm - states[alarm].OnsetDaysAgo);
    }

    [Fact]
    public void A_sum_that_was_never_zero_began_on_day_zero() => Assert.Equal(1, default(Cusum).Step(3).Step(3).OnsetDaysAgo);

    [Theory]
    [InlineData(0.14, 5)]
    [InlineData(0.15, 8)]
    [InlineData(0.40, 12)]
    [InlineData(0.60, 18)]
    public void The_alarm_limit_rises_with_autocorrelation(double phi, double limit)
    {
        Assert.False(new Cusum(limit, 1).IsAlarmed(phi));
        Assert.True(new Cusum(limit + 0.001, 1).IsAlarmed(phi));
    }
}
