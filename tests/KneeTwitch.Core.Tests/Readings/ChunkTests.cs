using CsCheck;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Readings;

public class ChunkTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Source Watch = Source.Named("Watch", SourceKind.Worn);

    private static readonly Gen<(int Start, int Length, double Value, int Version)[]> SomeReadings = Gen
        .Select(Gen.Int[0, 5], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 3])
        .Select((start, length, value, version) => (start, length, (double)value, version))
        .Array[0, 12];

    private static readonly Gen<Metric> AnyKind = Gen.OneOf(Metric.Steps, Metric.VendorSteps, Metric.SleepStage);

    [Fact]
    public void Union_is_idempotent_commutative_and_associative() =>
        Gen.Select(AnyKind, SomeReadings, SomeReadings, SomeReadings).Sample((metric, one, two, three) =>
        {
            var (a, b, c) = (Make(metric, one), Make(metric, two), Make(metric, three));

            AssertSame(a, a.Union(a));
            AssertSame(a.Union(b), b.Union(a));
            AssertSame(a.Union(b).Union(c), a.Union(b.Union(c)));
            AssertSame(Make(metric, [.. one, .. two]), a.Union(b));
        });

    [Fact]
    public void A_chunk_is_sorted_and_holds_nothing_twice() =>
        Gen.Select(AnyKind, SomeReadings).Sample((metric, readings) =>
        {
            var chunk = Make(metric, readings);
            var keys = Enumerable.Range(0, chunk.Count)
                .Select(i => (chunk.Starts[i], chunk.Lengths[i], Value: metric == Metric.VendorSteps ? 0 : chunk.Values[i]))
                .ToList();

            Assert.Equal(keys.Distinct().Order(), keys);
        });

    [Fact]
    public void The_order_readings_came_in_leaves_no_trace() =>
        Gen.Select(AnyKind, SomeReadings, Gen.Int).Sample((metric, readings, seed) =>
        {
            var shuffled = readings.ToArray();
            new Random(seed).Shuffle(shuffled);

            AssertSame(Make(metric, readings), Make(metric, shuffled));
        });

    [Fact]
    public void Two_different_drinks_in_one_second_both_stay()
    {
        var chunk = Chunk.Of(Metric.WaterMl, Watch, Day, [60, 60, 60], [0, 0, 0], [250, 300, 250]);

        Assert.Equal([250.0, 300.0], chunk.Values);
    }

    [Fact]
    public void Of_a_total_that_was_edited_the_newer_value_stays()
    {
        var old = Chunk.Of(Metric.VendorSteps, Watch, Day, [0], [86400], [9000], [1]);
        var edited = Chunk.Of(Metric.VendorSteps, Watch, Day, [0], [86400], [8000], [2]);

        Assert.Equal([8000.0], old.Union(edited).Values);
        Assert.Equal([8000.0], edited.Union(old).Values);
    }

    [Fact]
    public void A_stage_of_a_night_that_is_told_again_is_as_new_as_the_newest_telling()
    {
        var old = Chunk.Of(Metric.SleepStage, Watch, Day, [0, 600, 600], [600, 600, 600], [3, 4, 0], [1, 1, 1]);
        var anew = Chunk.Of(Metric.SleepStage, Watch, Day, [600, 0], [600, 600], [4, 5], [2, 2]);

        var union = anew.Union(old);

        Assert.Equal([3.0, 5, 0, 4], union.Values);
        Assert.Equal([1, 2, 1, 2], union.Versions!);
    }

    [Fact]
    public void A_night_of_unknown_age_is_older_than_any_other() =>
        Assert.Equal([0], Chunk.Of(Metric.SleepStage, Watch, Day, [0], [600], [3]).Versions!);

    [Fact]
    public void Chunks_of_different_days_are_not_merged() =>
        Assert.Throws<ArgumentException>(() =>
            Chunk.Of(Metric.Steps, Watch, Day, [], [], []).Union(Chunk.Of(Metric.Steps, Watch, Day.AddDays(1), [], [], [])));

    [Fact]
    public void Columns_of_different_length_are_refused() =>
        Assert.Throws<ArgumentException>(() => Chunk.Of(Metric.Steps, Watch, Day, [0], [], [1]));

    [Theory]
    [InlineData(1234.56789, 1234.57)]
    [InlineData(0.000123456789, 0.000123457)]
    [InlineData(12345678, 12345700)]
    [InlineData(-2.5000004, -2.5)]
    [InlineData(-0.0, 0)]
    [InlineData(1e-12, 0)]
    public void Values_keep_six_digits(double value, double kept)
    {
        Assert.Equal(kept, ChunkBuilder.Canonical(value), 12);
        Assert.Equal(BitConverter.DoubleToInt64Bits(ChunkBuilder.Canonical(value)), BitConverter.DoubleToInt64Bits(ChunkBuilder.Canonical(ChunkBuilder.Canonical(value))));
    }

    [Fact]
    public void A_distance_in_miles_is_the_same_reading_as_in_kilometres() =>
        Gen.Double[0.001, 100_000].Sample(metres =>
        {
            var fromMiles = Math.Round(metres / 1609.344, 12) * 1609.344;

            Assert.Equal(ChunkBuilder.Canonical(metres), ChunkBuilder.Canonical(fromMiles), ChunkBuilder.Canonical(metres) * 1e-5);
        });

    private static Chunk Make(Metric metric, (int Start, int Length, double Value, int Version)[] readings) =>
        Chunk.Of(
            metric,
            Watch,
            Day,
            [.. readings.Select(reading => reading.Start)],
            [.. readings.Select(reading => reading.Length)],
            [.. readings.Select(reading => reading.Value)],
            [.. readings.Select(reading => reading.Version)]);

    private static void AssertSame(Chunk expected, Chunk actual)
    {
        Assert.Equal(expected.Starts, actual.Starts);
        Assert.Equal(expected.Lengths, actual.Lengths);
        Assert.Equal(expected.Values, actual.Values);
        Assert.Equal(expected.Versions, actual.Versions);
        Assert.Equal(expected.Hash(), actual.Hash());
    }
}
