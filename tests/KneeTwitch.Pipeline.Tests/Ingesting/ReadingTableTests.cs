using CsCheck;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Ingesting;
using KneeTwitch.Pipeline.Storage;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Ingesting;

public class ReadingTableTests(FreshDatabase fresh) : IClassFixture<FreshDatabase>
{
    private static readonly DateOnly FirstDay = new(2026, 3, 1);

    /// <summary>Few keys and few values, so that everything collides: an exact metric, one merged by interval, two sources, two days.</summary>
    private static readonly Gen<Chunk> AnyChunk =
        from metric in OneOf(Metric.WaterMl, Metric.VendorSteps)
        from source in OneOf("Ring", "Phone")
        from kind in OneOf(SourceKind.Unknown, SourceKind.Worn, SourceKind.App)
        from day in Gen.Int[0, 1]
        from version in Gen.Int[1, 3]
        from readings in Gen.Select(Gen.Int[0, 5], Gen.Int[0, 1], Gen.Int[1, 3]).List[1, 5]
        select Build(metric, new Source(source, kind), FirstDay.AddDays(day), version, readings);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ReadingTable Table => new(fresh.Database);

    [Fact]
    public async Task Any_split_order_repetition_and_concurrency_of_batches_gives_the_same_table() =>
        await Gen.Select(AnyChunk.List[1, 8].List[1, 6], Gen.Int[0, int.MaxValue]).SampleAsync(
            async (batches, seed) =>
            {
                var expected = await StoreAsync([.. batches.SelectMany(batch => batch).Select(chunk => new List<Chunk> { chunk })], workers: 1);
                List<List<Chunk>> twice = [.. batches, .. batches];
                new Random(seed).Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(twice));

                var actual = await StoreAsync(twice, workers: 4);

                Assert.Equal(expected.Rows, actual.Rows);
                Assert.Equal(expected.Sources, actual.Sources);
                Assert.Equal(actual.Readings, actual.Added);
                Assert.Equal(expected.Added, actual.Added);
            },
            iter: 25,
            threads: 1);

    [Fact]
    public async Task A_batch_that_comes_twice_is_counted_once()
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);
        List<Chunk> batch = [Build(Metric.WaterMl, Source.Named("Phone"), FirstDay, 1, [(1, 0, 250), (2, 0, 300)])];

        var first = await Table.MergeAsync(wearer, import, 1, 0, batch, Cancel);
        var again = await Table.MergeAsync(wearer, import, 1, 0, batch, Cancel);

        await using var db = fresh.Database.Open(wearer);
        var noted = Assert.Single(await db.ImportBatches.ToListAsync(Cancel));
        Assert.Equal((2, 0, 2, 2), (first, again, noted.Readings, noted.Added));
        Assert.Equal([FirstDay], noted.UtcDays);
    }

    [Fact]
    public async Task Two_different_drinks_in_one_minute_both_stay()
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);

        await Table.MergeAsync(wearer, import, 1, 0, [Build(Metric.WaterMl, Source.Named("Phone"), FirstDay, 1, [(1, 0, 250)])], Cancel);
        var added = await Table.MergeAsync(wearer, import, 1, 1, [Build(Metric.WaterMl, Source.Named("Phone"), FirstDay, 1, [(1, 0, 300)])], Cancel);

        Assert.Equal(1, added);
        var stored = Assert.Single(await LoadAsync(wearer));
        Assert.Equal([250.0, 300.0], stored.Values);
    }

    [Fact]
    public async Task A_vendors_total_keeps_its_newest_value_even_if_the_older_one_comes_later()
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);

        await Table.MergeAsync(wearer, import, 1, 0, [Build(Metric.VendorSteps, Source.Named("Ring"), FirstDay, 2, [(0, 1, 9000)])], Cancel);
        var added = await Table.MergeAsync(wearer, import, 1, 1, [Build(Metric.VendorSteps, Source.Named("Ring"), FirstDay, 1, [(0, 1, 4000)])], Cancel);

        Assert.Equal(0, added);
        var stored = Assert.Single(await LoadAsync(wearer));
        Assert.Equal([9000.0], stored.Values);
    }

    [Fact]
    public async Task A_reading_is_a_row_for_people_who_come_with_sql()
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);
        await Table.MergeAsync(wearer, import, 1, 0, [Build(Metric.WaterMl, Source.Named("Phone"), FirstDay, 1, [(3600, 60, 250)])], Cancel);

        await using var connection = await fresh.Database.ConnectAsync(wearer, Cancel);
        await using var command = connection.Command("select metric, unit, source, starts_at, ends_at, value from reading_rows");
        await using var reader = await command.ExecuteReaderAsync(Cancel);

        Assert.True(await reader.ReadAsync(Cancel));
        var midnight = new DateTimeOffset(FirstDay, TimeOnly.MinValue, TimeSpan.Zero);
        Assert.Equal(("water_ml", "ml", "Phone"), (reader.GetString(0), reader.GetString(1), reader.GetString(2)));
        Assert.Equal((midnight.AddHours(1), midnight.AddSeconds(3660)), (reader.GetFieldValue<DateTimeOffset>(3), reader.GetFieldValue<DateTimeOffset>(4)));
        Assert.Equal(250.0, reader.GetDouble(5));
        Assert.False(await reader.ReadAsync(Cancel));
    }

    private static Gen<T> OneOf<T>(params T[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);

    private static Chunk Build(Metric metric, Source source, DateOnly day, int version, IReadOnlyList<(int Start, int Length, int Value)> readings)
    {
        var chunk = new ChunkBuilder(metric, source, day, version);
        foreach (var (start, length, value) in readings)
        {
            chunk.Add(start, length, value);
        }

        return chunk.Build();
    }

    private async Task<IReadOnlyList<Chunk>> LoadAsync(Guid wearer)
    {
        await using var connection = await fresh.Database.ConnectAsync(wearer, Cancel);
        return await ChunkQueries.LoadAsync(connection, wearer, FirstDay, FirstDay.AddDays(9), Cancel);
    }

    private async Task<(List<string> Rows, List<string> Sources, int Readings, int Added)> StoreAsync(IReadOnlyList<List<Chunk>> batches, int workers)
    {
        var wearer = await fresh.AddWearerAsync();
        var import = await fresh.AddImportAsync(wearer);
        await Parallel.ForEachAsync(
            batches.Select((chunks, number) => (chunks, number)),
            new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = Cancel },
            async (batch, cancel) => await Table.MergeAsync(wearer, import, 1, batch.number, batch.chunks, cancel));

        var chunks = await LoadAsync(wearer);
        await using var db = fresh.Database.Open(wearer);
        var hashes = await db.Readings.Select(row => row.Hash).Order().ToListAsync(Cancel);
        Assert.Equal(chunks.Select(chunk => chunk.Hash()).Order(), hashes);
        return (
            [.. chunks.Select(chunk => $"{chunk.Metric} {chunk.Source.Name} {chunk.UtcDay:O} {chunk.Hash()}").Order(StringComparer.Ordinal)],
            [.. (await db.Sources.ToListAsync(Cancel)).Select(source => $"{source.Name} {source.Kind}").Order(StringComparer.Ordinal)],
            chunks.Sum(chunk => chunk.Count),
            await db.ImportBatches.SumAsync(batch => batch.Added, Cancel));
    }
}
