using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class WearerTableTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private WearerTable Wearers => fresh.Wearers(new FakeTimeProvider(Now));

    [Fact]
    public async Task A_wearer_is_found_by_name_and_by_id()
    {
        var made = await Wearers.CreateAsync("Anna", "Europe/Berlin", Cancel);

        Assert.Equal(made.WearerId, (await Wearers.FindAsync("Anna", Cancel))?.WearerId);
        Assert.Equal("Anna", (await Wearers.FindAsync(made.WearerId.ToString(), Cancel))?.Name);
        Assert.Null(await Wearers.FindAsync("Nobody", Cancel));
    }

    [Fact]
    public async Task A_name_is_given_once()
    {
        await Wearers.CreateAsync("Ben", "Europe/Berlin", Cancel);

        var taken = await Assert.ThrowsAsync<StorageException>(() => Wearers.CreateAsync("Ben", "Europe/Berlin", Cancel));

        Assert.Equal("There is a wearer \"Ben\" already. Choose another name.", taken.Message);
    }

    [Fact]
    public async Task A_zone_holds_from_local_midnight_and_moves_the_schedule()
    {
        var wearer = await fresh.AddWearerAsync();

        await Wearers.SetZoneAsync(wearer, "Europe/Berlin", null, Cancel);
        await Wearers.SetZoneAsync(wearer, "America/New_York", new DateOnly(2026, 5, 1), Cancel);

        var zones = (await new WearerLoader(fresh.Database).LoadAsync(wearer, Cancel)).Zones;
        Assert.Equal("Europe/Berlin", zones.ZoneAt(new DateTimeOffset(2026, 5, 1, 3, 59, 59, TimeSpan.Zero)).Id);
        Assert.Equal("America/New_York", zones.ZoneAt(new DateTimeOffset(2026, 5, 1, 4, 0, 0, TimeSpan.Zero)).Id);
        Assert.Equal("America/New_York", (await Wearers.FindAsync(wearer.ToString(), Cancel))?.CurrentZone);
        Assert.Contains("America/New_York", await fresh.Directory.ZonesAsync(Cancel));
    }

    [Fact]
    public async Task An_unknown_zone_is_refused() =>
        await Assert.ThrowsAsync<TimeZoneNotFoundException>(() => Wearers.CreateAsync("Cleo", "Middle/Earth", Cancel));

    [Fact]
    public async Task What_the_wearer_says_wins_over_what_an_export_shows()
    {
        var wearer = await fresh.AddWearerAsync();
        await AddFactsAsync(wearer, (Fact.BirthYear, "1980"), (Fact.Sex, "female"));
        var shown = await new WearerLoader(fresh.Database).LoadAsync(wearer, Cancel);

        await Wearers.UpdateAsync(wearer, profile => profile.BirthYear = 1985, Cancel);

        var said = await new WearerLoader(fresh.Database).LoadAsync(wearer, Cancel);
        Assert.Equal((1980, Sex.Female), (shown.BirthYear, shown.Sex));
        Assert.Equal((1985, Sex.Female), (said.BirthYear, said.Sex));
    }

    [Fact]
    public async Task What_the_rules_ask_of_health_is_unsaid_until_it_is_said()
    {
        var wearer = await fresh.AddWearerAsync();
        var unsaid = await new WearerLoader(fresh.Database).LoadAsync(wearer, Cancel);

        await Wearers.UpdateAsync(wearer, profile => (profile.HasKidneyDisease, profile.IsPregnant) = (true, true), Cancel);

        var said = await new WearerLoader(fresh.Database).LoadAsync(wearer, Cancel);
        Assert.Equal((false, false), (unsaid.HasKidneyDisease, unsaid.IsPregnant));
        Assert.Equal((true, true), (said.HasKidneyDisease, said.IsPregnant));
    }

    [Fact]
    public async Task A_rank_can_be_given_changed_and_taken_back()
    {
        var wearer = await fresh.AddWearerAsync();
        var loader = new WearerLoader(fresh.Database);

        await Wearers.SetTrustAsync(wearer, Metric.Steps, "Ring", 2, Cancel);
        await Wearers.SetTrustAsync(wearer, Metric.Steps, "Ring", 1, Cancel);
        var changed = await loader.LoadTrustAsync(wearer, Cancel);
        await Wearers.SetTrustAsync(wearer, Metric.Steps, "Ring", null, Cancel);

        Assert.Equal([(Metric.Steps, "Ring", 1)], changed.Changes);
        Assert.Empty((await loader.LoadTrustAsync(wearer, Cancel)).Changes);
    }

    private async Task AddFactsAsync(Guid wearer, params (string Kind, string Value)[] facts)
    {
        await using var db = fresh.Database.Open(wearer);
        db.Facts.AddRange(facts.Select(fact => new WearerFact { WearerId = wearer, Kind = fact.Kind, At = Now, Value = fact.Value }));
        await db.SaveChangesAsync(Cancel);
    }
}
