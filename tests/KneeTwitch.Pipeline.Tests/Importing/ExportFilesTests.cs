using System.Buffers.Binary;
using System.Text;
using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

public sealed class ExportFilesTests : IDisposable
{
    private readonly ExportFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_zip_a_folder_and_a_file_look_alike()
    {
        var file = folder.File("in/one.xml", "hello");
        var zip = folder.Zip("export.zip", ("in/one.xml", "hello"));

        Assert.Equal(["one.xml: hello"], await ContentsAsync(file));
        Assert.Equal(["in/one.xml: hello"], await ContentsAsync(zip));
        Assert.Equal(["one.xml: hello"], await ContentsAsync(System.IO.Path.Combine(folder.Path, "in")));
    }

    [Fact]
    public async Task Litter_is_left_out_and_paths_cannot_climb()
    {
        var zip = folder.Zip(
            "export.zip", ("../../etc/evil.xml", "a"), ("C:\\data\\b.xml", "b"), ("__MACOSX/._b.xml", "x"), ("data/._b.xml", "x"), (".DS_Store", "x"), ("empty/", ""));

        Assert.Equal(["C:/data/b.xml: b", "etc/evil.xml: a"], await ContentsAsync(zip));
    }

    [Fact]
    public async Task A_mail_address_in_a_name_is_masked_wherever_the_name_may_go()
    {
        var zip = folder.Zip("ann.smith@mail.example.zip", ("DI/ann.smith@mail.example_0_summarizedActivities.json", "a"), ("at@home", "b"));

        await using var export = await ExportFiles.OpenAsync(zip, cancel: Cancel);

        Assert.Equal("***@mail.example.zip", export.Name);
        Assert.Equal(["DI/***@mail.example_0_summarizedActivities.json: a", "at@home: b"], await ContentsAsync(zip));
    }

    [Fact]
    public async Task Patterns_find_entries_by_name_or_by_path()
    {
        await using var export = await ExportFiles.OpenAsync(folder.Zip("x.zip", ("a/Steps-1.json", "1"), ("b/steps-2.json", "2"), ("b/other.json", "3")), cancel: Cancel);

        Assert.Equal(["a/Steps-1.json", "b/steps-2.json"], export.Match("steps-?.json").Select(entry => entry.Path));
        Assert.Equal(["b/other.json", "b/steps-2.json"], export.Match("b/*.json").Select(entry => entry.Path));
    }

    [Theory]
    [InlineData("missing.zip", null, "does not exist")]
    [InlineData("empty.xml", "", "is empty")]
    [InlineData("scan.zip", "%PDF-1.7 ...", "is a PDF")]
    [InlineData("page.zip", "<html>please log in</html>", "is called a zip but is none")]
    [InlineData("cut.zip", "PK\u0003\u0004 and then nothing more", "damaged or incomplete zip")]
    public async Task What_cannot_be_opened_is_explained_in_a_sentence(string name, string? content, string reason)
    {
        var path = content is null ? System.IO.Path.Combine(folder.Path, name) : folder.File(name, content);

        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => ExportFiles.OpenAsync(path, cancel: Cancel));

        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
        Assert.Contains(name, failure.Message, StringComparison.Ordinal);
        Assert.EndsWith(".", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_zip_cut_off_in_the_middle_is_said_to_be_incomplete()
    {
        var whole = await File.ReadAllBytesAsync(folder.Zip("whole.zip", ("a.xml", new string('a', 500) + Guid.NewGuid())), Cancel);

        await FailsAsync(folder.File("half.zip", whole[..(whole.Length / 2)]), "damaged or incomplete");
    }

    [Fact]
    public async Task An_empty_zip_and_an_empty_folder_are_refused()
    {
        await FailsAsync(folder.Zip("none.zip"), "nothing in it");
        await FailsAsync(Directory.CreateDirectory(System.IO.Path.Combine(folder.Path, "void")).FullName, "folder without files");
    }

    [Fact]
    public async Task A_password_is_noticed_before_anything_is_read()
    {
        var zip = folder.Zip("locked.zip", ("a.xml", "secret"));
        var bytes = await File.ReadAllBytesAsync(zip, Cancel);
        bytes[6] |= 1;
        bytes[CentralDirectory(bytes) + 8] |= 1;

        await FailsAsync(folder.File("locked.zip", bytes), "password");
    }

    [Fact]
    public async Task Bombs_are_refused_by_what_they_declare()
    {
        var zip = folder.Zip("bomb.zip", ("a.xml", new string('a', 200_000)), ("b.xml", "b"));
        var limits = ExportLimits.Default with { RatioFromBytes = 100_000 };

        await FailsAsync(zip, "as a zip bomb is", limits with { Ratio = 50 });
        await FailsAsync(zip, "unpacks to more than", limits with { Ratio = 2_000, UnpackedBytes = 150_000 });
        await FailsAsync(zip, "more than 1 files", limits with { Entries = 1 });
        await FailsAsync(zip, "file name of more than", limits with { Ratio = 2_000, PathLength = 3 });
    }

    [Fact]
    public async Task A_bomb_that_lies_about_its_size_is_stopped_while_it_unpacks()
    {
        var bytes = await File.ReadAllBytesAsync(folder.Zip("liar.zip", ("a.xml", new string('a', 200_000))), Cancel);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(CentralDirectory(bytes) + 24), 1_000);
        await using var export = await ExportFiles.OpenAsync(folder.File("liar.zip", bytes), cancel: Cancel);

        var unpacked = 0L;
        var failure = await Record.ExceptionAsync(async () =>
        {
            await using var content = await export.Entries[0].OpenAsync(Cancel);
            var buffer = new byte[512];
            while (await content.ReadAsync(buffer, Cancel) is var read and > 0)
            {
                unpacked += read;
            }
        });

        Assert.True(failure is ExportFormatException or InvalidDataException or null);
        Assert.InRange(unpacked, 0, 1_000);
    }

    [Fact]
    public async Task The_head_of_an_entry_is_as_long_as_asked_or_as_there_is()
    {
        await using var export = await ExportFiles.OpenAsync(folder.Zip("x.zip", ("a.xml", "0123456789")), cancel: Cancel);

        Assert.Equal("0123", Encoding.UTF8.GetString(await export.Entries[0].HeadAsync(4, Cancel)));
        Assert.Equal("0123456789", Encoding.UTF8.GetString(await export.Entries[0].HeadAsync(4_000, Cancel)));
    }

    private static int CentralDirectory(byte[] zip) => zip.AsSpan().IndexOf("PK\u0001\u0002"u8);

    private static async Task FailsAsync(string path, string reason, ExportLimits? limits = null)
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => ExportFiles.OpenAsync(path, limits: limits, cancel: Cancel));
        Assert.Contains(reason, failure.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> ContentsAsync(string path)
    {
        await using var export = await ExportFiles.OpenAsync(path, cancel: Cancel);
        var contents = new List<string>();
        foreach (var entry in export.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(Cancel));
            contents.Add($"{entry.Path}: {await reader.ReadToEndAsync(Cancel)}");
        }

        return contents;
    }
}
