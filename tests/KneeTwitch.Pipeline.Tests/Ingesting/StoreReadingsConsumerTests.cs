using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Ingesting;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using MassTransit.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Ingesting;

public class StoreReadingsConsumerTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_last_batch_announces_the_days_of_the_whole_import()
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);
        await using (var db = fresh.Database.Open(wearer))
        {
            await db.Imports.ExecuteUpdateAsync(set => set.SetProperty(row => row.State, ImportState.Settling).SetProperty(row => row.Batches, 3), Cancel);
        }

        await using var services = Services();
        var harness = services.GetRequiredService<ITestHarness>();
        harness.TestInactivityTimeout = TimeSpan.FromMinutes(1); // What we wait for comes; a busy machine may take its time.
        await harness.Start();

        await harness.Bus.Publish(Drinks(wearer, import, 0, Day), Cancel);
        await harness.Bus.Publish(Profile(wearer, import, 1), Cancel);
        Assert.True(await harness.Consumed.Any<HydrationRead>(Cancel) && await harness.Consumed.Any<ProfileRead>(Cancel));
        await harness.Bus.Publish(Drinks(wearer, import, 2, Day.AddDays(1)), Cancel);

        var said = harness.Published.Select<DaysChanged>(Cancel).First().Context.Message;
        Assert.Equal((wearer, import), (said.WearerId, said.ImportId));
        Assert.Equal([Day, Day.AddDays(1)], said.UtcDays);
        Assert.Equal("America/New_York", (await fresh.Wearers().FindAsync(wearer.ToString(), Cancel))?.CurrentZone);
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddSingleton(fresh.Database)
        .AddSingleton(fresh.Wearers())
        .AddSingleton<ReadingTable>()
        .AddMassTransitTestHarness(bus =>
        {
            bus.AddConsumer<StoreReadingsConsumer<HydrationRead>>();
            bus.AddConsumer<StoreProfileConsumer>();
        })
        .BuildServiceProvider();

    private static HydrationRead Drinks(Guid wearer, Guid import, int batch, DateOnly day)
    {
        var chunk = new ChunkBuilder(Metric.WaterMl, Source.Named("Phone"), day, 1);
        chunk.Add(36000, 0, 250);
        return new HydrationRead { WearerId = wearer, ImportId = import, Attempt = 1, Batch = batch, Chunks = [chunk.Build()] };
    }

    private static ProfileRead Profile(Guid wearer, Guid import, int batch) => new()
    {
        WearerId = wearer,
        ImportId = import,
        Attempt = 1,
        Batch = batch,
        Facts =
        [
            new Fact(Fact.Zone, new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.Zero), "America/New_York"),
            new Fact(Fact.Zone, new DateTimeOffset(Day, TimeOnly.MinValue, TimeSpan.Zero), "America/New_York"),
        ],
    };
}
