using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Analyzing;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using KneeTwitch.Pipeline.Tests.Summarizing;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Analyzing;

public class AnalyzeConsumerTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateTimeOffset Now = new(2026, 4, 2, 8, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Analyses_that_are_due_at_once_need_no_more_connections_than_there_are()
    {
        var life = await Life.BeginAsync(fresh);
        await life.StoreAsync([new Reading(Metric.Steps, Now.AddDays(-2), Now.AddDays(-2).AddMinutes(10), 700, Source.Named("Watch", SourceKind.Worn))]);
        await life.RefreshAsync();
        await using var services = new ServiceCollection()
            .AddSingleton(fresh.Database)
            .AddSingleton<WearerLoader>()
            .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
            .AddMassTransitTestHarness(bus => bus.AddConsumer<AnalyzeConsumer>())
            .BuildServiceProvider(validateScopes: true);
        var harness = services.GetRequiredService<ITestHarness>();
        await harness.Start();
        var imports = Enumerable.Range(0, 2 * FreshDatabase.MostConnections).Select(_ => Guid.NewGuid()).ToList();

        await harness.Bus.PublishBatch(imports.Select(import => new AnalysisDue { WearerId = life.WearerId, ImportId = import }), Cancel);

        foreach (var import in imports)
        {
            Assert.True(await harness.Published.Any<AnalysisDone>(done => done.Context.Message.ImportId == import, Cancel));
        }
    }
}
