using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

public class TextNumberTests
{
    [Theory]
    [InlineData("1,477.23", false, 1_477.23)]
    [InlineData("1.477,23", false, 1_477.23)]
    [InlineData("1.477,23", true, 1_477.23)]
    [InlineData("-12,345,678.5", false, -12_345_678.5)]
    [InlineData("12.5", false, 12.5)]
    [InlineData("12,5", true, 12.5)]
    [InlineData("12,5", false, null)]
    [InlineData("1,477", false, null)]
    [InlineData("1,47.5", false, null)]
    public void A_grouped_number_is_one_only_where_its_decimal_mark_tells(string text, bool hasDecimalComma, double? expected) =>
        Assert.Equal(expected, TextNumber.ParseGrouped(text, hasDecimalComma));
}
