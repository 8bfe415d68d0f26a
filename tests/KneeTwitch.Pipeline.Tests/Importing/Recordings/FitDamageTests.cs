using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class FitDamageTests
{
    private static readonly uint Noon = Seconds("2026-03-10T12:00:00Z");

    [Fact]
    public async Task A_short_header_is_a_header()
    {
        var result = await OfAsync(Ride(new FitBuilder { HeaderBytes = 12 }));

        Assert.Equal([100, 101, 102], result.All(Metric.HeartRateBpm));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_wrong_checksum_is_said_and_the_file_read_all_the_same()
    {
        var bytes = Ride(new FitBuilder()).Build();
        bytes[^1] ^= 0x5A;

        var result = await OfAsync(("a.fit", bytes));

        Assert.Equal(3, result.All(Metric.HeartRateBpm).Count);
        Assert.StartsWith("a wrong checksum", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_checksum_of_zero_was_never_written()
    {
        var bytes = Ride(new FitBuilder()).Build();
        (bytes[^1], bytes[^2]) = (0, 0);

        Assert.Empty((await OfAsync(("a.fit", bytes))).Reasons);
    }

    [Fact]
    public async Task A_cut_file_keeps_its_complete_messages()
    {
        var result = await OfAsync(("a.fit", Ride(new FitBuilder()).Build()[..^5]));

        Assert.Equal([100, 101], result.All(Metric.HeartRateBpm));
        Assert.StartsWith("truncated", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(uint.MaxValue)]
    public async Task A_size_that_was_never_written_or_lies_ends_with_the_bytes(uint declared)
    {
        var result = await OfAsync(("a.fit", Ride(new FitBuilder()).Build(declared)));

        Assert.Equal([100, 101, 102], result.All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_damaged_second_part_does_not_touch_the_first()
    {
        byte[] second = [.. Ride(new FitBuilder()).Build()];
        second[9] = (byte)'X';

        var result = await OfAsync(("a.fit", [.. Ride(new FitBuilder()).Build(), .. second]));

        Assert.Equal(3, result.All(Metric.HeartRateBpm).Count);
        Assert.StartsWith("no header", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_ends_at_a_message_that_was_never_defined()
    {
        var result = await OfAsync(Ride(new FitBuilder()).Data(9, 1, 2, 3));

        Assert.Equal(3, result.All(Metric.HeartRateBpm).Count);
        Assert.StartsWith("damaged", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-25 * 3_600)]
    [InlineData(8 * 86_400)]
    public async Task After_a_jump_in_time_nothing_is_believed(int jump)
    {
        var result = await OfAsync(Ride(new FitBuilder())
            .Add(20, (253, U32, Noon + jump), (3, U8, 90)).Add(20, (253, U32, Noon + 3), (3, U8, 91)));

        Assert.Equal([100, 101, 102], result.All(Metric.HeartRateBpm));
        Assert.Equal(2, result.Context.Rejects.Count);
        Assert.StartsWith("records whose time jumps", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_of_other_kinds_are_counted_and_left()
    {
        var result = await OfAsync(("a.fit", new FitBuilder().FileId(2).Build()), ("b.fit", new FitBuilder().FileId(44).Build()), ("c.fit", Ride(new FitBuilder()).Build()));

        Assert.Equal(1, result.Context.Facts.Unread["FIT files: settings"]);
        Assert.Equal(1, result.Context.Facts.Unread["FIT files: vendor's metrics"]);
    }

    private static FitBuilder Ride(FitBuilder file) => file.FileId(4)
        .Add(20, (253, U32, Noon), (3, U8, 100))
        .Add(20, (253, U32, Noon + 1), (3, U8, 101))
        .Add(20, (253, U32, Noon + 2), (3, U8, 102));
}
