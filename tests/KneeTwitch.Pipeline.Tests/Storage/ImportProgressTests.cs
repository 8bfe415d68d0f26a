using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Ingesting;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Storage;

public class ImportProgressTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateOnly Day = new(2026, 3, 1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_import_is_complete_when_the_last_batch_of_its_last_attempt_is_stored()
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);
        await StoreAsync(wearer, import, attempt: 1, batch: 0, Day.AddDays(5));
        await StoreAsync(wearer, import, attempt: 2, batch: 0, Day);
        await SetAsync(wearer, ImportState.Settling, attempt: 2, batches: 2);
        var early = await CompletedAsync(wearer, import);

        await StoreAsync(wearer, import, attempt: 2, batch: 1, Day.AddDays(1));

        Assert.Null(early);
        Assert.Equal([Day, Day.AddDays(1), Day.AddDays(5)], await CompletedAsync(wearer, import));
    }

    [Fact]
    public async Task An_import_that_is_still_read_is_not_complete()
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);
        await StoreAsync(wearer, import, attempt: 1, batch: 0, Day);

        Assert.Null(await CompletedAsync(wearer, import));
    }

    [Fact]
    public async Task An_import_without_any_batch_is_complete_without_days()
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);
        await SetAsync(wearer, ImportState.Settling, attempt: 1, batches: 0);

        Assert.Equal([], await CompletedAsync(wearer, import));
    }

    private async Task StoreAsync(Guid wearer, Guid import, int attempt, int batch, DateOnly day)
    {
        var chunk = new ChunkBuilder(Metric.WaterMl, Source.Named("Phone"), day, 1);
        chunk.Add(0, 0, 250);
        await new ReadingTable(fresh.Database).MergeAsync(wearer, import, attempt, batch, [chunk.Build()], Cancel);
    }

    private async Task SetAsync(Guid wearer, ImportState state, int attempt, int batches)
    {
        await using var db = fresh.Database.Open(wearer);
        await db.Imports.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.Attempt, attempt).SetProperty(row => row.Batches, batches),
            Cancel);
    }

    private async Task<IReadOnlyList<DateOnly>?> CompletedAsync(Guid wearer, Guid import)
    {
        await using var connection = await fresh.Database.ConnectAsync(wearer, Cancel);
        return await ImportProgress.CompletedDaysAsync(connection, wearer, import, Cancel);
    }
}
