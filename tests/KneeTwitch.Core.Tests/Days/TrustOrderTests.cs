using KneeTwitch.Core.Days;
using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class TrustOrderTests
{
    [Fact]
    public void What_is_worn_goes_before_what_is_carried_guessed_or_typed()
    {
        SourceKind[] kinds = [SourceKind.Unknown, SourceKind.Manual, SourceKind.App, SourceKind.Phone, SourceKind.Worn];

        var ranks = kinds.Select(kind => TrustOrder.Default.Rank(Metric.Steps, Source.Named("x", kind))).ToList();

        Assert.Equal(ranks.OrderDescending(), ranks);
        Assert.Equal(5, ranks.Distinct().Count());
    }

    [Fact]
    public void The_wearer_s_last_word_counts_and_only_for_its_metric()
    {
        var order = TrustOrder.Default.With([(Metric.Steps, "Phone", 7), (Metric.Steps, "Phone", 3)]).With([(Metric.WaterMl, "App", 1)]);

        Assert.Equal(3, order.Rank(Metric.Steps, Build.Phone));
        Assert.Equal(TrustOrder.Default.Rank(Metric.DistanceM, Build.Phone), order.Rank(Metric.DistanceM, Build.Phone));
        Assert.Equal([(Metric.Steps, "Phone", 3), (Metric.WaterMl, "App", 1)], order.Changes);
    }

    [Theory]
    [InlineData(SourceKind.Unknown, SourceKind.Worn)]
    [InlineData(SourceKind.Worn, SourceKind.Unknown)]
    public void A_device_whose_kind_only_one_batch_knows_is_of_that_kind_in_all(SourceKind first, SourceKind second)
    {
        var steps = Build.In("Europe/Berlin")
            .Say(Metric.Steps, Build.Phone, "2026-03-02 10:00", "2026-03-02 10:15", 500)
            .Say(Metric.Steps, Source.Named("Watch", first), "2026-03-02 10:00", "2026-03-02 10:15", 600)
            .Say(Metric.HeartRateBpm, Source.Named("Watch", second), "2026-03-02 10:00", 80)
            .Day("2026-03-02")
            .Find(Metric.Steps);

        Assert.Equal((600, "Watch"), (steps?.Value, steps?.Source));
    }
}
