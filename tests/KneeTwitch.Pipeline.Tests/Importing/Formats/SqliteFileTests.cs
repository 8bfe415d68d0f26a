using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Formats;
using Microsoft.Data.Sqlite;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

public sealed class SqliteFileTests : IDisposable
{
    private readonly ExportFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_database_in_an_export_is_asked_for_its_tables_columns_and_rows()
    {
        await using var file = await SqliteFile.OpenAsync(Given.Entry(Database()), "Vendor", Cancel);

        Assert.Contains("WATER", await file.TablesAsync(Cancel));
        Assert.True(await file.HasAsync("water", Cancel, "at", "ml"));
        Assert.False(await file.HasAsync("water", Cancel, "at", "oz"));
        Assert.False(await file.HasAsync("steps", Cancel));
        var seen = new List<(long? At, double? Ml, string? Note)>();
        await foreach (var row in file.RowsAsync("select at, ml, note from water where at >= $from order by at", Cancel, ("$from", 2)))
        {
            seen.Add((row.Whole(0), row.Number(1), row.Text(2)));
        }

        Assert.Equal([(2, 250.5, "tea"), (3, null, null), (4, 300, "7")], seen);
    }

    [Fact]
    public async Task A_database_cannot_be_written_to()
    {
        await using var file = await SqliteFile.OpenAsync(Given.Entry(Database()), "Vendor", Cancel);

        await Assert.ThrowsAsync<ExportFormatException>(async () => await file.RowsAsync("delete from water returning at", Cancel).ToListAsync(Cancel));
    }

    [Fact]
    public async Task What_is_no_database_and_what_is_damaged_is_said_in_a_sentence()
    {
        var cut = Database()[..6_000];
        var text = await Assert.ThrowsAsync<ExportFormatException>(() => SqliteFile.OpenAsync(Given.Entry("dear diary, this is no database"), "Vendor", Cancel));
        var damaged = await Assert.ThrowsAsync<ExportFormatException>(async () =>
        {
            await using var file = await SqliteFile.OpenAsync(Given.Entry(cut), "Vendor", Cancel);
            await file.RowsAsync("select * from water", Cancel).ToListAsync(Cancel);
        });

        Assert.All([text, damaged], failure => Assert.StartsWith("Vendor: file.csv is no SQLite database, or a damaged one", failure.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void The_first_bytes_tell_a_database()
    {
        Assert.True(SqliteFile.IsSqlite(Database()));
        Assert.False(SqliteFile.IsSqlite("SQLite"u8));
    }

    private byte[] Database()
    {
        var path = System.IO.Path.Combine(folder.Path, $"{Guid.NewGuid():N}.db");
        using (var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                create table water (at integer, ml real, note text);
                create table filler (text text);
                insert into water values (1, 100, 'x'), (2, 250.5, 'tea'), (3, 'much', null), (4, '300', 7);
                """;
            command.ExecuteNonQuery();
        }

        return File.ReadAllBytes(path);
    }
}
