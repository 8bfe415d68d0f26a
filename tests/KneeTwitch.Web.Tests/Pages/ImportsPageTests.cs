using System.Net;
using System.Text;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class ImportsPageTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    private static readonly byte[] TinyExport = Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><HealthData locale=\"en_US\"></HealthData>");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_upload_shows_up_with_and_without_script(bool hasScript)
    {
        var wearer = await host.AddWearerAsync($"Eva {hasScript}");
        var page = await chromium.OpenAsync(host.Address, hasScript: hasScript);
        await page.GotoAsync($"/imports?wearer={wearer}");

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "my export.xml", MimeType = "text/xml", Buffer = TinyExport });
        await page.GetByRole(AriaRole.Button, new() { Name = "Read this export" }).ClickAsync();

        await page.WaitForURLAsync("**/imports/*-*");
        Assert.Equal("my export.xml", await page.Locator("h1").InnerTextAsync());
        await using var db = host.Database.Open(wearer);
        var import = await db.Imports.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal((ImportState.Accepted, TinyExport.LongLength), (import.State, import.TotalBytes));
    }

    [Fact]
    public async Task Progress_moves_by_itself_until_the_import_is_done()
    {
        var (wearer, importId) = await ReadingAsync("Fred");
        var page = await chromium.OpenAsync(host.Address);
        await page.GotoAsync($"/imports/{importId}?wearer={wearer}");
        Assert.Contains("Reading, 1 MB of 4 MB", await page.Locator("[data-field=state]").InnerTextAsync(), StringComparison.Ordinal);

        await ChangeAsync(wearer, import => (import.ReadBytes, import.Readings) = (3_000_000, 5120));
        await page.GetByText("Reading, 3 MB of 4 MB").WaitForAsync();
        Assert.Equal(3_000_000, await page.Locator("progress").EvaluateAsync<double>("bar => bar.value"));
        Assert.Equal("5 120", (await page.Locator("[data-field=readings]").InnerTextAsync()).Replace('\u202F', ' '));

        await ChangeAsync(wearer, import => import.State = ImportState.Done);
        await page.GetByRole(AriaRole.Link, new() { Name = "See this week" }).WaitForAsync();
    }

    [Fact]
    public async Task Without_script_the_page_asks_again_by_itself()
    {
        var (wearer, importId) = await ReadingAsync("Fritz");
        var page = await chromium.OpenAsync(host.Address, hasScript: false);

        await page.GotoAsync($"/imports/{importId}?wearer={wearer}");

        Assert.Equal(1, await page.Locator("meta[http-equiv=refresh]").CountAsync());
    }

    [Fact]
    public async Task What_was_not_read_is_listed_with_counts_and_places()
    {
        var wearer = await host.MoveInAsync("Gina");
        var page = await chromium.OpenAsync(host.Address);
        await page.GotoAsync($"/imports?wearer={wearer}");

        await page.GetByRole(AriaRole.Link, new() { Name = "export.zip" }).ClickAsync();

        Assert.Equal(["214 033", "201 540", "12 493", "17"], (await page.Locator(".facts dd").AllInnerTextsAsync()).Select(text => text.Replace('\u202F', ' ')));
        var first = await page.Locator("tbody tr").First.InnerTextAsync();
        Assert.Contains("A record without a value", first, StringComparison.Ordinal);
        Assert.Contains("14", first, StringComparison.Ordinal);
        Assert.Contains("export.xml line 8812", first, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_file_is_refused_in_words(bool hasScript)
    {
        var wearer = await host.AddWearerAsync($"Hugo {hasScript}");
        var page = await chromium.OpenAsync(host.Address, hasScript: hasScript);
        await page.GotoAsync($"/imports?wearer={wearer}");

        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "empty.zip", MimeType = "application/zip", Buffer = [] });
        await page.GetByRole(AriaRole.Button, new() { Name = "Read this export" }).ClickAsync();

        await page.GetByText("empty.zip is empty").WaitForAsync();
    }

    [Fact]
    public async Task An_import_that_asks_whose_rows_to_read_is_answered_without_script()
    {
        var wearer = await FailedAsync("Ida", import => (import.Error, import.Format) = ("Fitabase: study.zip holds 2 people: 1503, 1624. Choose one of them with --person.", "fitabase-csv"));
        var page = await chromium.OpenAsync(host.Address, hasScript: false);
        await page.GotoAsync($"/imports?wearer={wearer}");
        await page.GetByRole(AriaRole.Link, new() { Name = "export.zip" }).ClickAsync();
        await page.GetByText("holds 2 people: 1503, 1624. Choose one of them below.").WaitForAsync();

        await page.GetByLabel("Whose rows to read").FillAsync("1624");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it again" }).ClickAsync();

        Assert.Equal(("1624", "fitabase-csv"), await AcceptedAsync(wearer));
    }

    [Fact]
    public async Task An_import_that_could_be_of_two_formats_is_answered_without_script()
    {
        var wearer = await FailedAsync("Jan", import => import.Error = "export.zip could be oura (a.json) or whoop (b.csv). Choose one with --format.");
        var page = await chromium.OpenAsync(host.Address, hasScript: false);
        await page.GotoAsync($"/imports?wearer={wearer}");
        await page.GetByRole(AriaRole.Link, new() { Name = "export.zip" }).ClickAsync();

        await page.GetByLabel("Format").SelectOptionAsync("whoop");
        await page.GetByRole(AriaRole.Button, new() { Name = "Read it again" }).ClickAsync();

        Assert.Equal((null, "whoop"), await AcceptedAsync(wearer));
    }

    [Fact]
    public async Task An_import_that_failed_for_another_reason_asks_nothing()
    {
        var wearer = await FailedAsync("Kim", import => import.Error = "export.zip is empty. Make the export again.");
        var page = await chromium.OpenAsync(host.Address, hasScript: false);
        await page.GotoAsync($"/imports?wearer={wearer}");
        await page.GetByRole(AriaRole.Link, new() { Name = "export.zip" }).ClickAsync();

        await page.GetByText("export.zip is empty").WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Button, new() { Name = "Read it again" }).CountAsync());
    }

    [Fact]
    public async Task An_upload_may_bring_format_and_person_and_an_unknown_format_is_refused()
    {
        var wearer = await host.AddWearerAsync("Lea");

        var taken = await host.Client.PostAsync($"/api/imports?wearer={wearer}&name=a.xml&format=fitabase-csv&person=1503", new ByteArrayContent(TinyExport), TestContext.Current.CancellationToken);
        var refused = await host.Client.PostAsync($"/api/imports?wearer={wearer}&name=a.xml&format=abacus", new ByteArrayContent(TinyExport), TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.BadRequest), (taken.StatusCode, refused.StatusCode));
        Assert.Contains("There is no such format", await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(("1503", "fitabase-csv"), await AcceptedAsync(wearer));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_form_takes_format_and_person_for_who_knows_them(bool hasScript)
    {
        var wearer = await host.AddWearerAsync($"Max {hasScript}");
        var page = await chromium.OpenAsync(host.Address, hasScript: hasScript);
        await page.GotoAsync($"/imports?wearer={wearer}");

        await page.GetByText("Several people in the file").ClickAsync();
        await page.GetByLabel("Format").SelectOptionAsync("fitabase-csv");
        await page.GetByLabel("Whose rows to read").FillAsync("1503");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "study.xml", MimeType = "text/xml", Buffer = TinyExport });
        await page.GetByRole(AriaRole.Button, new() { Name = "Read this export" }).ClickAsync();

        await page.WaitForURLAsync("**/imports/*-*");
        Assert.Equal(("1503", "fitabase-csv"), await AcceptedAsync(wearer));
    }

    [Fact]
    public async Task What_no_real_export_could_confirm_is_said_where_it_was_read()
    {
        var (wearer, importId) = await ReadingAsync("Nina");
        await ChangeAsync(wearer, import => (import.State, import.Format) = (ImportState.Done, "google-fit"));
        var page = await chromium.OpenAsync(host.Address, hasScript: false);

        await page.GotoAsync($"/imports/{importId}?wearer={wearer}");

        Assert.Contains("The whole schema", await page.GetByRole(AriaRole.Region, new() { Name = "What is uncertain" }).InnerTextAsync(), StringComparison.Ordinal);
    }

    private async Task<(string? Person, string? Format)> AcceptedAsync(Guid wearer)
    {
        await using var db = host.Database.Open(wearer);
        var import = await db.Imports.SingleAsync(import => import.State == ImportState.Accepted, TestContext.Current.CancellationToken);
        return (import.Person, import.Format);
    }

    private async Task<Guid> FailedAsync(string name, Action<Import> change)
    {
        var (wearer, _) = await ReadingAsync(name);
        await ChangeAsync(wearer, import => import.State = ImportState.Failed);
        await ChangeAsync(wearer, change);
        return wearer;
    }

    private async Task<(Guid Wearer, Guid Import)> ReadingAsync(string name)
    {
        var wearer = await host.AddWearerAsync(name);
        var import = new Import
        {
            WearerId = wearer,
            ImportId = Guid.CreateVersion7(),
            FileHash = new string('b', 64),
            FileName = "export.zip",
            TotalBytes = 4_000_000,
            ReadBytes = 1_000_000,
            State = ImportState.Reading,
            AcceptedAt = Household.Now,
            Attempt = 1,
        };
        await using var db = host.Database.Open(wearer);
        db.Imports.Add(import);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return (wearer, import.ImportId);
    }

    private async Task ChangeAsync(Guid wearer, Action<Import> change)
    {
        await using var db = host.Database.Open(wearer);
        change(await db.Imports.SingleAsync(TestContext.Current.CancellationToken));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }
}
