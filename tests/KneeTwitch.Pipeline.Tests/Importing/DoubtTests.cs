using KneeTwitch.Pipeline.Importing;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>What is uncertain about a format is said in one place, its reader, and the table of formats has the same words.</summary>
public class DoubtTests
{
    private const int FormatColumn = 1;
    private const int DoubtColumn = 6;

    public static TheoryData<string> Formats => [.. ExportReaders.Default.All.Select(reader => reader.Format)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_table_of_formats_says_what_the_reader_says(string format)
    {
        var row = Assert.Single(Rows(), row => row[FormatColumn] == format);

        Assert.Equal(ExportReaders.Default.All.Single(reader => reader.Format == format).Doubt ?? "", row[DoubtColumn]);
    }

    [Fact]
    public async Task Inspecting_says_what_is_uncertain()
    {
        var report = await Inspection.InspectAsync([ReadExport.Sample("GoogleFit", "2026-03-10.csv")], "Europe/Berlin", null, TestContext.Current.CancellationToken);

        Assert.StartsWith("the whole schema", Assert.Single(report.Files).Doubts["Google Fit"], StringComparison.Ordinal);
    }

    [Fact]
    public void Formats_that_were_read_together_say_it_each_for_itself()
    {
        Assert.Equal(["Bearable", "Google Fit"], ExportReaders.Default.DoubtsOf("bearable+google-fit+tcx").Keys);
        Assert.Empty(ExportReaders.Default.DoubtsOf("tcx"));
    }

    private static IEnumerable<string[]> Rows()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, "KneeTwitch.sln")))
        {
            root = root.Parent;
        }

        Assert.NotNull(root);
        return File.ReadLines(Path.Combine(root.FullName, "src", "KneeTwitch.Pipeline", "Importing", "README.md"))
            .Select(line => line.Replace("`", "", StringComparison.Ordinal).Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells.Length == DoubtColumn + 2);
    }
}
