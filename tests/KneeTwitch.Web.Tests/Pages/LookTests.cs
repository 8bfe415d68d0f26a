using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class LookTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    [Fact]
    public async Task No_page_scrolls_sideways_on_a_phone()
    {
        var wearer = await host.MoveInAsync("Ida phone");
        await host.AddWearerAsync("Somebody with a rather long name indeed");
        var page = await chromium.OpenAsync(host.Address, width: 360);

        foreach (var path in await PathsAsync(wearer))
        {
            await page.GotoAsync(path);
            var (content, window) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), await page.EvaluateAsync<int>("document.documentElement.clientWidth"));
            Assert.True(content <= window, $"{path} is {content} wide in a window of {window}");
        }
    }

    [Fact]
    public async Task A_day_and_its_sources_do_not_scroll_sideways_on_a_phone_either()
    {
        var wearer = await DayStory.HappenAsync(host, "Mia phone");
        var page = await chromium.OpenAsync(host.Address, width: 360);

        foreach (var path in new[] { $"/days/{Words.Iso(DayStory.Sunday)}?wearer={wearer}", $"/sources?wearer={wearer}" })
        {
            await page.GotoAsync(path);
            Assert.Equal(await page.EvaluateAsync<int>("document.documentElement.clientWidth"), await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        }
    }

    [Fact]
    public async Task Nothing_is_loaded_from_elsewhere_and_nothing_breaks_the_content_policy()
    {
        var wearer = await host.MoveInAsync("Ida alone");
        var page = await chromium.OpenAsync(host.Address);
        List<string> elsewhere = [];
        List<string> complaints = [];
        page.Request += (_, request) => elsewhere.AddRange(request.Url.StartsWith(host.Address.ToString(), StringComparison.Ordinal) ? [] : [request.Url]);
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" ? [$"{message.Text} ({message.Location})"] : []);
        page.PageError += (_, error) => complaints.Add(error);

        foreach (var path in await PathsAsync(wearer))
        {
            await page.GotoAsync(path);
        }

        Assert.Empty(elsewhere);
        Assert.Empty(complaints);
    }

    [Fact]
    public async Task Dark_is_dark_and_light_is_light()
    {
        var dark = await chromium.OpenAsync(host.Address, isDark: true);
        var light = await chromium.OpenAsync(host.Address);

        await dark.GotoAsync("/");
        await light.GotoAsync("/");

        Assert.Equal("rgb(20, 24, 26)", await GroundAsync(dark));
        Assert.Equal("rgb(246, 245, 241)", await GroundAsync(light));
    }

    [Fact]
    public async Task Every_answer_carries_strict_headers()
    {
        var answer = await host.Client.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Contains("default-src 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task An_unknown_page_is_a_page_too()
    {
        var page = await chromium.OpenAsync(host.Address);

        var answer = await page.GotoAsync("/nowhere");

        Assert.Equal(404, answer?.Status);
        Assert.Equal("There is no such page", await page.Locator("h1").InnerTextAsync());
    }

    private static Task<string> GroundAsync(Microsoft.Playwright.IPage page) => page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");

    private async Task<IReadOnlyList<string>> PathsAsync(Guid wearer)
    {
        await using var db = host.Database.Open(wearer);
        var alert = await db.Alerts.Select(row => row.Id).SingleAsync(TestContext.Current.CancellationToken);
        var import = await db.Imports.Select(row => row.ImportId).SingleAsync(TestContext.Current.CancellationToken);
        return [.. new[] { "/", "/alerts", $"/alerts/{alert}", "/days", $"/days/{Words.Iso(DayStory.Sunday)}", "/diary", "/rules", "/rules/R05", "/links", "/sources", "/imports", $"/imports/{import}" }.Select(path => $"{path}?wearer={wearer}")];
    }
}
