using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class EwmaTests
{
    [Fact]
    public void G05_a_raised_week_against_three_even_ones()
    {
        double?[] loads = [.. Make.Days(21, 30), .. Make.Days(7, 50)];

        var (acute, chronic) = (Ewma.Of(loads, 7)[^1], Ewma.Of(loads, 28)[^1]);

        Assert.Equal(47.3303, Assert.NotNull(acute), 1e-4);
        Assert.Equal(37.8720, Assert.NotNull(chronic), 1e-4);
        Assert.Equal(1.2497, Assert.NotNull(acute / chronic), 1e-4);
    }

    [Fact]
    public void G06_a_missing_day_carries_the_mean_on()
    {
        var means = Ewma.Of([40, null, 60, null, 20], 7);

        Assert.Equal([40, 40, 45, 45, 38.75], means);
    }

    [Fact]
    public void Before_the_first_value_there_is_no_mean() => Assert.Equal([null, null, 8], Ewma.Of([null, null, 8], 7));
}
