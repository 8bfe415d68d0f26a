using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using Xunit;

namespace KneeTwitch.Web.Tests.Pages;

public class LinksPageTests(PagesHost host, Chromium chromium) : IClassFixture<PagesHost>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_diary_the_page_says_what_to_log()
    {
        var wearer = await host.AddWearerAsync("Lea nothing");

        var text = await TextAsync(wearer);

        Assert.Contains("No day says yet whether there was a twitch.", text, StringComparison.Ordinal);
        Assert.Contains("Who is worried looks more closely", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twitches_after_short_nights_are_told_with_counts_and_without_a_chance_or_a_reason()
    {
        var wearer = await host.AddWearerAsync("Lea nights");
        await using (var connection = await host.Database.ConnectAsync(wearer, Cancel))
        await using (var transaction = await connection.BeginTransactionAsync(Cancel))
        {
            await DayTable.SaveAsync(connection, wearer, Household.LastDay.AddDays(-199), Household.LastDay, [.. Enumerable.Range(0, 200).Select(Day)], Cancel);
            await transaction.CommitAsync(Cancel);
        }

        var text = await TextAsync(wearer);

        Assert.Matches("In the last 24 weeks twitching was logged on [0-9]+ of [0-9]+ days after short nights and on [0-9]+ of [0-9]+ comparable days. The same pattern came up in two looks.", text);
        Assert.Contains("Not enough data yet: 0 of 60 days on which it is known.", text, StringComparison.Ordinal);
        Assert.DoesNotMatch("\\bp =|causes|triggers|times more likely", text);
    }

    private static DaySummary Day(int index)
    {
        // Blocks of short nights, so that a mean of three nights still tells them from long ones.
        var isShort = index * 11 % 29 < 10 && index % 5 != 0;
        return new DaySummary
        {
            Day = Household.LastDay.AddDays(index - 199),
            Values =
            [
                new DayValue(Metric.SleepMinutes, isShort ? 350 : 460 + (index % 7), DayState.Measured, 1, "Watch"),
                new DayValue(Metric.KneeTwitchEpisodes, isShort ? 1 : 0, isShort ? DayState.Measured : DayState.Zero, 1, isShort ? "Diary" : null),
            ],
        };
    }

    private async Task<string> TextAsync(Guid wearer)
    {
        var page = await chromium.OpenAsync(host.Address, hasScript: false);
        await page.GotoAsync($"/links?wearer={wearer}");
        return await page.Locator("main").InnerTextAsync();
    }
}
