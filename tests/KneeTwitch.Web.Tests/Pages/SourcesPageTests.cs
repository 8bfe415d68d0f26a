using System.Net;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using Microsoft.Playwright;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class SourcesPageTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_source_says_what_it_is_and_when_it_was_heard_last()
    {
        var page = await OpenAsync(await DayStory.HappenAsync(host, "Mia sources"));

        var watch = await page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Mia's Watch" }).InnerTextAsync();
        Assert.Contains("worn on the body", watch, StringComparison.Ordinal);
        Assert.Contains("28 Mar 2026", watch, StringComparison.Ordinal);
        Assert.Contains("29 Mar 2026", watch, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_what_several_sources_have_is_ranked_and_a_default_is_called_one()
    {
        var page = await OpenAsync(await DayStory.HappenAsync(host, "Mia defaults"));

        Assert.Equal(["Steps", "Sleep stage", "Drinks"], await page.Locator("article h4").AllInnerTextsAsync());
        var steps = await page.Locator("#trust-steps li").AllInnerTextsAsync();
        Assert.Equal(2, steps.Count);
        Assert.Contains("rank 100 (default)", steps[0], StringComparison.Ordinal);
        Assert.Contains("rank 200 (default)", steps[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Believing_another_source_first_changes_the_day_s_number_and_going_back_restores_it()
    {
        var mia = await DayStory.HappenAsync(host, "Mia trust");
        var before = await StepsAsync(mia, _ => true);
        var page = await OpenAsync(mia);

        await page.GetByRole(AriaRole.Button, new() { Name = "Believe Mia's Phone first for Steps" }).ClickAsync();

        Assert.Contains("Saved.", await page.GetByRole(AriaRole.Status).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("rank 99 (yours; the default is 200)", await page.Locator("#trust-steps li").First.InnerTextAsync(), StringComparison.Ordinal);
        var trusted = await StepsAsync(mia, steps => steps.Value != before.Value);
        Assert.Equal([("Mia's Phone", 600.0), ("Mia's Watch", 300.0)], trusted.Parts.Select(part => (part.Source, part.Minutes)).Order());
        Assert.Equal(before.Parts.Concat(before.SetAside.Select(aside => new DayPart(aside.Source, aside.Amount, aside.Minutes))).Where(part => part.Source == "Mia's Phone").Sum(part => part.Amount), trusted.Parts.Single(part => part.Source == "Mia's Phone").Amount);

        await page.GetByRole(AriaRole.Button, new() { Name = "Back to the default rank of Mia's Phone for Steps" }).ClickAsync();

        Assert.Contains("rank 200 (default)", await page.Locator("#trust-steps li").Last.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, await StepsAsync(mia, steps => steps.Value == before.Value));
    }

    [Fact]
    public async Task A_rank_can_be_set_by_its_number()
    {
        var page = await OpenAsync(await DayStory.HappenAsync(host, "Mia rank"));

        await page.GetByLabel("Rank of Ring for Sleep stage", new() { Exact = true }).FillAsync("50");
        await page.GetByRole(AriaRole.Button, new() { Name = "Set the rank of Ring for Sleep stage" }).ClickAsync();

        Assert.StartsWith("Ring", await page.Locator("#trust-sleep_stage li").First.InnerTextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("steps", "Nobody's Watch")]
    [InlineData("steps_per_moon", "Ring")]
    public async Task What_the_wearer_does_not_have_cannot_be_trusted(string metric, string source)
    {
        var mia = await DayStory.HappenAsync(host, $"Mia {metric}");
        var token = await TokenAsync(mia);

        var answer = await host.Client.PostAsync("/sources/trust", Form(mia, metric, source, token), Cancel);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        var mia = await DayStory.HappenAsync(host, "Mia token");

        var answer = await host.Client.PostAsync("/sources/trust", Form(mia, "steps", "Mia's Phone", token: null), Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain((await SourceQuery.LoadAsync(host.Database, mia, Cancel)).Trust, rank => rank.IsChanged);
    }

    [Fact]
    public async Task Without_readings_there_is_nothing_to_choose()
    {
        var page = await OpenAsync(await host.AddWearerAsync("Mia empty"));

        Assert.Contains("No readings yet.", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Form(Guid wearer, string metric, string source, string? token)
    {
        var fields = new Dictionary<string, string> { ["wearer"] = wearer.ToString(), ["metric"] = metric, ["source"] = source, ["rank"] = "1" };
        if (token is not null)
        {
            fields["__RequestVerificationToken"] = token;
        }

        return new FormUrlEncodedContent(fields);
    }

    private async Task<string> TokenAsync(Guid wearer)
    {
        var page = await host.Client.GetStringAsync($"/sources?wearer={wearer}", Cancel);
        return System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;
    }

    private async Task<IPage> OpenAsync(Guid wearer)
    {
        var page = await chromium.OpenAsync(host.Address, hasScript: false);
        await page.GotoAsync($"/sources?wearer={wearer}");
        return page;
    }

    /// <summary>The Sunday's steps, as soon as they are as wanted: days follow on the bus.</summary>
    private async Task<DayValue> StepsAsync(Guid wearer, Func<DayValue, bool> isWanted)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            if ((await new DayTable(host.Database).FindAsync(wearer, DayStory.Sunday, Cancel))?.Find(Metric.Steps) is { } steps && isWanted(steps))
            {
                return steps;
            }

            await Task.Delay(100, Cancel);
        }

        throw new TimeoutException("The day was not counted anew.");
    }
}
