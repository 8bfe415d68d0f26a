using CsCheck;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Readings;

public class RestatementsTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);
    private static readonly Source Fit = Source.Named("Google Fit", SourceKind.App);

    [Fact]
    public void Of_a_bucket_that_was_counted_anew_the_newer_number_stays_be_it_the_smaller_one()
    {
        var first = Chunk.Of(Metric.Steps, Fit, Day, [0, 900], [900, 900], [120, 50], [10, 10]);
        var restated = Chunk.Of(Metric.Steps, Fit, Day, [0, 900], [900, 900], [90, 50], [20, 20]);

        Assert.Equal([90.0, 50.0], first.Union(restated).Values);
        Assert.Equal([90.0, 50.0], restated.Union(first).Values);
    }

    [Fact]
    public void A_bucket_stored_without_its_age_is_older_than_any()
    {
        var stored = Chunk.Of(Metric.Steps, Fit, Day, [0], [900], [120]);
        var restated = Chunk.Of(Metric.Steps, Fit, Day, [0], [900], [90], [1]);

        Assert.Equal([90.0], stored.Union(restated).Values);
    }

    [Theory]
    [InlineData(Metric.WaterMl)]
    [InlineData(Metric.SleepStage)]
    public void Logs_and_stages_of_sleep_all_stay(Metric metric)
    {
        var builder = new ChunkBuilder(metric, Fit, Day, version: 1);
        builder.Add(0, 60, 1);
        builder.Add(0, 60, 2);

        Assert.Equal([1.0, 2.0], builder.Build().Values);
    }

    [Fact]
    public void Other_sources_keep_all_they_said()
    {
        var watch = Source.Named("Watch", SourceKind.Worn);

        Assert.Equal(2, Chunk.Of(Metric.Steps, watch, Day, [0, 0], [900, 900], [120, 90]).Count);
    }

    [Fact]
    public void The_order_of_restatements_leaves_no_trace() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 3], Gen.Int[0, 3]).Array[0, 8].Sample(said =>
        {
            var chunks = said.Select(each => Chunk.Of(Metric.Steps, Fit, Day, [each.Item1 * 900], [900], [each.Item2], [each.Item3])).ToList();
            var none = Chunk.Of(Metric.Steps, Fit, Day, [], [], [], []);

            var forth = chunks.Aggregate(none, (all, one) => all.Union(one));
            var back = chunks.AsEnumerable().Reverse().Aggregate(none, (all, one) => one.Union(all));

            Assert.Equal(forth.Hash(), back.Hash());
        });
}
