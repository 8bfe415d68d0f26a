using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Risks;

public class LadderTests
{
    [Theory]
    [InlineData(0.2999, 1.25)]
    [InlineData(0.30, 1.50)]
    [InlineData(0.50, 2.00)]
    [InlineData(0.70, 2.50)]
    [InlineData(0.2999999, 1.50)]
    public void The_flag_threshold_rises_with_autocorrelation(double phi, double z2) => Assert.Equal(z2, Ladder.Z2(phi));

    [Theory]
    [InlineData(0.749999, 0)]
    [InlineData(0.75, 1)]
    [InlineData(1.249999, 1)]
    [InlineData(1.25, 2)]
    [InlineData(2.249999, 2)]
    [InlineData(2.25, 3)]
    [InlineData(1.2499999, 2)]
    public void The_exact_threshold_belongs_to_the_higher_grade(double z, int grade)
    {
        Assert.Equal(grade, Ladder.Grade(z, 0));
        Assert.Equal(grade == 0, Ladder.IsClean(z, 0));
    }
}
