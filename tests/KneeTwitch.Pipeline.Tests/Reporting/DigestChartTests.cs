using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Reporting;
using SkiaSharp;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Reporting;

public class DigestChartTests
{
    private static readonly Wearer Wearer = new() { Id = Guid.Empty, Name = "demo", Zones = ZoneHistory.Of("Europe/Berlin") };

    [Fact]
    public void Text_is_drawn_by_the_font_that_comes_along()
    {
        Assert.Equal("DejaVu Sans", ScottPlot.Fonts.GetTypeface(ChartFont.Name, bold: false, italic: false)?.FamilyName);

        using var chart = Draw(450);

        // The title and the numbers of the axes are the only dark ink in these parts of the picture.
        Assert.InRange(DarkPixels(chart, new SKRectI(200, 0, DigestChart.Width - 200, 45)), 300, 30_000);
        Assert.InRange(DarkPixels(chart, new SKRectI(0, 60, 50, DigestChart.Height - 60)), 60, 10_000);
        Assert.InRange(DarkPixels(chart, new SKRectI(60, DigestChart.Height - 35, DigestChart.Width, DigestChart.Height)), 200, 20_000);
    }

    [Fact]
    public void This_week_stands_out()
    {
        using var chart = Draw(450);

        var middle = DigestChart.Height / 2;
        var colors = Enumerable.Range(0, DigestChart.Width).Select(x => chart.GetPixel(x, middle)).ToList();
        var accent = colors.Count(color => color == new SKColor(0x2f, 0x6f, 0x8f));
        var quiet = colors.Count(color => color == new SKColor(0xb9, 0xc7, 0xd1));
        Assert.InRange(accent / (double)quiet, 0.08, 0.25);
    }

    [Fact]
    public void A_metric_nobody_measured_has_no_chart()
    {
        var history = new History(Wearer, Sample.Days(), Sample.Sunday);

        Assert.Null(DigestChart.Png(history, Metric.CaffeineMg, Sample.Sunday));
    }

    [Fact]
    public void Zeros_can_be_drawn()
    {
        using var chart = Draw(0);

        Assert.Equal((DigestChart.Width, DigestChart.Height), (chart.Width, chart.Height));
    }

    private static SKBitmap Draw(double minutes)
    {
        var days = Enumerable.Range(0, 56).Select(i => new DaySummary
        {
            Day = Sample.Sunday.AddDays(-i),
            Values = [new DayValue(Metric.SleepMinutes, minutes, DayState.Measured, 1, "Watch")],
        });
        var png = DigestChart.Png(new History(Wearer, days, Sample.Sunday), Metric.SleepMinutes, Sample.Sunday);
        return SKBitmap.Decode(png);
    }

    private static int DarkPixels(SKBitmap chart, SKRectI part) =>
        (from x in Enumerable.Range(part.Left, part.Width)
         from y in Enumerable.Range(part.Top, part.Height)
         let color = chart.GetPixel(x, y)
         where color.Red + color.Green + color.Blue < 330
         select color).Count();
}
