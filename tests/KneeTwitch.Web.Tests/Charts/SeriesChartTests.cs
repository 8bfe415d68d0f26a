using System.Globalization;
using System.Xml.Linq;
using KneeTwitch.Web.Charts;
using Xunit;

namespace KneeTwitch.Web.Tests.Charts;

public class SeriesChartTests
{
    private static readonly DateOnly First = new(2026, 3, 1);

    [Fact]
    public async Task A_day_without_data_is_a_hatched_column_and_no_bar()
    {
        var svg = await DrawAsync([400, null, 430, null]);

        Assert.Equal(2, WithClass(svg, "chart-bar").Count());
        var missing = WithClass(svg, "chart-missing").ToList();
        Assert.Equal(2, missing.Count);
        Assert.Equal("url(#c-hatch)", missing[0].Attribute("fill")?.Value);
        Assert.Contains("no data", missing[0].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_known_zero_is_a_bar()
    {
        var svg = await DrawAsync([0, 5]);

        Assert.Equal(2, WithClass(svg, "chart-bar").Count());
        Assert.Empty(WithClass(svg, "chart-missing"));
    }

    [Fact]
    public async Task The_drawing_has_a_title_a_description_and_the_role_of_an_image()
    {
        var svg = await DrawAsync([400]);

        Assert.Equal("img", svg.Attribute("role")?.Value);
        Assert.Equal("c-title c-desc", svg.Attribute("aria-labelledby")?.Value);
        Assert.Equal("Sleep", svg.Element("title")?.Value);
        Assert.Equal("In words", svg.Element("desc")?.Value);
    }

    [Fact]
    public async Task The_threshold_and_the_span_are_drawn_where_they_are()
    {
        var svg = await DrawAsync([400, 400, 400, 400], threshold: 420, from: First.AddDays(1), through: First.AddDays(2));

        var line = Assert.Single(WithClass(svg, "chart-threshold"));
        var bar = WithClass(svg, "chart-bar").First();
        Assert.True(Number(line, "y1") < Number(bar, "y"), "420 lies above 400");
        var span = Assert.Single(WithClass(svg, "chart-span"));
        Assert.Equal(2 * (720.0 - ChartFrame.Left - ChartFrame.Right) / 4, Number(span, "width"), 1);
    }

    [Fact]
    public async Task A_span_outside_the_days_is_not_drawn() =>
        Assert.Empty(WithClass(await DrawAsync([1, 2], from: First.AddDays(-9), through: First.AddDays(-3)), "chart-span"));

    [Fact]
    public async Task Numbers_have_a_point_in_every_language()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            var svg = await DrawAsync([400.55, 399.5, 1]);

            Assert.DoesNotContain(WithClass(svg, "chart-bar"), bar => bar.Attributes().Any(attribute => attribute.Value.Contains(',', StringComparison.Ordinal)));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static async Task<XElement> DrawAsync(double?[] values, double? threshold = null, DateOnly? from = null, DateOnly? through = null) =>
        XElement.Parse(await Rendered.Async<SeriesChart>(new()
        {
            ["Id"] = "c",
            ["Title"] = "Sleep",
            ["Description"] = "In words",
            ["Points"] = values.Select((value, i) => new SeriesPoint(First.AddDays(i), value)).ToArray(),
            ["Format"] = (Func<double, string>)(value => value.ToString("0", CultureInfo.InvariantCulture)),
            ["Threshold"] = threshold,
            ["ThresholdLabel"] = "7 h",
            ["ShadedFrom"] = from,
            ["ShadedThrough"] = through,
        }));

    private static IEnumerable<XElement> WithClass(XElement svg, string name) => svg.Descendants().Where(element => element.Attribute("class")?.Value == name);

    private static double Number(XElement element, string name) => double.Parse(element.Attribute(name)?.Value ?? "", CultureInfo.InvariantCulture);
}
