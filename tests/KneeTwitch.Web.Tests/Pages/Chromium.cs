using KneeTwitch.Web.Tests.Pages;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace KneeTwitch.Web.Tests.Pages;

/// <summary>A real browser for the whole run. None is a failed run that says what to install.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places =
    [
        Environment.GetEnvironmentVariable("CHROMIUM") ?? "",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        @"C:\Program Files\Google\Chrome\Application\chrome.exe",
    ];

    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        var place = Array.Find(Places, File.Exists)
            ?? throw new InvalidOperationException("The tests of the pages need a browser. Install Chromium (Debian: apt-get install chromium), or set CHROMIUM to the path of one.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = place, Args = ["--no-sandbox", "--disable-dev-shm-usage"] });
    }

    /// <summary>A browser window of its own, with nothing remembered.</summary>
    public async Task<IPage> OpenAsync(Uri address, int width = 1100, bool isDark = false, bool hasScript = true)
    {
        var context = await (browser ?? throw new InvalidOperationException("The browser is not running.")).NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            ViewportSize = new() { Width = width, Height = 800 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
        });
        context.SetDefaultTimeout(15_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        playwright?.Dispose();
    }
}
