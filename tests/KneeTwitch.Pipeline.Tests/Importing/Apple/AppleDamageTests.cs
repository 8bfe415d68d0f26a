using System.Text;
using CsCheck;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Apple.AppleExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Apple;

public class AppleDamageTests
{
    private const string Steps = "HKQuantityTypeIdentifierStepCount";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_broken_document_type_of_iOS_16_does_no_harm()
    {
        var result = await FromAsync(Sample("broken-dtd.xml"));

        Assert.Equal("12", result.Context.Facts.Version);
        Assert.Equal(77, result.Only(Metric.Steps));
        Assert.Empty(result.Context.Rejects.All);
    }

    [Fact]
    public async Task Control_characters_and_a_byte_order_mark_are_lived_with()
    {
        var result = await OfFileAsync($"\uFEFF<HealthData>{Record(Steps, "5", "count", "", "Wa\u0001ter&#2;\u000bApp")}</HealthData>");

        Assert.Equal("Water App", Assert.Single(result.Readings).Source.Name);
        Assert.Empty(result.Context.Rejects.All);
    }

    [Fact]
    public async Task Of_a_repeated_attribute_the_first_counts()
    {
        var result = await OfAsync(Record(Steps, "5", "count", "value=\"6\" unit=\"km\""));

        Assert.Equal(5, result.Only(Metric.Steps));
    }

    [Fact]
    public async Task Order_quotes_brackets_comments_and_raw_data_do_not_matter()
    {
        var result = await OfAsync(
            $"""
            <!-- {Record(Steps, "100", "count")} --><![CDATA[ {Record(Steps, "100", "count")} ]]>
            <Record
              value='5' endDate='2026-03-10 12:00:00 +02:00' unit="count" note="a > b" startDate = "2026-03-10 11:00:00 +0200"
              sourceName='The "Watch" &amp; I' type="HKQuantityTypeIdentifierStepCount"
            ></Record>
            """);

        Assert.Equal(5, result.Only(Metric.Steps));
        Assert.Equal("The \"Watch\" & I", Assert.Single(result.Readings).Source.Name);
    }

    [Fact]
    public async Task A_file_cut_off_keeps_what_came_before()
    {
        var whole = $"<HealthData>{Record(Steps, "5", "count")}{Record(Steps, "6", "count")}</HealthData>";

        var inTag = await OfFileAsync(whole[..(whole.Length - 40)]);
        var between = await OfFileAsync(whole[..(whole.Length - "</HealthData>".Length)]);

        Assert.Equal(5, inTag.Only(Metric.Steps));
        Assert.Equal(2, between.Readings.Count);
        Assert.StartsWith("truncated", Assert.Single(inTag.Reasons), StringComparison.Ordinal);
        Assert.StartsWith("truncated", Assert.Single(between.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_zip_keeps_what_could_be_unpacked()
    {
        using var folder = new ExportFolder();
        var lines = new StringBuilder("<HealthData>");
        for (var i = 0; i < 20_000; i++)
        {
            lines.Append(Record(Steps, $"{i % 997}", "count", "", $"App {i * 7919 % 1000}"));
        }

        var bytes = await File.ReadAllBytesAsync(folder.Zip("x.zip", ("export.xml", lines.Append("</HealthData>").ToString())), Cancel);
        bytes.AsSpan(bytes.Length / 2, 400).Fill(0xFF);

        var result = await FromAsync(folder.File("x.zip", bytes), 4_096);

        Assert.InRange(result.Readings.Count, 100, 19_999);
        Assert.NotEmpty(result.Reasons);
    }

    [Fact]
    public async Task A_damaged_record_costs_itself_only_and_says_where_it_stands()
    {
        var result = await OfAsync($"{Record(Steps, "1", "count")}<Record type=\"{Steps} sourceName=\"x\" value=\"9\"/>{Record(Steps, "2", "count")}");

        Assert.Equal([1, 2], result.Readings.Select(reading => reading.Value));
        var reject = Assert.Single(result.Context.Rejects.All);
        Assert.Equal("a damaged tag", reject.Reason);
        Assert.StartsWith("export.xml, byte ", reject.First, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1985-03-10 11:00:00 +0200", "1985-03-10 11:00:00 +0200", "a date before 1990")]
    [InlineData("9999-12-31 11:00:00 +0000", "9999-12-31 11:00:00 +0000", "a date more than a month after the export")]
    [InlineData("2026-03-10 11:00:00 +0200", "2026-03-10 10:00:00 +0200", "an end before its start")]
    [InlineData("2025-03-10 11:00:00 +0200", "2026-03-10 10:00:00 +0200", "an interval longer than a month")]
    [InlineData("2026-02-30 11:00:00 +0200", "2026-03-10 10:00:00 +0200", "a date that cannot be read")]
    [InlineData("10.03.2026 11:00", "10.03.2026 11:00", "a date that cannot be read")]
    [InlineData("0000-00-00 00:00:00 +0000", "", "a date that cannot be read")]
    public async Task Dates_that_cannot_be_are_rejected_with_their_reason(string start, string end, string reason)
    {
        var result = await OfAsync($"<Record type=\"{Steps}\" sourceName=\"x\" unit=\"count\" value=\"9\" startDate=\"{start}\" endDate=\"{end}\"/>");

        Assert.Empty(result.Readings);
        Assert.Equal([reason], result.Reasons);
    }

    [Fact]
    public async Task A_meal_planned_for_next_week_stays()
    {
        var result = await OfAsync("<Record type=\"HKQuantityTypeIdentifierDietaryWater\" sourceName=\"x\" unit=\"mL\" value=\"300\" startDate=\"2026-04-08 08:00:00 +0200\" endDate=\"2026-04-08 08:00:00 +0200\"/>");

        Assert.Equal(300, result.Only(Metric.WaterMl));
    }

    [Fact]
    public async Task A_file_without_health_data_is_refused_when_it_is_named_as_Apples()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => OfFileAsync("<gpx></gpx>"));

        Assert.Contains("holds no HealthData", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Any_size_of_blocks_gives_the_same_readings_facts_and_rejects()
    {
        var whole = await FromAsync(Sample("workout-with-parts.xml"));

        foreach (var size in new[] { 1, 2, 3, 7, 64, 333, 4_096 })
        {
            var pieces = await FromAsync(Sample("workout-with-parts.xml"), size);
            Assert.Equal(whole.Readings, pieces.Readings);
            Assert.Equal(whole.Context.Facts.Zones, pieces.Context.Facts.Zones);
            Assert.Equal(whole.Context.Rejects.All, pieces.Context.Rejects.All);
        }
    }

    [Fact]
    public void Mutated_files_give_rejects_or_a_clear_failure_and_nothing_else()
    {
        var original = File.ReadAllBytes(Sample("workout-with-parts.xml"));
        using var folder = new ExportFolder();
        Gen.Select(Gen.Int[0, original.Length - 1], Gen.Int[0, 60], Gen.Byte.Array[0, 8]).Array[1, 4].Sample(
            mutations =>
            {
                var bytes = original.ToList();
                foreach (var (at, cut, put) in mutations)
                {
                    var place = Math.Min(at, bytes.Count);
                    bytes.RemoveRange(place, Math.Min(cut, bytes.Count - place));
                    bytes.InsertRange(place, put);
                }

                var path = folder.File($"{Guid.NewGuid():N}.xml", [.. bytes, (byte)' ']);
                var failure = Xunit.Record.Exception(() => FromAsync(path, 256).GetAwaiter().GetResult());
                File.Delete(path);
                Assert.True(failure is null or ExportFormatException, failure?.ToString());
            },
            iter: 300,
            threads: 1);
    }
}
