using System.Text;
using CsCheck;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Formats;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.Formats;

public sealed class CsvTableTests
{
    private readonly ReadingContext context = Given.Context();

    [Theory]
    [InlineData("day,ml\n2026-05-01,250\n")]
    [InlineData("day;ml\r\n2026-05-01;250\r\n")]
    [InlineData("day\tml\r2026-05-01\t250\r")]
    [InlineData("day|ml\n2026-05-01|250")]
    [InlineData("sep=;\r\nday;ml\r\n2026-05-01;250")]
    [InlineData("\uFEFFday,ml\n\n2026-05-01,250\n\n")]
    [InlineData("\"day\",\"ml\"\n\"2026-05-01\",\"250\"")]
    [InlineData("day,ml\n2026-05-01,250,,,\n")]
    public async Task Every_habit_of_splitting_gives_the_same_table(string text)
    {
        var rows = await ReadAsync(Given.Entry(text));

        var row = Assert.Single(rows);
        Assert.Equal("2026-05-01", row["day"]);
        Assert.Equal(250, row.Number("ml"));
        Assert.Equal(0, context.Rejects.Count);
    }

    [Fact]
    public async Task Text_is_read_in_the_encoding_it_has()
    {
        const string Text = "Getränk,ml\nTee – grün,250\n";
        byte[] latin = [.. Text.Select(letter => letter switch { '–' => (byte)0x96, _ => (byte)letter })];

        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UnicodeEncoding(false, false) })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
            Assert.Equal("Tee – grün", Assert.Single(await ReadAsync(Given.Entry(bytes)))["Getränk"]);
        }

        await using var table = await CsvTable.OpenAsync(Given.Entry(latin), CsvOptions.Default, context, TestContext.Current.CancellationToken);
        var rows = await table.RowsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
        Assert.Equal("Tee – grün", Assert.Single(rows)["Getränk"]);
        Assert.True(table.IsWindows1252);
    }

    [Theory]
    [InlineData("Protein (g)", "protein(g)")]
    [InlineData("VITAMIN_B12 (µg)", "Vitamin B12 (μg)")]
    [InlineData("Énergie", "energie")]
    [InlineData("start-time", "Start Time")]
    public async Task Columns_are_found_however_they_are_spelt(string written, string asked)
    {
        var row = Assert.Single(await ReadAsync(Given.Entry($"id,{written}\n1,2\n")));

        Assert.Equal("2", row[asked]);
    }

    [Fact]
    public async Task Short_rows_empty_fields_and_columns_that_are_not_there_say_nothing()
    {
        var rows = await ReadAsync(Given.Entry("a,b,c\n1\n,2, \n"));

        Assert.Equal(["1", null, null, null], new[] { rows[0]["a"], rows[0]["b"], rows[0]["c"], rows[0]["d"] });
        Assert.Equal([null, "2", null], new[] { rows[1]["a"], rows[1]["b"], rows[1]["c"] });
        Assert.Equal("2", rows[1].FirstOf("d", "c", "b"));
    }

    [Fact]
    public async Task A_line_break_between_quotes_belongs_to_the_field_and_lines_are_still_counted()
    {
        var rows = await ReadAsync(Given.Entry("note,ml\n\"long\r\n\"\"day\"\"\",1\nshort,x\n"));

        Assert.Equal("long\r\n\"day\"", rows[0]["note"]);
        Assert.Equal([2L, 4L], rows.Select(row => row.Line));
        Assert.Null(rows[1].Number("ml"));
        Assert.Equal("file.csv, line 4", Assert.Single(context.Rejects.All).First);
    }

    [Fact]
    public async Task A_quote_that_never_ends_costs_one_line()
    {
        var rows = await ReadAsync(Given.Entry("note,ml\na,1\n\"b,2\nc,3\nd,4\n"));

        Assert.Equal(["a", "c", "d"], rows.Select(row => row["note"]));
        Assert.Equal("a quote that does not end", Assert.Single(context.Rejects.All).Reason);
    }

    [Fact]
    public async Task A_line_without_end_costs_one_line()
    {
        var rows = await ReadAsync(Given.Entry($"note,ml\na,1\n{new string('x', 3_000_000)},2\nc,3\n"));

        Assert.Equal(["a", "c"], rows.Select(row => row["note"]));
        Assert.Equal("file.csv, line 3", Assert.Single(context.Rejects.All).First);
    }

    [Fact]
    public async Task A_row_of_very_many_columns_is_no_row()
    {
        var rows = await ReadAsync(Given.Entry($"note,ml\n{new string(',', 5_000)}\nc,3\n"));

        Assert.Equal(3, Assert.Single(rows).Number("ml"));
        Assert.Equal(1, context.Rejects.Count);
    }

    [Fact]
    public async Task Notes_before_the_header_are_passed_over_by_count_or_by_sight()
    {
        const string Text = "com.vendor.sleep,6310000,1\nmade for Ann\n# note\nstart,end,score\n1,2,3\n# bye\n";

        var counted = await ReadAsync(Given.Entry(Text), new CsvOptions { SkipLines = 2, Comment = '#' });
        var seen = await ReadAsync(Given.Entry(Text), new CsvOptions { IsHeader = fields => fields.Contains("score"), Comment = '#' });

        Assert.Equal("3", Assert.Single(counted)["score"]);
        Assert.Equal((5L, "3"), (Assert.Single(seen).Line, seen[0]["score"]));
    }

    [Fact]
    public async Task A_header_that_comes_again_is_seen_and_names_that_repeat_are_all_found()
    {
        await using var table = await CsvTable.OpenAsync(Given.Entry("a,b,A\n1,2,3\na,b,A\n4,5,6\n"), CsvOptions.Default, context, TestContext.Current.CancellationToken);
        var rows = await table.RowsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.Equal([false, true, false], rows.Select(row => row.IsHeader));
        Assert.Equal([0, 2], table.FindAll("a"));
        Assert.Equal("1", rows[0]["a"]);
    }

    [Fact]
    public async Task A_file_without_a_header_is_read_by_the_names_given()
    {
        var rows = await ReadAsync(Given.Entry("1,2\n3,4\n"), new CsvOptions { Names = ["at", "ml"] });

        Assert.Equal([2d, 4d], rows.Select(row => row.Number("ml")));
    }

    [Theory]
    [InlineData("1.5", 1.5)]
    [InlineData("1,5", 1.5)]
    [InlineData("\u22123", -3.0)]
    [InlineData("1e3", 1000.0)]
    [InlineData("NaN", null)]
    [InlineData("Infinity", null)]
    [InlineData("1e999", null)]
    [InlineData("1.234,5", null)]
    [InlineData("12 ml", null)]
    public async Task A_number_is_finite_and_ungrouped_or_a_reject(string text, double? number)
    {
        var row = Assert.Single(await ReadAsync(Given.Entry($"a;b\n{text};1\n")));

        Assert.Equal(number, row.Number("a"));
        Assert.Equal(number is null ? 1 : 0, context.Rejects.Count);
    }

    [Fact]
    public async Task A_comma_is_no_decimal_point_in_a_table_that_is_split_by_commas()
    {
        var row = Assert.Single(await ReadAsync(Given.Entry("a,b\n\"1,234\",1\n")));

        Assert.Null(row.Number("a"));
    }

    [Fact]
    public void The_head_of_a_file_tells_its_columns()
    {
        var header = CsvTable.HeaderOf("Date;Amount (ml)\n2026-05-01;2"u8.ToArray());

        Assert.True(header.Has("date", "amount(ml)"));
        Assert.False(header.Has("date", "weight"));
        Assert.Empty(CsvTable.HeaderOf([]).Names);
    }

    [Fact]
    public async Task What_was_unpacked_before_damage_stays()
    {
        var entry = new ExportEntry("file.csv", 100, _ => ValueTask.FromResult<Stream>(new GuardedStream(new Torn("a,b\n1,2\n3"u8.ToArray()), "file.csv", 100)));

        var rows = await ReadAsync(entry);

        Assert.Equal("1", rows[0]["a"]);
        Assert.Contains("damaged zip", Assert.Single(context.Rejects.All).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_written_with_quotes_is_read_back()
    {
        const string Letters = "a\",\n\r";
        var field = Gen.Int[0, Letters.Length - 1].Array[0, 6].Select(letters => string.Concat(letters.Select(letter => Letters[letter])));
        field.Array[1, 5].Array[1, 6].Sample(
            rows =>
            {
                var text = string.Concat(rows.Select(row => string.Join(',', row.Select(each => $"\"{each.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
                var (at, fields) = (0, new List<string>());
                foreach (var row in rows)
                {
                    var split = CsvSplitter.Split(text.AsSpan(at), ',', isLast: true, mayWrap: true, fields);
                    at += split.Length;
                    Assert.Equal(row, fields);
                }

                Assert.Equal(text.Length, at);
            },
            iter: 300);
    }

    private async Task<List<CsvRow>> ReadAsync(ExportEntry entry, CsvOptions? options = null)
    {
        await using var table = await CsvTable.OpenAsync(entry, options ?? CsvOptions.Default, context, TestContext.Current.CancellationToken);
        return await table.RowsAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    private sealed class Torn(byte[] good) : MemoryStream(good)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position < Length ? base.ReadAsync(buffer, cancellationToken) : throw new InvalidDataException();
    }
}
