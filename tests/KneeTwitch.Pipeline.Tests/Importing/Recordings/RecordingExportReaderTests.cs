using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class RecordingExportReaderTests
{
    [Fact]
    public async Task A_folder_of_several_kinds_is_named_by_most_of_its_files_and_read_whole()
    {
        var tcx = await File.ReadAllBytesAsync(Sample("two-laps.tcx"), TestContext.Current.CancellationToken);
        var gpx = await File.ReadAllBytesAsync(Sample("two-segments.gpx"), TestContext.Current.CancellationToken);
        var fit = new FitBuilder().FileId(4).Add(18, (2, U32, Seconds("2026-03-11T12:00:00Z")), (7, U32, 60_000)).Build();

        var result = await OfAsync(("a.bin", tcx), ("b", gpx), ("c.gpx", gpx), ("d.txt", fit), ("readme.txt", "hello"u8.ToArray()));

        Assert.Equal("gpx", result.Format);
        Assert.Equal(4, result.All(Metric.WorkoutSport).Count);
        Assert.Equal(1, result.Context.Facts.Unread["files *.txt"]);
    }

    [Fact]
    public async Task Files_cut_anywhere_and_bytes_turned_over_are_survived()
    {
        var random = new Random(20260310);
        var start = Seconds("2026-03-10T12:00:00Z");
        byte[][] files =
        [
            await File.ReadAllBytesAsync(Sample("two-laps.tcx"), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(Sample("two-segments.gpx"), TestContext.Current.CancellationToken),
            new FitBuilder().FileId(4).Add(20, (253, U32, start), (3, U8, 99))
                .Add(132, (253, U32, start), (9, U32, 9), (6, U8, 90)).Add(132, (10, Raw, new byte[12]), (6, U8, new[] { 90, 91, 92 }))
                .Add(18, (2, U32, start), (7, U32, 60_000), (65, U32, new[] { 1, 2, 3, 4, 5, 6 })).Build(),
            new FitBuilder().FileId(32).Add(103, (253, U32, start), (0, U32, start)).Add(55, (26, U16, 7), (5, E8, 6), (3, U32, 9))
                .Add(275, (253, U32, start), (0, E8, 2)).Add(30, (253, U32, start), (0, U16, 7_000)).Build(),
        ];

        for (var round = 0; round < 150; round++)
        {
            var damaged = files[round % files.Length].ToArray();
            for (var hits = random.Next(1, 5); hits > 0; hits--)
            {
                damaged[random.Next(12, damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            damaged = damaged[..random.Next(Math.Min(200, damaged.Length - 1), damaged.Length)];
            var failure = await Record.ExceptionAsync(() => OfAsync(("a", damaged)));

            Assert.True(failure is null or KneeTwitch.Pipeline.Importing.ExportFormatException, $"round {round}: {failure}");
        }
    }
}
