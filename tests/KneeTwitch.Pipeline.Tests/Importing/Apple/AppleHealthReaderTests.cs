using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Apple;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Apple.AppleExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Apple;

public sealed class AppleHealthReaderTests : IDisposable
{
    private const string Steps = "HKQuantityTypeIdentifierStepCount";
    private readonly ExportFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("apple_health_export/Exportieren.xml")]
    [InlineData("apple_health_export/导出.xml")]
    [InlineData("apple_health_export/σ»╝σç║.xml")]
    [InlineData("export.xml")]
    public async Task An_export_is_known_by_its_content_whatever_it_is_called(string name)
    {
        var zip = folder.Zip("something.zip", (name, await File.ReadAllTextAsync(Sample("small.xml"), Cancel)), ("__MACOSX/._export.xml", "junk"));
        await using var export = await ExportFiles.OpenAsync(zip, cancel: Cancel);

        var (reader, recognition) = await ExportReaders.Default.RecognizeAsync(export, null, Cancel);

        Assert.Equal("apple-health", reader.Format);
        Assert.Equal(Certainty.Sure, recognition.Certainty);
    }

    [Fact]
    public async Task The_clinical_copy_is_no_export_and_is_counted_beside_one()
    {
        const string cda = "<?xml version=\"1.0\"?>\n<ClinicalDocument xmlns=\"urn:hl7-org:v3\"></ClinicalDocument>";
        await using var alone = await ExportFiles.OpenAsync(folder.File("export_cda.xml", cda), cancel: Cancel);

        var beside = await FromAsync(folder.Zip(
            "x.zip",
            ("apple_health_export/export.xml", await File.ReadAllTextAsync(Sample("small.xml"), Cancel)),
            ("apple_health_export/export_cda.xml", cda),
            ("apple_health_export/workout-routes/a.gpx", "<gpx/>"),
            ("apple_health_export/workout-routes/b.gpx", "<gpx/>")));

        Assert.Equal(Recognition.No, await new AppleHealthReader().RecognizeAsync(alone, Cancel));
        Assert.Equal(1, beside.Context.Facts.Unread["file export_cda.xml"]);
        Assert.Equal(2, beside.Context.Facts.Unread["files workout-routes/*.gpx"]);
    }

    [Fact]
    public async Task A_small_export_gives_its_readings_and_facts()
    {
        var result = await FromAsync(Sample("small.xml"));

        Assert.Empty(result.Context.Rejects.All);
        Assert.Equal("14", result.Context.Facts.Version);
        Assert.Equal(new DateTimeOffset(2026, 3, 20, 7, 0, 0, TimeSpan.Zero), result.Context.Facts.ExportedAt);
        Assert.Equal(1984, result.Context.Facts.BirthYear);
        Assert.Equal(Sex.Female, result.Context.Facts.Sex);
        Assert.Equal(430, result.Readings.Where(reading => reading.Metric == Metric.Steps).Sum(reading => reading.Value));
        Assert.Equal(1_500, result.Only(Metric.DistanceM), 6);
        Assert.Equal(31.5, result.Only(Metric.WorkoutMinutes));
        Assert.Equal(612.5, result.Only(Metric.VendorActiveEnergyKcal));
    }

    [Fact]
    public async Task Instants_count_and_the_printed_offset_is_only_a_way_to_write_them()
    {
        var result = await OfAsync(Record(Steps, "5", "count"));

        var reading = Assert.Single(result.Readings);
        Assert.Equal(new DateTimeOffset(2026, 3, 10, 9, 0, 0, TimeSpan.Zero), reading.Start);
        Assert.Equal(TimeSpan.Zero, reading.Start.Offset);
    }

    [Fact]
    public async Task Records_inside_a_correlation_stand_at_top_level_too_and_count_once()
    {
        var record = Record("HKQuantityTypeIdentifierDietaryWater", "250", "mL");

        var result = await OfAsync($"{record}<Correlation type=\"HKCorrelationTypeIdentifierFood\"><MetadataEntry key=\"HKFoodType\" value=\"Soup\"/>{record}</Correlation>{Record(Steps, "7", "count")}");

        Assert.Equal(250, result.Only(Metric.WaterMl));
        Assert.Equal(7, result.Only(Metric.Steps));
    }

    [Fact]
    public async Task The_watch_and_the_phone_are_told_apart_by_device_then_by_name()
    {
        const string watch = "device=\"&lt;&lt;HKDevice: 0x28&gt;, name:Apple Watch, model:Watch, hardware:Watch7,2&gt;\"";
        const string phone = "device=\"&lt;&lt;HKDevice: 0x29&gt;, model:iPhone, hardware:iPhone14,2&gt;\"";

        var result = await OfAsync(string.Concat(
            Record(Steps, "1", "count", watch, "Anns Uhr"),
            Record(Steps, "2", "count", "", "Anns Uhr"),
            Record(Steps, "3", "count", phone, "Telefon"),
            Record(Steps, "4", "count", "", "Ann&#8217;s\u00a0iPhone "),
            Record(Steps, "5", "count", "", "Oura Ring"),
            Record(Steps, "6", "count", "", "Spring Training")));

        Assert.Equal(
            ["Anns Uhr Worn", "Anns Uhr Worn", "Telefon Phone", "Ann's iPhone Phone", "Oura Ring Worn", "Spring Training App"],
            result.Readings.Select(reading => $"{reading.Source.Name} {reading.Source.Kind}"));
    }

    [Fact]
    public async Task Both_apostrophes_are_one_source()
    {
        var result = await OfAsync(Record(Steps, "1", "count", "", "Ann’s Watch") + Record(Steps, "2", "count", "", "Ann's Watch "));

        Assert.Same(result.Readings[0].Source, result.Readings[1].Source);
    }

    [Fact]
    public async Task Types_nobody_reads_are_named_and_counted_and_are_no_rejects()
    {
        var result = await OfAsync(Record("HKQuantityTypeIdentifierRunningPower", "5", "W") + Record("HKDataTypeSleepDurationGoal", "8", "hr") + Record("HKDataTypeSleepDurationGoal", "8", "hr") + "<Audiogram/>");

        Assert.Empty(result.Readings);
        Assert.Empty(result.Context.Rejects.All);
        Assert.Equal(1, result.Context.Facts.Unread["RunningPower"]);
        Assert.Equal(2, result.Context.Facts.Unread["SleepDurationGoal"]);
        Assert.Equal(1, result.Context.Facts.Unread["Audiogram"]);
    }

    [Fact]
    public async Task Time_zones_of_records_and_workouts_are_evidence()
    {
        const string sleep = "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"W\" startDate=\"2026-03-01 23:00:00 +0100\" endDate=\"2026-03-02 06:00:00 +0100\" value=\"HKCategoryValueSleepAnalysisAsleepREM\"><MetadataEntry key=\"HKTimeZone\" value=\"{0}\"/></Record>";

        var result = await OfAsync(
            sleep.Replace("{0}", "Asia/Tokyo", StringComparison.Ordinal)
            + sleep.Replace("{0}", "Asia/Tokyo", StringComparison.Ordinal)
            + sleep.Replace("{0}", "Moon/Base", StringComparison.Ordinal)
            + "<Workout workoutActivityType=\"HKWorkoutActivityTypeRunning\" duration=\"30\" sourceName=\"W\" startDate=\"2026-03-05 10:00:00 +0100\" endDate=\"2026-03-05 10:30:00 +0100\"><MetadataEntry key=\"HKTimeZone\" value=\"Europe/Paris\"/></Workout>");

        Assert.Equal(
            [new ZoneChange(new DateTimeOffset(2026, 3, 1, 22, 0, 0, TimeSpan.Zero), "Asia/Tokyo"), new ZoneChange(new DateTimeOffset(2026, 3, 5, 9, 0, 0, TimeSpan.Zero), "Europe/Paris")],
            result.Context.Facts.Zones);
        Assert.Equal(["the time zone 'Moon/Base' is not known"], result.Reasons);
    }

    [Fact]
    public async Task A_day_summary_stays_on_its_date_whatever_the_zone()
    {
        var result = await OfAsync("<ActivitySummary dateComponents=\"2026-03-29\" activeEnergyBurned=\"2000\" activeEnergyBurnedUnit=\"kJ\" appleExerciseTime=\"31\" appleStandHours=\"11\"/>");

        var energy = Assert.Single(result.Readings, reading => reading.Metric == Metric.VendorActiveEnergyKcal);
        Assert.Equal(478.011, energy.Value, 3);
        Assert.Equal(new DateTimeOffset(2026, 3, 29, 0, 0, 0, TimeSpan.Zero), energy.Start);
        Assert.Equal(TimeSpan.FromHours(24), energy.End - energy.Start);
        Assert.Equal(31, result.Only(Metric.VendorExerciseMinutes));
        Assert.Equal(11, result.Only(Metric.VendorStandHours));
    }

    [Fact]
    public async Task A_summary_of_zeros_is_a_day_without_a_watch()
    {
        var result = await OfAsync("<ActivitySummary dateComponents=\"2026-03-20\" activeEnergyBurned=\"0\" activeEnergyBurnedUnit=\"kcal\" appleExerciseTime=\"0\" appleStandHours=\"0\"/>");

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Context.Facts.Unread["ActivitySummary of a day without a watch"]);
    }
}
