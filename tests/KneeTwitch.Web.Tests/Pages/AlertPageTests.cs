using Microsoft.Playwright;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class AlertPageTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    [Fact]
    public async Task The_evidence_is_a_chart_with_twelve_weeks_and_a_table_of_the_same()
    {
        var page = await OpenAlertAsync("Anna chart");

        var chart = page.Locator("svg.chart-wide");
        Assert.Equal(84, await chart.Locator(".chart-bar, .chart-missing").CountAsync());
        Assert.InRange(await chart.Locator(".chart-missing").CountAsync(), 6, 9);
        Assert.Equal(1, await chart.Locator(".chart-threshold").CountAsync());
        Assert.Equal(1, await chart.Locator(".chart-span").CountAsync());
        await page.GetByText("The chart as a table").ClickAsync();
        Assert.Equal(84, await page.Locator("details[open] tbody tr").CountAsync());
    }

    [Fact]
    public async Task What_could_be_tried_comes_with_its_cautions()
    {
        var page = await OpenAlertAsync("Anna advice");

        var advice = await page.Locator(".tries").InnerTextAsync();
        Assert.Contains("Regular, longer sleep", advice, StringComparison.Ordinal);
        Assert.Contains("Take care:", advice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_alert_can_be_acknowledged_with_and_without_script(bool hasScript)
    {
        var page = await OpenAlertAsync($"Anna seen {hasScript}", hasScript);

        await page.GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).ClickAsync();

        Assert.Equal("Acknowledged", await StateAsync(page));
        Assert.Contains("Acknowledged", await page.Locator(".life").InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await page.GetByRole(AriaRole.Button, new() { Name = "I have seen it" }).IsVisibleAsync());
    }

    [Fact]
    public async Task A_snooze_lasts_as_long_as_was_chosen()
    {
        var page = await OpenAlertAsync("Anna snooze");

        await page.Locator("select[name=weeks]").SelectOptionAsync("2");
        await page.GetByRole(AriaRole.Button, new() { Name = "Snooze" }).ClickAsync();

        Assert.Equal("Snoozed", await StateAsync(page));
        Assert.Contains("snoozed until 30 Nov 2026", await page.Locator(".page-head").InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_resolved_alert_has_nothing_left_to_do()
    {
        var page = await OpenAlertAsync("Anna resolve");

        await page.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();

        Assert.Equal("Resolved", await StateAsync(page));
        Assert.Equal(0, await page.Locator("main form").CountAsync());
    }

    [Fact]
    public async Task The_list_is_by_state()
    {
        var page = await OpenAlertAsync("Anna list");

        await page.GetByRole(AriaRole.Link, new() { Name = "All alerts" }).ClickAsync();

        Assert.Equal("Open", await page.Locator("h2").First.InnerTextAsync());
        Assert.Contains("You slept less than 7 hours", await page.Locator(".line").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_alert_is_said_to_be_unknown()
    {
        var page = await chromium.OpenAsync(host.Address);

        var answer = await page.GotoAsync("/alerts/R05-1999-01-01");

        Assert.Equal(404, answer?.Status);
        Assert.Equal("There is no such alert", await page.Locator("h1").InnerTextAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var anna = await host.MoveInAsync("Anna token");
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["wearer"] = anna.ToString() });

        var answer = await host.Client.PostAsync($"/alerts/{await AlertIdAsync(anna)}/acknowledge", form, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        await using var db = host.Database.Open(anna);
        Assert.Equal(KneeTwitch.Core.Alerts.AlertState.Open, db.Alerts.Single().State);
    }

    private async Task<IPage> OpenAlertAsync(string name, bool hasScript = true)
    {
        var anna = await host.MoveInAsync(name);
        var page = await chromium.OpenAsync(host.Address, hasScript: hasScript);
        await page.GotoAsync($"/alerts/{await AlertIdAsync(anna)}?wearer={anna}");
        return page;
    }

    private async Task<string> AlertIdAsync(Guid wearerId)
    {
        await using var db = host.Database.Open(wearerId);
        return db.Alerts.Single().Id;
    }

    private static async Task<string> StateAsync(IPage page) => await page.Locator(".page-head .badge").Nth(1).InnerTextAsync();
}
