using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Web.Tests;

public class WordsTests
{
    [Theory]
    [InlineData(Metric.SleepMinutes, 425, "7 h 05 min")]
    [InlineData(Metric.SleepMinutes, 420, "7 h")]
    [InlineData(Metric.NapMinutes, 25, "25 min")]
    [InlineData(Metric.BedTimeMinute, -40, "23:20")]
    [InlineData(Metric.WakeTimeMinute, 415, "06:55")]
    [InlineData(Metric.Steps, 12345, "12 345")]
    [InlineData(Metric.WaterMl, 1850, "1 850 ml")]
    public void A_value_is_written_as_people_say_it(Metric metric, double value, string expected) =>
        Assert.Equal(expected, Words.Value(metric, value).Replace('\u00A0', ' ').Replace('\u202F', ' '));

    [Theory]
    [InlineData(900, "900 B")]
    [InlineData(1_250_000, "1.3 MB")]
    [InlineData(20_000_000_000, "20 GB")]
    public void Sizes_are_written_in_the_largest_unit(long bytes, string expected) => Assert.Equal(expected, Words.Bytes(bytes));

    [Fact]
    public void One_is_not_a_plural() => Assert.Equal(("1 night", "2 nights"), (Words.Count(1, "night"), Words.Count(2, "night")));
}
