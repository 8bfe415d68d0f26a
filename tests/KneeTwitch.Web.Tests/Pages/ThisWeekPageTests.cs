using KneeTwitch.Core.Risks;
using Microsoft.Playwright;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class ThisWeekPageTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    [Fact]
    public async Task Each_factor_has_a_line_and_what_stands_comes_first()
    {
        var page = await chromium.OpenAsync(host.Address);
        var anna = await host.MoveInAsync("Anna lines");

        await page.GotoAsync($"/?wearer={anna}");

        var lines = page.Locator("article.line");
        Assert.Equal(RiskFactors.All.Count, await lines.CountAsync());
        Assert.Equal("Flagged", await Badge(lines.Nth(0)));
        Assert.Contains("You slept less than 7 hours", await lines.Nth(0).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal("Clear", await Badge(page.Locator("#R01")));
        Assert.Equal("Not enough data", await Badge(page.Locator("#R07")));
        Assert.Contains("Not enough data yet:", await page.Locator("#R07").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_strip_shows_two_weeks_with_the_silent_days_hatched()
    {
        var page = await chromium.OpenAsync(host.Address);
        var anna = await host.MoveInAsync("Anna strip");

        await page.GotoAsync($"/?wearer={anna}");

        var squares = page.Locator("#R07 .strip > rect");
        Assert.Equal(14, await squares.CountAsync());
        Assert.Equal(8, await page.Locator("#R07 .strip > rect.grade-missing").CountAsync());
    }

    [Fact]
    public async Task A_flag_leads_to_its_alert()
    {
        var page = await chromium.OpenAsync(host.Address);
        var anna = await host.MoveInAsync("Anna link");

        await page.GotoAsync($"/?wearer={anna}");
        await page.Locator("#R05").GetByRole(AriaRole.Link).ClickAsync();

        Assert.Equal("Sleep length", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task It_says_what_it_is_and_what_it_is_not()
    {
        var page = await chromium.OpenAsync(host.Address);

        await page.GotoAsync("/");

        var foot = await page.Locator("footer").InnerTextAsync();
        Assert.Contains("not a medical device", foot, StringComparison.Ordinal);
        Assert.Contains("Accounts come later", foot, StringComparison.Ordinal);
        Assert.Contains("seldom a sign of disease", foot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_import_there_is_a_welcome_with_an_upload()
    {
        var page = await chromium.OpenAsync(host.Address);
        var ben = await host.AddWearerAsync("Ben");

        await page.GotoAsync($"/?wearer={ben}");

        Assert.StartsWith("Welcome, Ben.", await page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator("input[type=file]").IsVisibleAsync());
    }

    [Fact]
    public async Task With_several_wearers_there_is_a_picker()
    {
        var page = await chromium.OpenAsync(host.Address);
        await host.AddWearerAsync("Carla");
        var dora = await host.AddWearerAsync("Dora");

        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Navigation, new() { Name = "Wearer" }).GetByRole(AriaRole.Link, new() { Name = "Dora" }).ClickAsync();

        Assert.EndsWith($"/?wearer={dora}", page.Url, StringComparison.Ordinal);
        Assert.Equal("Dora", await page.Locator(".wearers [aria-current]").InnerTextAsync());
    }

    private static async Task<string> Badge(ILocator line) => await line.Locator(".badge").InnerTextAsync();
}
