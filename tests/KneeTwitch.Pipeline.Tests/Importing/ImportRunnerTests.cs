using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Ingesting;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Tests.Importing.Apple;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public sealed class ImportRunnerTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>, IAsyncDisposable
{
    private readonly ExportFolder kept = new();
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 4, 1, 8, 0, 0, TimeSpan.Zero));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ImportOptions Options => new() { Folder = kept.Path };

    private ImportTable Imports => new(fresh.Database, clock);

    private ImportClaims Claims => new(fresh.Owner, Imports, clock);

    /// <summary>A runner takes any wearer's import: what a test leaves open would be the next one's work.</summary>
    public async ValueTask DisposeAsync()
    {
        await using var leftovers = fresh.OwnerSource.CreateCommand("update imports set state = 5 where state in (0, 1, 2)");
        await leftovers.ExecuteNonQueryAsync(CancellationToken.None);
        kept.Dispose();
    }

    [Fact]
    public async Task An_accepted_import_is_read_stored_announced_and_finished()
    {
        await using var services = await BusAsync(stores: true);
        var harness = services.GetRequiredService<ITestHarness>();
        var import = await AcceptAsync(AppleExport.Sample("small.xml"));

        Assert.True(await Runner(services).RunOnceAsync(Cancel));

        Assert.True(await harness.Published.Any<DaysChanged>(message => message.Context.Message.ImportId == import.ImportId, Cancel));
        var days = harness.Published.Select<DaysChanged>(Cancel).First().Context.Message.UtcDays;
        var settling = await Imports.FindAsync(import.WearerId, import.ImportId, Cancel);
        Assert.Equal([new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 3)], days);
        Assert.Equal((ImportState.Settling, "apple-health", 8L, 2, 1), (settling!.State, settling.Format, settling.Readings, settling.Batches, settling.Attempt));

        await harness.Bus.Publish(new AlertsSettled { WearerId = import.WearerId, ImportId = import.ImportId }, Cancel);
        Assert.True(await harness.Consumed.Any<AlertsSettled>(Cancel));
        Assert.Equal(ImportState.Done, (await Imports.FindAsync(import.WearerId, import.ImportId, Cancel))!.State);
    }

    [Fact]
    public async Task Rejects_stay_with_the_import()
    {
        await using var services = await BusAsync(stores: false);
        using var folder = new ExportFolder();
        var import = await AcceptAsync(folder.File("export.xml", $"<HealthData>{AppleExport.Record("HKQuantityTypeIdentifierStepCount", "5", "bucket")}"));

        await Runner(services).RunOnceAsync(Cancel);

        var read = await Imports.FindAsync(import.WearerId, import.ImportId, Cancel);
        Assert.Equal(2, read!.Rejected);
        Assert.Contains(read.Rejects, reject => reject.Reason == "StepCount: the unit 'bucket' is not known");
        Assert.Equal((ImportState.Settling, 0), (read.State, read.Batches));
        Assert.True(await services.GetRequiredService<ITestHarness>().Published.Any<DaysChanged>(message => message.Context.Message.ImportId == import.ImportId && message.Context.Message.UtcDays.Count == 0, Cancel));
    }

    [Fact]
    public async Task A_file_nobody_knows_fails_with_its_sentence()
    {
        await using var services = await BusAsync(stores: false);
        using var folder = new ExportFolder();
        var import = await AcceptAsync(folder.File("diary.txt", "dear diary"));

        await Runner(services).RunOnceAsync(Cancel);

        var failed = await Imports.FindAsync(import.WearerId, import.ImportId, Cancel);
        Assert.Equal(ImportState.Failed, failed!.State);
        Assert.StartsWith("diary.txt is no export of a known format", failed.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_dead_process_was_reading_is_taken_over_when_its_lease_has_run_out()
    {
        var import = await AcceptAsync(AppleExport.Sample("small.xml"));
        var first = await Claims.ClaimAsync(TimeSpan.FromSeconds(30), Cancel);

        var tooEarly = await Claims.ClaimAsync(TimeSpan.FromSeconds(30), Cancel);
        clock.Advance(TimeSpan.FromSeconds(31));
        var second = await Claims.ClaimAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal((import.ImportId, 1), (first!.ImportId, first.Attempt));
        Assert.Null(tooEarly);
        Assert.Equal((import.ImportId, 2), (second!.ImportId, second.Attempt));
        Assert.False(await Imports.ProgressAsync(first, 1, 1, 0, TimeSpan.FromSeconds(30), Cancel));
        Assert.True(await Imports.CancelAsync(import.WearerId, import.ImportId, Cancel));
    }

    [Fact]
    public async Task Lost_batches_are_read_again()
    {
        await using var services = await BusAsync(stores: false);
        var import = await AcceptAsync(AppleExport.Sample("small.xml"));
        await Runner(services).RunOnceAsync(Cancel);

        await Claims.ForgetLeasesAsync(Cancel);
        Assert.True(await Runner(services).RunOnceAsync(Cancel));
        var waiting = await Imports.FindAsync(import.WearerId, import.ImportId, Cancel);
        Assert.True(await Runner(services).RunOnceAsync(Cancel));
        var again = await Imports.FindAsync(import.WearerId, import.ImportId, Cancel);

        Assert.Equal(ImportState.Accepted, waiting!.State);
        Assert.Equal((ImportState.Settling, 2), (again!.State, again.Attempt));
        Assert.True(await Imports.CancelAsync(import.WearerId, import.ImportId, Cancel));
    }

    [Fact]
    public async Task The_same_file_again_is_another_import_and_a_cancelled_one_is_left_alone()
    {
        var first = await AcceptAsync(AppleExport.Sample("small.xml"));
        var second = await Imports.AcceptAsync(first.WearerId, new StoredExport(first.FileHash, "again.xml", first.TotalBytes), null, null, Cancel);

        Assert.True(await Imports.CancelAsync(first.WearerId, first.ImportId, Cancel));
        Assert.False(await Imports.CancelAsync(first.WearerId, first.ImportId, Cancel));
        var claimed = await Claims.ClaimAsync(TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal(second.ImportId, claimed!.ImportId);
        Assert.True(await Imports.CancelAsync(second.WearerId, second.ImportId, Cancel));
    }

    private async Task<Import> AcceptAsync(string path)
    {
        var stored = await new ExportStore(Options).PutAsync(path, Cancel);
        return await Imports.AcceptAsync(await fresh.AddWearerAsync(), stored, null, null, Cancel);
    }

    private ImportRunner Runner(IServiceProvider services)
    {
        var run = new ImportRun(
            ExportReaders.Default, new ExportStore(Options), Options, Imports, fresh.Database, new WearerLoader(fresh.Database), services.GetRequiredService<IBus>(), clock, NullLoggerFactory.Instance);
        return new ImportRunner(Claims, run, Options, clock, NullLogger<ImportRunner>.Instance);
    }

    private async Task<ServiceProvider> BusAsync(bool stores)
    {
        var services = new ServiceCollection()
            .AddSingleton(fresh.Database)
            .AddSingleton(new ReadingTable(fresh.Database))
            .AddSingleton(fresh.Wearers())
            .AddSingleton(Imports)
            .AddMassTransitTestHarness(bus =>
            {
                bus.AddConsumer<FinishImportConsumer>();
                if (stores)
                {
                    bus.AddConsumer<StoreReadingsConsumer<ActivityRead>>();
                    bus.AddConsumer<StoreProfileConsumer>();
                }
            })
            .BuildServiceProvider(true);
        await services.GetRequiredService<ITestHarness>().Start();
        return services;
    }
}
