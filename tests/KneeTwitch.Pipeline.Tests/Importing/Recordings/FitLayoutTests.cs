using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class FitLayoutTests
{
    private static readonly uint Noon = Seconds("2026-03-10T12:00:00Z");

    [Theory]
    [InlineData(12, 0)]
    [InlineData(14, 0)]
    [InlineData(14, 0xBEEF)]
    [InlineData(16, 0)]
    public async Task A_header_of_any_size_is_passed_over_whatever_its_own_checksum_says(int size, ushort checksum)
    {
        var result = await OfAsync(new FitBuilder { HeaderBytes = size, HeaderChecksum = checksum }.FileId(4).Add(20, (253, U32, Noon), (3, U8, 100)));

        Assert.Equal([100], result.All(Metric.HeartRateBpm));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Each_definition_says_its_own_byte_order()
    {
        var file = new FitBuilder { IsBigEndian = true }.FileId(4).Add(20, (253, U32, Noon), (5, U32, 0));
        file.IsBigEndian = false;
        file.Add(20, (253, U32, Noon + 60), (5, U32, 100_000));

        var result = await OfAsync(file);

        Assert.Equal(["12:00:00-12:01:00 1000"], result.Spans(Metric.WorkoutDistanceM));
    }

    [Fact]
    public async Task A_local_type_may_be_defined_anew_with_other_fields()
    {
        var file = new FitBuilder().FileId(4).Define(3, 20, [(253, 4, U32), (3, 1, U8)]);
        file.Data(3, [.. file.Encode(U32, Noon), 100]).Define(3, 20, [(3, 1, U8), (13, 1, S8), (253, 4, U32)]);
        file.Data(3, [101, 20, .. file.Encode(U32, Noon + 1)]);

        Assert.Equal([100, 101], (await OfAsync(file)).All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Developer_fields_that_nobody_described_are_passed_over_by_their_size()
    {
        var file = new FitBuilder().FileId(4).Define(1, 20, [(253, 4, U32), (3, 1, U8)], [(5, 4, 0), (6, 0, 7)]);
        file.Data(1, [.. file.Encode(U32, Noon), 100, 1, 2, 3, 4]).Data(1, [.. file.Encode(U32, Noon + 1), 101, 5, 6, 7, 8]);

        var result = await OfAsync(file);

        Assert.Equal([100, 101], result.All(Metric.HeartRateBpm));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_developer_without_the_id_of_an_app_is_a_developer()
    {
        var file = new FitBuilder().FileId(4).Add(207, (3, U8, 0))
            .Add(206, (0, U8, 0), (1, U8, 5), (2, U8, U8), (3, Str, "pulse"), (15, U8, 3))
            .Define(1, 20, [(253, 4, U32)], [(5, 1, 0)]);
        file.Data(1, [.. file.Encode(U32, Noon), 117]);

        Assert.Equal([117], (await OfAsync(file)).All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_packed_time_before_any_whole_one_is_none()
    {
        var file = new FitBuilder().FileId(4).Define(1, 20, [(3, 1, U8)]).Compressed(1, 5, 100)
            .Add(20, (253, U32, Noon), (3, U8, 101));

        var result = await OfAsync(file);

        Assert.Equal([101], result.All(Metric.HeartRateBpm));
        Assert.Equal(["a record without a time"], result.Reasons);
    }

    [Fact]
    public async Task A_text_that_fills_its_field_needs_no_end()
    {
        var file = new FitBuilder().Add(0, (0, E8, 4), (1, U16, 294), (8, Str, "PACE 9"u8.ToArray())).Add(20, (253, U32, Noon), (3, U8, 100));

        Assert.Equal("COROS PACE 9", (await OfAsync(file)).Readings[0].Source.Name);
    }

    [Fact]
    public async Task A_definition_of_255_fields_is_read()
    {
        var fields = Enumerable.Range(0, 253).Select(field => (field, 1, U8)).Append((253, 4, U32)).Append((254, 2, U16)).ToArray();
        var file = new FitBuilder().FileId(4).Define(1, 20, fields);
        file.Data(1, [.. Enumerable.Range(0, 253).Select(field => (byte)(field == 3 ? 99 : 0xFF)), .. file.Encode(U32, Noon), 0xFF, 0xFF]);

        Assert.Equal([99], (await OfAsync(file)).All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Zones_of_which_one_says_nothing_are_not_told()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(18, (2, U32, Noon), (7, U32, 60_000), (65, U32, new[] { 1_000, 2_000, -1, 4_000, 5_000, 6_000 })));

        Assert.Empty(result.All(Metric.WorkoutZone1Minutes));
        Assert.Single(result.All(Metric.WorkoutMinutes));
    }
}
