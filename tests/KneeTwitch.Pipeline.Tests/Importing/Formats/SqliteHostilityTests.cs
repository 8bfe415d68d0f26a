using System.Buffers.Binary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

/// <summary>What a database can do that was made to do harm.</summary>
public class SqliteHostilityTests
{
    private const int PageBytes = 512;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Views_virtual_tables_and_computed_columns_are_neither_listed_nor_read()
    {
        var content = SqliteFixture.Build(
            """
            create table real_one (a integer, b integer generated always as (length(hex(zeroblob(400000000)))) virtual);
            create view water as select 1 as at, 100 as ml;
            create virtual table steps using fts5 (count);
            insert into real_one (a) values (1);
            """);
        await using var file = await SqliteFile.OpenAsync(Given.Entry(content, "x.db"), "Vendor", Cancel);

        var tables = await file.TablesAsync(Cancel);
        Assert.Contains("real_one", tables);
        Assert.DoesNotContain("water", tables);
        Assert.DoesNotContain("steps", tables);
        Assert.Null(await file.SelectAsync("water", Cancel, "at"));
        Assert.Equal("select \"a\", null as \"b\" from \"real_one\"", await file.SelectAsync("real_one", Cancel, "a", "b"));
    }

    [Fact]
    public async Task Pages_that_point_at_each_other_without_end_are_damage_and_no_hang()
    {
        await using var file = await SqliteFile.OpenAsync(Given.Entry(Bomb(), "x.db"), "Vendor", Cancel);

        await Assert.ThrowsAsync<ExportFormatException>(() => file.CountAsync("bomb", Cancel));
    }

    [Fact]
    public async Task Sorting_what_never_ends_stops_as_well()
    {
        await using var file = await SqliteFile.OpenAsync(Given.Entry(Bomb(), "x.db"), "Vendor", Cancel);

        await Assert.ThrowsAsync<ExportFormatException>(async () => await file.RowsAsync("select a from bomb order by a desc", Cancel).CountAsync(Cancel));
    }

    [Fact]
    public async Task Who_cancels_is_not_told_that_the_file_is_damaged()
    {
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        await using var file = await SqliteFile.OpenAsync(Given.Entry(Bomb(), "x.db"), "Vendor", impatient.Token);

        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => file.CountAsync("bomb", impatient.Token));
    }

    [Fact]
    public async Task A_database_is_known_by_its_tables_wherever_they_stand_and_another_one_is_not()
    {
        var filler = string.Concat(Enumerable.Range(0, 60).Select(i => $"create table filler_{i} (text text);"));
        var content = SqliteFixture.Build($"{filler} create table alpha (a); create table beta (b);");

        Assert.True(await SqliteFile.HoldsAsync(Given.Entry(content, "x.db"), Cancel, "alpha", "beta"));
        Assert.False(await SqliteFile.HoldsAsync(Given.Entry(content, "x.db"), Cancel, "alpha", "gamma"));
        Assert.False(await SqliteFile.HoldsAsync(Given.Entry("alpha beta", "x.txt"), Cancel, "alpha", "beta"));
    }

    [Theory]
    [InlineData("health-connect", "HealthConnect", "health-connect.sql")]
    [InlineData("gadgetbridge", "Gadgetbridge", "gadgetbridge.sql")]
    public async Task A_database_that_is_cut_off_is_known_and_said_to_be_damaged(string format, string folderName, string sample)
    {
        var content = SqliteFixture.Build(await File.ReadAllTextAsync(ReadExport.Sample(folderName, sample), Cancel));
        using var folder = new ExportFolder();
        var path = folder.File("renamed", content[..(content.Length / 2)]);
        await using var export = await ExportFiles.OpenAsync(path, cancel: Cancel);
        var (reader, _) = await ExportReaders.Default.RecognizeAsync(export, null, Cancel);

        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => ReadExport.FromAsync(reader, path));

        Assert.Equal(format, reader.Format);
        Assert.Contains("is no SQLite database, or a damaged one", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HealthConnect", "health-connect.sql")]
    [InlineData("Gadgetbridge", "gadgetbridge.sql")]
    public async Task The_same_database_read_twice_says_the_same(string folderName, string sample)
    {
        using var folder = new ExportFolder();
        var path = folder.File("x.db", SqliteFixture.Build(await File.ReadAllTextAsync(ReadExport.Sample(folderName, sample), Cancel)));
        await using var export = await ExportFiles.OpenAsync(path, cancel: Cancel);
        var (reader, _) = await ExportReaders.Default.RecognizeAsync(export, null, Cancel);

        var first = await ReadExport.FromAsync(reader, path);
        var again = await ReadExport.FromAsync(reader, path);

        Assert.NotEmpty(first.Of(Metric.Steps));
        Assert.Empty(first.Reasons);
        Assert.Equal(first.Readings, again.Readings);
    }

    /// <summary>A table of which each page holds sixty times the next one, for fifteen pages: more rows than there are atoms in a knee.</summary>
    private static byte[] Bomb()
    {
        var content = SqliteFixture.Build(
            """
            pragma page_size = 512;
            create table bomb (a integer);
            create table filler (text text);
            with recursive row (i) as (select 0 union all select i + 1 from row where i < 200) insert into filler select hex(zeroblob(100)) from row;
            """);
        const int Depth = 15;
        var first = (content.Length / PageBytes) - Depth;
        int[] pages = [2, .. Enumerable.Range(first, Depth)];
        for (var i = 0; i < pages.Length - 1; i++)
        {
            Branch(content.AsSpan((pages[i] - 1) * PageBytes, PageBytes), pages[i + 1]);
        }

        Leaf(content.AsSpan((pages[^1] - 1) * PageBytes, PageBytes));
        return content;
    }

    private static void Branch(Span<byte> page, int child)
    {
        const int Cells = 60;
        page.Clear();
        page[0] = 5;
        BinaryPrimitives.WriteUInt16BigEndian(page[3..], Cells);
        BinaryPrimitives.WriteUInt16BigEndian(page[5..], PageBytes - (5 * Cells));
        BinaryPrimitives.WriteInt32BigEndian(page[8..], child);
        for (var i = 0; i < Cells; i++)
        {
            var at = PageBytes - (5 * (i + 1));
            BinaryPrimitives.WriteUInt16BigEndian(page[(12 + (2 * i))..], (ushort)at);
            BinaryPrimitives.WriteInt32BigEndian(page[at..], child);
            page[at + 4] = 1;
        }
    }

    private static void Leaf(Span<byte> page)
    {
        ReadOnlySpan<byte> cell = [3, 1, 2, 1, 1];
        page.Clear();
        page[0] = 13;
        BinaryPrimitives.WriteUInt16BigEndian(page[3..], 1);
        BinaryPrimitives.WriteUInt16BigEndian(page[5..], (ushort)(PageBytes - cell.Length));
        BinaryPrimitives.WriteUInt16BigEndian(page[8..], (ushort)(PageBytes - cell.Length));
        cell.CopyTo(page[(PageBytes - cell.Length)..]);
    }
}
