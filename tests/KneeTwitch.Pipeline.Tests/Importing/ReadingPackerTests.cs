using System.Text.Json;
using CsCheck;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Messages;
using KneeTwitch.Pipeline.Storage;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public class ReadingPackerTests
{
    private static readonly DateTimeOffset Monday = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    private static readonly Import Run = new()
    {
        WearerId = Guid.NewGuid(),
        ImportId = Guid.NewGuid(),
        FileHash = "00",
        FileName = "x.zip",
        TotalBytes = 1,
        State = ImportState.Reading,
        AcceptedAt = Monday,
        Attempt = 1,
    };

    [Fact]
    public void Nothing_is_lost_and_nothing_is_added() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 300_000], Gen.Int[0, 9])
            .Select((metric, second, value) => Make(new[] { Metric.Steps, Metric.WaterMl, Metric.HeartRateBpm, Metric.SleepStage }[metric], second, value))
            .Array[0, 200]
            .Sample(readings =>
            {
                var batches = Pack(readings);

                Assert.Equal(readings.ToHashSet(), batches.SelectMany(batch => batch.Chunks).SelectMany(chunk => chunk.Readings()).ToHashSet());
                Assert.All(batches, batch => Assert.All(batch.Chunks, chunk => Assert.Equal(batch.Family, chunk.Metric.Info().Family)));
            });

    [Fact]
    public void The_same_readings_give_the_same_batches()
    {
        var readings = Enumerable.Range(0, 5_000).Select(i => Make(i % 2 == 0 ? Metric.Steps : Metric.WaterMl, i * 97, i % 13)).ToList();

        Assert.Equal(
            Pack(readings).Select(batch => Convert.ToHexString(ChunkPacking.Pack(batch.Chunks))),
            Pack(readings).Select(batch => Convert.ToHexString(ChunkPacking.Pack(batch.Chunks))));
    }

    [Fact]
    public void Batches_stay_below_twenty_thousand_readings_and_a_megabyte()
    {
        var second = Enumerable.Range(0, 70_000).Select(i => Make(Metric.HeartRateBpm, i, 60 + (i % 7 * 0.1)));
        var sparse = Enumerable.Range(0, 30_000).Select(i => Make(Metric.BodyMassKg, i * 86_400L, 70.123, $"{i % 500:000} {new string('ä', 100)}"));

        var batches = Pack([.. second, .. sparse]);

        Assert.Equal(100_000, batches.Sum(batch => batch.Readings));
        Assert.All(batches, batch => Assert.InRange(batch.Readings, 1, 20_000));
        Assert.All(batches, batch => Assert.InRange(JsonSerializer.SerializeToUtf8Bytes((object)BatchMessages.Of(Run, 0, batch)).Length, 1, 1_000_000));
    }

    [Fact]
    public void It_asks_to_be_emptied_before_it_holds_too_much()
    {
        var packer = new ReadingPacker(() => Monday);
        var (held, most) = (0, 0);

        for (var i = 0; i < 3_000_000; i++)
        {
            held++;
            if (packer.Add(Make(Metric.HeartRateBpm, i, 60)))
            {
                most = Math.Max(most, held);
                held -= packer.Flush().Sum(batch => batch.Readings);
            }
        }

        Assert.Equal(0, held - packer.Flush().Sum(batch => batch.Readings));
        Assert.InRange(most, 1, 1_000_000);
    }

    [Fact]
    public void Interval_readings_are_as_new_as_the_export()
    {
        var exportedAt = Monday;
        var packer = new ReadingPacker(() => exportedAt);

        exportedAt = Monday.AddDays(9);
        packer.Add(Make(Metric.VendorSteps, 0, 5_000));

        var chunk = Assert.Single(Assert.Single(packer.Flush()).Chunks);
        Assert.Equal([(int)exportedAt.ToUnixTimeSeconds()], chunk.Versions ?? []);
    }

    [Fact]
    public void Every_family_has_its_contract() =>
        Assert.Equal(
            [typeof(ActivityRead), typeof(SleepRead), typeof(HydrationRead), typeof(NutritionRead), typeof(BodyRead), typeof(DiaryRead)],
            Enum.GetValues<Family>().Select(family => BatchMessages.Of(Run, 0, new ReadingBatch(family, [])).GetType()));

    private static readonly Source Watch = Source.Named("Watch", SourceKind.Worn);

    private static Reading Make(Metric metric, long second, double value, string? source = null) =>
        new(metric, Monday.AddSeconds(second), Monday.AddSeconds(second + 1), value, source is null ? Watch : Source.Named(source));

    private static List<ReadingBatch> Pack(IEnumerable<Reading> readings)
    {
        var packer = new ReadingPacker(() => Monday);
        var batches = new List<ReadingBatch>();
        foreach (var reading in readings)
        {
            if (packer.Add(reading))
            {
                batches.AddRange(packer.Flush());
            }
        }

        return [.. batches, .. packer.Flush()];
    }
}
