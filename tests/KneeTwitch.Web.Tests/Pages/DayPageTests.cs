using Microsoft.Playwright;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class DayPageTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    [Fact]
    public async Task A_number_says_who_gave_it_and_what_was_left_out()
    {
        var page = await OpenAsync("Mia numbers");

        var steps = await page.Locator("#steps").InnerTextAsync();
        Assert.Contains("Mia's Watch: ", steps, StringComparison.Ordinal);
        Assert.Contains("Mia's Phone: ", steps, StringComparison.Ordinal);
        Assert.Contains("Not counted: Mia's Phone", steps, StringComparison.Ordinal);
        Assert.Contains("a more trusted source spoke for the same time", steps, StringComparison.Ordinal);
        Assert.Contains("Not counted: Food diary, 250", await page.Locator("#water_ml").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_vendor_s_total_that_is_far_off_is_a_note_on_the_day()
    {
        var page = await OpenAsync("Mia note");

        Assert.Contains("Steps: Ring itself gives 21\u202F000 for the day", await page.Locator(".note.watch").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quarter_hours_are_drawn_by_source_and_told_as_a_table()
    {
        var page = await OpenAsync("Mia slots");

        var chart = page.Locator("#quarters-steps ~ div svg.chart-wide");
        Assert.Equal(["Mia's Watch", "Mia's Phone"], await chart.Locator(".lane-name").AllTextContentsAsync());
        Assert.Equal(13 * 4, Boxes(await chart.Locator(".slot-taken").Nth(0).GetAttributeAsync("d")));
        Assert.Equal(2 * 4, Boxes(await chart.Locator(".slot-taken").Nth(1).GetAttributeAsync("d")));
        Assert.Equal(8 * 4, Boxes(await chart.Locator(".slot-aside").Nth(1).GetAttributeAsync("d")));
        await page.GetByText("The chart as a table").ClickAsync();
        Assert.Equal(15 * 4, await page.Locator("details[open] tbody tr").CountAsync());
        Assert.Equal("07:00", await page.Locator("details[open] tbody tr").First.Locator("td").First.InnerTextAsync());
    }

    [Fact]
    public async Task The_night_is_drawn_as_stages_by_source()
    {
        var page = await OpenAsync("Mia night");

        var night = page.Locator("section[aria-labelledby=night]");
        Assert.Equal(["Mia's Watch", "Ring"], await night.Locator("svg.chart-wide .lane-name").AllTextContentsAsync());
        Assert.Contains("Asleep from 23:00 to 06:40, 6\u00A0h\u00A030\u00A0min in all, by Mia's Watch.", await night.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Not counted: Ring, 6\u00A0h\u00A030\u00A0min", await night.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_of_a_clock_change_says_how_long_it_was_and_has_its_hours()
    {
        var page = await OpenAsync("Mia clock");

        Assert.Contains("This day was 23\u00A0h long", await page.Locator(".page-head").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(["00", "03", "06", "09", "12", "15", "18", "21", "00"], await page.Locator("#quarters-steps ~ div svg.chart-wide g > text[class=chart-label]").AllTextContentsAsync());
    }

    [Fact]
    public async Task The_list_of_days_leads_to_the_day_and_the_day_to_its_neighbours()
    {
        var mia = await DayStory.HappenAsync(host, "Mia list");
        var page = await chromium.OpenAsync(host.Address, hasScript: false);
        await page.GotoAsync($"/days?wearer={mia}");

        await page.GetByRole(AriaRole.Link, new() { Name = "Sun 29 Mar" }).ClickAsync();

        Assert.Equal("Sunday 29 March 2026", await page.Locator("h1").InnerTextAsync());
        await page.Locator("a[rel=next]").ClickAsync();
        Assert.Equal("Monday 30 March 2026", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("Nothing is known of this day", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-02-30")]
    [InlineData("yesterday")]
    public async Task What_is_no_day_is_not_there(string day)
    {
        var page = await chromium.OpenAsync(host.Address);

        var answer = await page.GotoAsync($"/days/{day}");

        Assert.Equal(404, answer?.Status);
    }

    private static int Boxes(string? path) => path?.Count(letter => letter == 'M') ?? 0;

    private async Task<IPage> OpenAsync(string name)
    {
        var mia = await DayStory.HappenAsync(host, name);
        var page = await chromium.OpenAsync(host.Address);
        var answer = await page.GotoAsync($"/days/2026-03-29?wearer={mia}");
        Assert.Equal(200, answer?.Status);
        return page;
    }
}
