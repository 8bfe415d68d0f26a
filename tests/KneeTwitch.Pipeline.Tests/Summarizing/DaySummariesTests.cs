using CsCheck;
using KneeTwitch.Core.Days;
using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Storage;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Summarizing;

public class DaySummariesTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateTimeOffset First = new(2026, 3, 25, 0, 0, 0, TimeSpan.Zero);
    private static readonly Source Watch = Source.Named("Watch", SourceKind.Worn);
    private static readonly Source Phone = Source.Named("Phone", SourceKind.Phone);

    private static readonly Gen<Reading> AnyReading = Gen
        .Select(
            Gen.OneOf(Metric.Steps, Metric.SleepStage, Metric.WaterMl, Metric.HeartRateBpm, Metric.VendorSteps, Metric.WorkoutSport, Metric.WorkoutRpe, Metric.BodyMassKg),
            Gen.OneOf(Watch, Phone, Source.Named("App")),
            Gen.Int[0, 8 * 96],
            Gen.OneOf(0, 900, 3600, 7 * 3600, 24 * 3600),
            Gen.Int[0, 5])
        .Select((metric, source, quarter, length, value) => metric == Metric.VendorSteps
            ? Reading.OfDay(metric, DateOnly.FromDateTime(First.AddMinutes(15 * quarter).UtcDateTime), value, source)
            : new Reading(metric, First.AddMinutes(15 * quarter), First.AddMinutes(15 * quarter).AddSeconds(length), value, source));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Many_who_take_turns_need_no_more_connections_than_there_are()
    {
        var life = await Life.BeginAsync(fresh);
        await life.StoreAsync([new Reading(Metric.Steps, First, First.AddMinutes(10), 700, Watch)]);

        await Task.WhenAll(Enumerable.Range(0, 2 * FreshDatabase.MostConnections).Select(_ => life.RefreshAsync()));

        Assert.Single(await life.DaysAsync());
    }

    [Fact]
    public async Task Readings_in_any_order_split_and_repeated_make_the_days_they_make_at_once() =>
        await Gen.Select(Gen.Select(AnyReading, Gen.Int[1, 3]).Array[1, 60], Gen.Int[0, int.MaxValue]).SampleAsync(
            async (readings, seed) =>
            {
                var random = new Random(seed);
                var atOnce = await Life.BeginAsync(fresh);
                foreach (var export in readings.GroupBy(said => said.Item2))
                {
                    await atOnce.StoreAsync(export.Select(said => said.Item1), export.Key);
                }

                await atOnce.RefreshAsync();

                var late = await Life.BeginAsync(fresh);
                (Reading Reading, int Version)[] parts = [.. readings, .. readings.Where(_ => random.Next(2) == 0)];
                random.Shuffle(parts);
                foreach (var part in parts.GroupBy(said => (said.Version, random.Next(4))).OrderBy(_ => random.Next()).ToList())
                {
                    await late.StoreAsync(part.Select(said => said.Reading), part.Key.Version);
                    if (random.Next(2) == 0)
                    {
                        await late.RefreshAsync();
                    }
                }

                await late.RefreshAsync();

                Assert.Equal(await atOnce.DaysAsync(), await late.DaysAsync());
                Assert.Equal(0, await late.RefreshAsync());
            },
            iter: 12,
            threads: 1);

    [Fact]
    public async Task Late_readings_write_only_the_days_they_change()
    {
        var life = await Life.BeginAsync(fresh);
        await life.StoreAsync(StepsOf(30));
        await life.RefreshAsync();
        var before = await life.RowsAsync();

        await life.StoreAsync([new Reading(Metric.Steps, First.AddDays(10.5), First.AddDays(10.5).AddMinutes(15), 500, Phone)]);
        var stale = await life.RefreshAsync();

        Assert.Equal(1, stale);
        Assert.Equal([new DateOnly(2026, 4, 4)], Rewritten(before, await life.RowsAsync()));
    }

    [Fact]
    public async Task An_export_that_scores_one_night_anew_writes_only_that_day_whichever_export_came_first()
    {
        var (earlier, later) = (Nights(8).ToList(), Nights(8).ToList());
        later[10] = later[10] with { End = later[10].End.AddMinutes(-45) };
        var life = await Life.BeginAsync(fresh);
        await life.StoreAsync(earlier, version: 1);
        await life.RefreshAsync();
        var before = await life.RowsAsync();
        var asleep = (await life.DayAsync(new(2026, 3, 31)))?[Metric.SleepMinutes];

        await life.StoreAsync(later, version: 2);
        await life.RefreshAsync();

        var backwards = await Life.BeginAsync(fresh);
        await backwards.StoreAsync(later, version: 2);
        await backwards.RefreshAsync();
        await backwards.StoreAsync(earlier, version: 1);
        await backwards.RefreshAsync();
        Assert.Equal((480, 435), (asleep, (await life.DayAsync(new(2026, 3, 31)))?[Metric.SleepMinutes]));
        Assert.Equal([new DateOnly(2026, 3, 31)], Rewritten(before, await life.RowsAsync()));
        Assert.Equal(await life.DaysAsync(), await backwards.DaysAsync());
    }

    [Fact]
    public async Task A_zone_said_for_a_few_days_summarizes_anew_only_the_days_around_them()
    {
        var life = await Life.BeginAsync(fresh);
        await fresh.Wearers().SetZoneAsync(life.WearerId, "Europe/Berlin", null, Cancel);
        await life.StoreAsync(StepsOf(60));
        var all = await life.RefreshAsync();
        var before = await life.RowsAsync();

        await fresh.Wearers().SetZoneAsync(life.WearerId, "America/New_York", new(2026, 4, 10), Cancel);
        await fresh.Wearers().SetZoneAsync(life.WearerId, "Europe/Berlin", new(2026, 4, 13), Cancel);
        var stale = await life.RefreshAsync();

        var scratch = await Life.BeginAsync(fresh);
        await fresh.Wearers().SetZoneAsync(scratch.WearerId, "Europe/Berlin", null, Cancel);
        await fresh.Wearers().SetZoneAsync(scratch.WearerId, "America/New_York", new(2026, 4, 10), Cancel);
        await fresh.Wearers().SetZoneAsync(scratch.WearerId, "Europe/Berlin", new(2026, 4, 13), Cancel);
        await scratch.StoreAsync(StepsOf(60));
        await scratch.RefreshAsync();

        Assert.Equal(60, all);
        Assert.InRange(stale, 3, 14);
        Assert.Equal(await scratch.DaysAsync(), await life.DaysAsync());
        Assert.Equal([new(2026, 4, 10), new DateOnly(2026, 4, 12)], EndsOf(Rewritten(before, await life.RowsAsync())));
    }

    [Fact]
    public async Task A_source_trusted_more_summarizes_anew_only_the_days_it_has_readings_on()
    {
        var life = await Life.BeginAsync(fresh);
        await life.StoreAsync([.. StepsOf(60), new Reading(Metric.Steps, First.AddDays(20.5), First.AddDays(20.5).AddMinutes(15), 500, Phone)]);
        await life.RefreshAsync();
        var before = await life.RowsAsync();

        await fresh.Wearers().SetTrustAsync(life.WearerId, Metric.Steps, "Phone", 1, Cancel);
        var stale = await life.RefreshAsync();

        var day = await life.DayAsync(new(2026, 4, 14));
        Assert.Equal(1, stale);
        Assert.Equal([new DateOnly(2026, 4, 14)], Rewritten(before, await life.RowsAsync()));
        Assert.Equal("Watch + Phone", day?.Find(Metric.Steps)?.Source);
        Assert.Equal([new DayPart("Watch", 950, 1425), new DayPart("Phone", 500, 15)], day?.Find(Metric.Steps)?.Parts);
        Assert.Equal([new SetAside("Watch", 10, SetAsideReason.LessTrusted, 15)], day?.Find(Metric.Steps)?.SetAside);
    }

    [Fact]
    public async Task A_source_that_turns_out_to_be_worn_is_believed_first_on_its_old_days_too()
    {
        var life = await Life.BeginAsync(fresh);
        Reading StepsBy(Source source, int day, double steps) => new(Metric.Steps, First.AddDays(day), First.AddDays(day).AddMinutes(15), steps, source);
        await life.StoreAsync([StepsBy(Source.Named("Band"), 1, 300), StepsBy(Phone, 1, 200)]);
        await life.RefreshAsync();
        var unknown = (await life.DayAsync(new(2026, 3, 26)))?[Metric.Steps];

        await life.StoreAsync([StepsBy(Source.Named("Band", SourceKind.Worn), 20, 50)]);
        await life.RefreshAsync();

        Assert.Equal((200, 300), (unknown, (await life.DayAsync(new(2026, 3, 26)))?[Metric.Steps]));
    }

    [Fact]
    public async Task Notes_are_kept_with_the_day()
    {
        var life = await Life.BeginAsync(fresh);
        await life.StoreAsync([.. StepsOf(1), Reading.OfDay(Metric.VendorSteps, new(2026, 3, 25), 2000, Watch)]);
        await life.RefreshAsync();

        var note = Assert.Single((await life.DayAsync(new(2026, 3, 25)))?.Notes ?? []);

        Assert.Equal((NoteKind.VendorDiffers, Metric.Steps, 2000, "Watch"), (note.Kind, note.Metric, note.Said, note.Source));
    }

    [Fact]
    public async Task What_is_written_into_the_diary_changes_its_day_and_so_does_deleting_it()
    {
        var life = await Life.BeginAsync(fresh);
        var diary = new DiaryTable(fresh.Database);
        var entry = new DiaryEntry
        {
            Key = "1",
            Source = Source.Named("Diary"),
            Time = DiaryTime.On(new DateOnly(2026, 3, 27)),
            Said = First.AddDays(3),
            What = new Twitch { Place = "knee" },
        };
        await life.StoreAsync(StepsOf(5));
        await life.RefreshAsync();

        await diary.MergeAsync(life.WearerId, [entry], Cancel);
        var written = (Stale: await life.RefreshAsync(), Twitches: (await life.DayAsync(new(2026, 3, 27)))?[Metric.KneeTwitchEpisodes]);
        await diary.MergeAsync(life.WearerId, [entry with { What = null, Time = null, Said = First.AddDays(4) }], Cancel);
        var deleted = (Stale: await life.RefreshAsync(), Twitches: (await life.DayAsync(new(2026, 3, 27)))?[Metric.KneeTwitchEpisodes]);

        Assert.Equal(((1, 1), (1, null)), (written, deleted));
        Assert.Equal(0, await life.RefreshAsync());
    }

    /// <summary>Ten steps every quarter of an hour.</summary>
    private static IEnumerable<Reading> StepsOf(int days) =>
        Enumerable.Range(0, days * 96).Select(slot => new Reading(Metric.Steps, First.AddMinutes(15 * slot), First.AddMinutes(15 * (slot + 1)), 10, Watch));

    /// <summary>Eight hours each, in two stages.</summary>
    private static IEnumerable<Reading> Nights(int nights) =>
        Enumerable.Range(0, nights).SelectMany(night => (Reading[])
        [
            new(Metric.SleepStage, First.AddDays(night).AddHours(22), First.AddDays(night).AddHours(25), (double)SleepStage.Deep, Watch),
            new(Metric.SleepStage, First.AddDays(night).AddHours(25), First.AddDays(night).AddHours(30), (double)SleepStage.Light, Watch),
        ]);

    private static List<DateOnly> Rewritten(IReadOnlyDictionary<DateOnly, string> before, IReadOnlyDictionary<DateOnly, string> after) =>
        [.. before.Keys.Union(after.Keys).Where(day => before.GetValueOrDefault(day) != after.GetValueOrDefault(day)).Order()];

    private static DateOnly[] EndsOf(List<DateOnly> days) => [days[0], days[^1]];
}
