using System.Security.Cryptography;
using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public sealed class ExportStoreTests : IDisposable
{
    private readonly ExportFolder folder = new();
    private readonly ExportFolder kept = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ExportStore Store => new(new ImportOptions { Folder = kept.Path });

    public void Dispose()
    {
        folder.Dispose();
        kept.Dispose();
    }

    [Fact]
    public async Task A_file_lies_under_its_hash_once_however_often_it_comes()
    {
        var file = folder.File("export.xml", "content");

        var first = await Store.PutAsync(file, Cancel);
        var again = await Store.PutAsync(new MemoryStream("content"u8.ToArray()), "other name.xml", Cancel);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData("content"u8)), first.Hash);
        Assert.Equal((first.Hash, 7L, "other name.xml"), (again.Hash, again.Bytes, again.Name));
        Assert.Equal("content", await File.ReadAllTextAsync(Store.PathOf(first.Hash), Cancel));
        Assert.Single(Directory.EnumerateFiles(kept.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task The_same_folder_is_the_same_export_whenever_it_was_copied()
    {
        folder.File("a/x/export.xml", "<HealthData/>");
        folder.File("a/b.txt", "b");
        folder.File("b/b.txt", "b");
        folder.File("b/x/export.xml", "<HealthData/>");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "b", "b.txt"), new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));

        var first = await Store.PutAsync(Path.Combine(folder.Path, "a"), Cancel);
        var second = await Store.PutAsync(Path.Combine(folder.Path, "b"), Cancel);

        Assert.Equal(first.Hash, second.Hash);
        await using var export = await ExportFiles.OpenAsync(Store.PathOf(first.Hash), cancel: Cancel);
        Assert.Equal(["b.txt", "x/export.xml"], export.Entries.Select(entry => entry.Path));
    }

    [Fact]
    public async Task What_is_too_large_or_of_no_use_leaves_nothing_behind()
    {
        var small = new ExportStore(new ImportOptions { Folder = kept.Path, MaximumBytes = 3 });

        await Assert.ThrowsAsync<ExportFormatException>(() => small.PutAsync(new MemoryStream("four"u8.ToArray()), "x.xml", Cancel));
        await Assert.ThrowsAsync<ExportFormatException>(() => Store.PutAsync(new MemoryStream("%PDF"u8.ToArray()), "x.zip", Cancel));
        await Assert.ThrowsAsync<ExportFormatException>(() => Store.PutAsync(Path.Combine(folder.Path, "missing"), Cancel));

        Assert.Empty(Directory.EnumerateFiles(kept.Path, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_full_disk_is_told_from_other_failures()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "Only Linux has a device that is always full.");

        var full = await Assert.ThrowsAnyAsync<IOException>(() => File.WriteAllTextAsync("/dev/full", "x", Cancel));

        Assert.True(ExportStore.IsDiskFull(full));
        Assert.False(ExportStore.IsDiskFull(new FileNotFoundException()));
    }
}
