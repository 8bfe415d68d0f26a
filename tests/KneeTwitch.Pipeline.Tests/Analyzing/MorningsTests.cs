using CsCheck;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Risks;
using KneeTwitch.Pipeline.Analyzing;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Analyzing;

public class MorningsTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private const int Days = 34, MostDaysLate = 7;

    private static readonly DateOnly First = new(2026, 1, 5);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_morning_leaves_the_ledger_of_a_full_replay_however_late_the_days_come() =>
        await Gen.Int[0, int.MaxValue].SampleAsync(
            async seed =>
            {
                var random = new Random(seed);
                var wearer = await new WearerLoader(fresh.Database).LoadAsync(await fresh.AddWearerAsync(), Cancel);
                var life = Enumerable.Range(0, Days)
                    .Select(day => (Day: Day(day, random), Entry: CheckIn(day, random), KnownFrom: day + (random.Next(3) == 0 ? random.Next(1, MostDaysLate) : 0)))
                    .ToList();
                var clock = new FakeTimeProvider(Morning(0));
                await using var services = Services(clock);
                var harness = services.GetRequiredService<ITestHarness>();
                harness.TestInactivityTimeout = TimeSpan.FromMinutes(1); // What we wait for comes; a busy machine may take its time.
                await harness.Start();
                var saidThen = new List<Assessment>();
                for (var morning = 0; morning < Days + MostDaysLate; morning++)
                {
                    foreach (var late in life.Where(one => one.KnownFrom == morning).OrderBy(_ => random.Next()).ToList())
                    {
                        await StoreAsync(wearer.Id, late.Day, late.Entry);
                    }

                    clock.SetUtcNow(Morning(morning));
                    await harness.Bus.Publish(new AnalysisDue { WearerId = wearer.Id }, Cancel);
                    Assert.True(await harness.Published.Any<AnalysisDone>(done => done.Context.Message.Through == First.AddDays(morning), Cancel));

                    var known = life.Where(one => one.KnownFrom <= morning).ToList();
                    var ledger = await LedgerAsync(wearer.Id);
                    AssertSame(
                        known.Count == 0 ? [] : Analysis.Run(new History(wearer, known.Select(one => one.Day), First.AddDays(morning), DiaryLog.Of(known.Select(one => one.Entry), wearer.Zones))),
                        ledger);
                    if (life.Take(morning + 1).All(one => one.KnownFrom <= morning))
                    {
                        saidThen.AddRange(ledger.Where(said => said.Day == First.AddDays(morning)));
                    }
                }

                var replay = (await LedgerAsync(wearer.Id)).ToDictionary(said => (said.Factor, said.Day));
                Assert.NotEmpty(saidThen);
                Assert.All(saidThen, said => Assert.True(LedgerTable.AreSame(replay[(said.Factor, said.Day)], said)));
            },
            iter: 2,
            threads: 1);

    private ServiceProvider Services(TimeProvider clock) => new ServiceCollection()
        .AddSingleton(fresh.Database)
        .AddSingleton<DayTable>()
        .AddSingleton<DiaryTable>()
        .AddSingleton<WearerLoader>()
        .AddSingleton(clock)
        .AddMassTransitTestHarness(bus => bus.AddConsumer<AnalyzeConsumer>())
        .BuildServiceProvider();

    private async Task StoreAsync(Guid wearerId, DaySummary day, DiaryEntry entry)
    {
        await new DiaryTable(fresh.Database).MergeAsync(wearerId, [entry], Cancel);
        await using var connection = await fresh.Database.ConnectAsync(wearerId, Cancel);
        await using var transaction = await connection.BeginTransactionAsync(Cancel);
        await WearerLock.TakeAsync(connection, wearerId, Cancel);
        await DayTable.SaveAsync(connection, wearerId, day.Day, day.Day, [day], Cancel);
        await transaction.CommitAsync(Cancel);
    }

    private async Task<IReadOnlyList<Assessment>> LedgerAsync(Guid wearerId)
    {
        await using var db = fresh.Database.Open(wearerId);
        return await LedgerTable.LoadAsync(db, Cancel);
    }

    private static void AssertSame(IReadOnlyList<Assessment> replay, IReadOnlyList<Assessment> ledger)
    {
        var stored = ledger.ToDictionary(said => (said.Factor, said.Day));
        Assert.Equal(replay.Count, stored.Count);
        Assert.All(replay, said => Assert.True(LedgerTable.AreSame(stored[(said.Factor, said.Day)], said)));
    }

    /// <summary>The hour after the one at which a day is judged, in the wearer's winter.</summary>
    private static DateTimeOffset Morning(int day) => new(First.AddDays(day + 1), new TimeOnly(5, 0), TimeSpan.Zero);

    /// <summary>Short nights, much coffee and stress, more of it in the second half: levels rise.</summary>
    private static DaySummary Day(int after, Random random)
    {
        var (day, worse) = (First.AddDays(after), after > Days / 2 ? 1 : 0);
        var asleep = 440 - (60 * worse) + random.Next(-40, 40);
        var woken = new DateTimeOffset(day, new TimeOnly(6, 0), TimeSpan.Zero);
        return new DaySummary
        {
            Day = day,
            Asleep = [new SleepSpan(woken.AddMinutes(-asleep), woken)],
            Values =
            [
                Value(Metric.SleepMinutes, asleep),
                Value(Metric.CaffeineMg, 250 + (200 * worse) + random.Next(-50, 50)),
                Value(Metric.StressScore, 4 + (3 * worse) + random.Next(0, 2)),
                Value(Metric.NicotineUnits, random.Next(0, 12)),
            ],
        };
    }

    private static DayValue Value(Metric metric, double value) => new(metric, value, value == 0 ? DayState.Zero : DayState.Measured, 1, "Watch");

    private static DiaryEntry CheckIn(int after, Random random) => new()
    {
        Key = DiaryEntry.KeyOf(DiaryEntry.Hand, "check-in", $"{after}"),
        Source = DiaryEntry.Hand,
        Time = DiaryTime.On(First.AddDays(after)),
        Said = Morning(after),
        What = new CheckIn { Tags = random.Next(8) == 0 ? DayTags.Ill : DayTags.None },
    };
}
