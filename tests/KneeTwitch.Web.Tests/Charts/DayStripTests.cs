using System.Xml.Linq;
using KneeTwitch.Web.Charts;
using Xunit;

namespace KneeTwitch.Web.Tests.Charts;

public class DayStripTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public async Task Each_day_is_a_square_that_says_its_grade()
    {
        var squares = await SquaresAsync(0, 1, 2, 3);

        Assert.Equal(["square grade-0", "square grade-1", "square grade-2", "square grade-3"], squares.Select(square => square.Attribute("class")?.Value));
        Assert.Equal("Tue 3 Mar: watch", squares[1].Value.Trim());
    }

    [Fact]
    public async Task A_day_that_cannot_be_graded_is_hatched()
    {
        var square = Assert.Single(await SquaresAsync([null]));

        Assert.Equal("url(#s-hatch)", square.Attribute("fill")?.Value);
        Assert.Equal("square grade-missing", square.Attribute("class")?.Value);
    }

    [Fact]
    public async Task The_strip_is_told_in_words()
    {
        var svg = await DrawAsync(0, 0, null, 2);

        Assert.Equal("The last 4 days, 1 cannot be graded, 1 flag, 2 nothing noticed", svg.Element("title")?.Value);
    }

    private static async Task<List<XElement>> SquaresAsync(params int?[] grades) =>
        [.. (await DrawAsync(grades)).Elements("rect")];

    private static async Task<XElement> DrawAsync(params int?[] grades) =>
        XElement.Parse(await Rendered.Async<DayStrip>(new() { ["Id"] = "s", ["Marks"] = grades.Select((grade, i) => new DayMark(Monday.AddDays(i), grade)).ToArray() }));
}
