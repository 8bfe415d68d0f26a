using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Storage;
using Microsoft.Playwright;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class DiaryPageTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Household.Now.UtcDateTime);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_blank_answer_is_not_kept_as_a_no(bool hasScript)
    {
        var (ida, page) = await OpenAsync($"Ida blank {hasScript}", hasScript);

        await page.Locator("summary").ClickAsync();
        await page.Locator("select[name=stress]").SelectOptionAsync("4");
        await page.Locator("select[name=q-ChestPain]").SelectOptionAsync("no");
        await page.Locator("select[name=q-FootSlap]").SelectOptionAsync("left");
        await page.Locator("input[name=q-FootSlap-lasting]").CheckAsync();
        await PressAsync(page, "Save the check-in");

        Assert.Equal("Your check-in is saved.", await page.Locator("[role=status]").InnerTextAsync());
        var said = (await LogAsync(ida)).CheckInOn(Today) ?? new CheckIn();
        Assert.Equal((4, null, null, null), (said.Stress, said.HasTwitched, said.Thirst, said.NicotineUnits));
        Assert.Equal([new Answer(Question.ChestPain, IsYes: false), new Answer(Question.FootSlap, IsYes: true, Side.Left, HasLasted: true)], said.Answers.OrderBy(answer => answer.Question));
    }

    [Fact]
    public async Task A_second_check_in_changes_what_was_changed_and_keeps_the_rest()
    {
        var (ida, page) = await OpenAsync("Ida twice");
        await page.Locator("select[name=twitched]").SelectOptionAsync("no");
        await page.Locator("select[name=thirst]").SelectOptionAsync("3");
        await page.GetByLabel("ill", new() { Exact = true }).CheckAsync();
        await PressAsync(page, "Save the check-in");

        await page.Locator("select[name=thirst]").SelectOptionAsync("");
        await page.Locator("select[name=soreness-left]").SelectOptionAsync("2");
        await page.GetByLabel("ill", new() { Exact = true }).UncheckAsync();
        await PressAsync(page, "Save the check-in");

        var said = (await LogAsync(ida)).CheckInOn(Today) ?? new CheckIn();
        Assert.Equal((false, null, 2, DayTags.None), (said.HasTwitched, said.Thirst, said.SorenessLeft, said.Tags));
        Assert.Single((await LogAsync(ida)).Items);
    }

    [Fact]
    public async Task A_twitch_is_written_listed_and_deleted()
    {
        var (ida, page) = await OpenAsync("Ida twitch");

        await page.Locator("select[name=side]").SelectOptionAsync("left");
        await page.Locator("select[name=place]").SelectOptionAsync("calf");
        await page.Locator("select[name=intensity]").SelectOptionAsync("6");
        await page.Locator("input[name=at]").FillAsync("2026-11-15T22:15");
        await PressAsync(page, "Save the twitch");

        var twitch = Assert.Single((await LogAsync(ida)).All<Twitch>());
        Assert.Equal((new DateTimeOffset(2026, 11, 15, 21, 15, 0, TimeSpan.Zero), 6, null, null), (twitch.Entry.Time?.At, twitch.What.Intensity, twitch.What.Minutes, twitch.What.IsWeak));
        Assert.Contains("left calf, intensity 6", await page.Locator(".entry").First.InnerTextAsync(), StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.GetByText("The entry is deleted.").WaitForAsync();
        Assert.Empty((await LogAsync(ida)).Items);
    }

    [Fact]
    public async Task A_medicine_is_taken_until_it_is_stopped()
    {
        var (ida, page) = await OpenAsync("Ida medicine");
        await page.Locator("input[name=name]").FillAsync("Salbutamol 100 mcg");
        await page.Locator("input[name=amount]").FillAsync("2");
        await page.Locator("input[name=since]").FillAsync("2026-10-01");
        await PressAsync(page, "Add the medicine");

        await page.Locator("input[name=stopped]").FillAsync("2026-11-10");
        await PressAsync(page, "Stopped");

        var medicine = Assert.Single((await LogAsync(ida)).All<Medicine>());
        Assert.Equal((new DateOnly(2026, 10, 1), 2, new DateOnly(2026, 11, 10)), (medicine.Day, medicine.What.DailyAmount, medicine.What.StoppedOn));
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Stopped" }).CountAsync());
    }

    [Fact]
    public async Task A_form_without_its_token_writes_nothing()
    {
        var ida = await host.AddWearerAsync("Ida token");
        var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["wearer"] = ida.ToString(), ["day"] = "2026-11-16", ["stress"] = "4" });

        var answer = await host.Client.PostAsync("/diary/check-in", form, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await LogAsync(ida)).Items);
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_the_reason()
    {
        var (ida, page) = await OpenAsync("Ida refused", hasScript: false);
        await page.Locator("input[name=at]").FillAsync("2031-01-01T08:00");

        await PressAsync(page, "Save the twitch");

        Assert.Contains("Nothing was saved.", await page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty((await LogAsync(ida)).Items);
    }

    [Fact]
    public async Task The_page_is_in_the_menu_and_the_days_follow()
    {
        var (ida, page) = await OpenAsync("Ida days");
        await page.Locator("select[name=stress]").SelectOptionAsync("7");
        await PressAsync(page, "Save the check-in");

        Assert.Equal("Diary", await page.Locator(".menu [aria-current=page]").InnerTextAsync());
        for (var tries = 0; tries < 100 && !await IsSummarizedAsync(ida); tries++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        Assert.True(await IsSummarizedAsync(ida));
    }

    private async Task<bool> IsSummarizedAsync(Guid wearerId)
    {
        await using var db = host.Database.Open(wearerId);
        return db.Days.Any(day => day.Day == Today);
    }

    private async Task<(Guid Wearer, IPage Page)> OpenAsync(string name, bool hasScript = true)
    {
        var ida = await host.AddWearerAsync(name);
        var page = await chromium.OpenAsync(host.Address, width: 400, hasScript: hasScript);
        await page.GotoAsync($"/diary?wearer={ida}");
        return (ida, page);
    }

    private static Task PressAsync(IPage page, string button) => page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private Task<DiaryLog> LogAsync(Guid wearerId) => new DiaryTable(host.Database).LoadAsync(wearerId, ZoneHistory.Of("Europe/Berlin"), TestContext.Current.CancellationToken);
}
