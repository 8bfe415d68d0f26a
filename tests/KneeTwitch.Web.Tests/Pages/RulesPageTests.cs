using System.Net;
using KneeTwitch.Core.Risks;
using Microsoft.Playwright;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class RulesPageTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_rule_is_listed_and_has_a_page_that_says_its_limits()
    {
        var page = await chromium.OpenAsync(host.Address, hasScript: false);
        await page.GotoAsync("/rules");
        Assert.Equal(RiskFactors.All.Select(factor => factor.Name), await page.Locator(".lines h2").AllInnerTextsAsync());

        foreach (var factor in RiskFactors.All)
        {
            await page.GotoAsync($"/rules/{factor.Id}");
            Assert.Equal(factor.CannotSee, await page.Locator("section[aria-labelledby=limits] p").InnerTextAsync());
        }
    }

    [Fact]
    public async Task An_alert_leads_to_the_rule_that_raised_it()
    {
        await host.MoveInAsync("Ada");
        var page = await chromium.OpenAsync(host.Address, hasScript: false);
        await page.GotoAsync("/alerts?wearer=Ada");

        await page.GetByRole(AriaRole.Link, new() { Name = "How this is judged" }).First.ClickAsync();

        Assert.Equal("Sleep length", await page.Locator("h1").InnerTextAsync());
        Assert.Contains("What you could try", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rule_that_is_not_there_is_not_found() =>
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client.GetAsync(new Uri("/rules/R99", UriKind.Relative), Cancel)).StatusCode);
}
