using System.IO.Compression;
using System.Text;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public sealed class NestedEntriesTests : IDisposable
{
    private readonly ExportFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Zips_inside_zips_and_gzip_files_are_opened_as_if_they_were_folders_and_files()
    {
        var inner = ExportFolder.Zipped(("a.fit", "a"u8.ToArray()), ("deep.zip", ExportFolder.Zipped(("b.fit", "b"u8.ToArray()), ("deepest.zip", ExportFolder.Zipped(("x", []))))), ("c.fit.gz", Gzipped("c")));
        var outer = folder.File("export.zip", ExportFolder.Zipped(("DI/part.zip", inner), ("d.gpx.gz", Gzipped("d")), ("e.csv", "e"u8.ToArray())));

        await using var export = await ExportFiles.OpenAsync(outer, cancel: Cancel);

        Assert.Equal(["DI/part.zip/a.fit", "DI/part.zip/c.fit", "DI/part.zip/deep.zip/b.fit", "DI/part.zip/deep.zip/deepest.zip", "d.gpx", "e.csv"], export.Entries.Select(entry => entry.Path));
        var texts = new List<string>();
        foreach (var entry in export.Entries.Where(entry => entry.Name != "deepest.zip"))
        {
            texts.Add(await TextAsync(entry));
        }

        Assert.Equal(["a", "c", "b", "d", "e"], texts);
    }

    [Fact]
    public async Task Zips_in_a_folder_and_a_lone_gzip_file_are_opened_too()
    {
        folder.File("in/part-1.zip", ExportFolder.Zipped(("a.txt", "a"u8.ToArray())));
        await using var parts = await ExportFiles.OpenAsync(System.IO.Path.Combine(folder.Path, "in"), cancel: Cancel);
        await using var single = await ExportFiles.OpenAsync(folder.File("run.fit.gz", Gzipped("run")), cancel: Cancel);

        Assert.Equal("part-1.zip/a.txt", Assert.Single(parts.Entries).Path);
        Assert.Equal("run.fit", Assert.Single(single.Entries).Path);
        Assert.Equal("run", await TextAsync(single.Entries[0]));
    }

    [Fact]
    public async Task What_cannot_be_opened_inside_stays_one_file()
    {
        var outer = folder.File("export.zip", ExportFolder.Zipped(("bad.zip", "PK\u0003\u0004 and no more"u8.ToArray()), ("no.gz", "plain"u8.ToArray()), ("e.csv", "e"u8.ToArray())));

        await using var export = await ExportFiles.OpenAsync(outer, cancel: Cancel);

        Assert.Equal(["bad.zip", "e.csv", "no.gz"], export.Entries.Select(entry => entry.Path));
    }

    [Fact]
    public async Task The_limit_on_what_is_unpacked_counts_the_inner_files_as_well()
    {
        var outer = folder.File("export.zip", ExportFolder.Zipped(("in.zip", ExportFolder.Zipped(("big.csv", new byte[200_000])))));

        await using var export = await ExportFiles.OpenAsync(outer, limits: ExportLimits.Default with { UnpackedBytes = 150_000 }, cancel: Cancel);

        Assert.Equal("in.zip", Assert.Single(export.Entries).Path);
    }

    [Fact]
    public async Task A_gzip_bomb_is_stopped_while_it_unpacks()
    {
        var limits = ExportLimits.Default with { RatioFromBytes = 100_000, Ratio = 10 };
        await using var export = await ExportFiles.OpenAsync(folder.File("a.csv.gz", Gzipped(new string('a', 1_000_000))), limits: limits, cancel: Cancel);

        await Assert.ThrowsAsync<ExportFormatException>(() => TextAsync(export.Entries[0]));
    }

    [Fact]
    public async Task Copies_are_gone_when_the_export_is_closed()
    {
        var copy = await TemporaryFile.CopyAsync(Given.Entry("hello"), Cancel);
        var path = copy.Name;

        Assert.True(File.Exists(path));
        await copy.DisposeAsync();
        Assert.False(File.Exists(path));
    }

    private static async Task<string> TextAsync(ExportEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync(Cancel));
        return await reader.ReadToEndAsync(Cancel);
    }

    private static byte[] Gzipped(string text)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
