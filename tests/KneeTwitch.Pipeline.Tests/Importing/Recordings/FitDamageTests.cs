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

    [Theory]
    [InlineData(12, "no header")]
    [InlineData(13, "no header")]
    [InlineData(14, "truncated")]
    [InlineData(17, "truncated")]
    [InlineData(25, "truncated")]
    [InlineData(40, "truncated")]
    public async Task A_file_cut_in_its_header_in_a_definition_or_in_a_message_says_so(int length, string reason)
    {
        var result = await OfAsync(("a.fit", Ride(new FitBuilder()).Build()[..length]), ("good.fit", Walk()));

        Assert.StartsWith(reason, Assert.Single(result.Reasons), StringComparison.Ordinal);
        Assert.Single(result.All(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task Wherever_a_file_is_cut_its_complete_messages_stay()
    {
        var file = Ride(new FitBuilder()).Define(1, 20, [(253, 4, U32), (3, 1, U8)], [(5, 2, 0)]);
        var whole = file.Data(1, [.. file.Encode(U32, Noon + 3), 103, 1, 2]).Build();
        var before = 0;

        for (var length = 0; length < whole.Length; length++)
        {
            var result = await OfAsync(("a.fit", whole[..length]), ("good.fit", Walk()));

            Assert.InRange(result.All(Metric.HeartRateBpm).Count, before, 4);
            Assert.Equal(length >= 12, result.Reasons.Count > 0);
            before = result.All(Metric.HeartRateBpm).Count;
        }

        Assert.Equal(4, before);
    }

    [Fact]
    public async Task An_empty_file_is_no_recording_and_harms_no_other()
    {
        await Assert.ThrowsAsync<KneeTwitch.Pipeline.Importing.ExportFormatException>(() => OfAsync(("a.fit", [])));

        Assert.Single((await OfAsync(("a.fit", []), ("good.fit", Walk()))).All(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task Bytes_that_a_transfer_as_text_took_out_end_the_reading_and_date_nothing_elsewhere()
    {
        var file = Ride(new FitBuilder())
            .Add(20, (253, U32, Noon + 3), (3, U8, 103), (7, U16, 0x0A0D))
            .Add(20, (253, U32, Noon + 4), (3, U8, 104), (7, U16, 0x0A0D)).Build();
        var text = Convert.FromHexString(Convert.ToHexString(file).Replace("0D0A", "0A", StringComparison.Ordinal));
        Assert.Equal(file.Length - 2, text.Length);

        var result = await OfAsync(("a.fit", text));

        Assert.Equal([100, 101, 102], result.All(Metric.HeartRateBpm).Take(3));
        Assert.All(result.Readings, reading => Assert.Equal(new DateOnly(2026, 3, 10), DateOnly.FromDateTime(reading.Start.UtcDateTime)));
        Assert.NotEmpty(result.Reasons);
    }

    [Fact]
    public async Task A_table_that_is_called_fit_is_left_and_a_recording_called_otherwise_is_read()
    {
        var result = await OfAsync(("table.fit", "a,b\n1,2\n"u8.ToArray()), ("walk.csv", Walk()));

        Assert.Single(result.All(Metric.WorkoutMinutes));
        Assert.Equal(1, result.Context.Facts.Unread["files *.fit"]);
    }

    [Fact]
    public async Task Packed_recordings_are_unpacked_whatever_they_are_called()
    {
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress))
        {
            gzip.Write(Walk());
        }

        using var zipped = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(zipped, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry("walk").Open();
            entry.Write(Walk());
        }

        using var folder = new ExportFolder();

        Assert.Single((await OfAsync(("walk.FIT.gz", packed.ToArray()))).All(Metric.WorkoutMinutes));
        Assert.Single((await FromAsync(folder.File("walk.fit", zipped.ToArray()))).All(Metric.WorkoutMinutes));
    }

    private static byte[] Walk() => new FitBuilder().FileId(4).Add(18, (2, U32, Noon), (7, U32, 60_000), (5, E8, 11)).Build();

    private static FitBuilder Ride(FitBuilder file) => file.FileId(4)
        .Add(20, (253, U32, Noon), (3, U8, 100))
        .Add(20, (253, U32, Noon + 1), (3, U8, 101))
        .Add(20, (253, U32, Noon + 2), (3, U8, 102));
}
