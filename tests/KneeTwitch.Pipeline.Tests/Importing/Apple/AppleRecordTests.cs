using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Apple.AppleExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Apple;

public class AppleRecordTests
{
    private const string Steps = "HKQuantityTypeIdentifierStepCount";
    private const string Typed = "<MetadataEntry key=\"HKWasUserEntered\" value=\"1\"/>";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(64)]
    [InlineData(1 << 16)]
    public async Task What_was_typed_in_is_not_trusted_like_a_sensor_but_a_drink_is_always_typed(int blockBytes)
    {
        var result = await OfAsync(
            Whole("HKQuantityTypeIdentifierBodyMass", "65", "kg", Typed)
            + Whole(Steps, "9000", "count", "<MetadataEntry key=\"HKWasUserEntered\" value=\"0\"/>")
            + Whole("HKQuantityTypeIdentifierDietaryWater", "250", "mL", Typed)
            + $"<Workout workoutActivityType=\"HKWorkoutActivityTypeYoga\" duration=\"45\" sourceName=\"App\" startDate=\"2026-03-10 17:00:00 +0100\" endDate=\"2026-03-10 18:10:00 +0100\">{Typed}</Workout>",
            blockBytes);

        Assert.Equal(
            ["BodyMassKg App, typed in Manual", "Steps App App", "WaterMl App App", "WorkoutSport App, typed in Manual", "WorkoutMinutes App, typed in Manual"],
            result.Readings.Select(reading => $"{reading.Metric} {reading.Source.Name} {reading.Source.Kind}"));
    }

    [Fact]
    public async Task The_beats_behind_a_variability_have_times_in_any_language_and_are_not_read()
    {
        var result = await OfAsync(Whole(
            "HKQuantityTypeIdentifierHeartRateVariabilitySDNN", "48.5", "ms",
            "<HeartRateVariabilityMetadataList><InstantaneousBeatsPerMinute bpm=\"63\" time=\"10:57:26,35 PM\"/><InstantaneousBeatsPerMinute bpm=\"61\" time=\"\"/></HeartRateVariabilityMetadataList>"));

        Assert.Equal(48.5, result.Only(Metric.HrvSdnnMs));
        Assert.Single(result.Readings);
        Assert.Empty(result.Context.Facts.Unread);
    }

    [Fact]
    public async Task Elements_of_later_versions_are_named_and_do_no_harm()
    {
        var result = await OfAsync($"<StateOfMind valence=\"0.5\"><Label name=\"calm\"/></StateOfMind><MedicationDose/><MedicationDose/><ClinicalRecord/>{Record(Steps, "5", "count", "novelty=\"9\"")}");

        Assert.Equal(5, result.Only(Metric.Steps));
        Assert.Equal(["ClinicalRecord", "Label", "MedicationDose", "StateOfMind"], result.Context.Facts.Unread.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, result.Context.Facts.Unread["MedicationDose"]);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Copies_that_differ_in_version_creation_device_or_spelling_are_one_reading()
    {
        var (readings, duplicates) = await InspectAsync(
            Record(Steps, "5", "count")
            + Record(Steps, "5", "count", "sourceVersion=\"11.6\" creationDate=\"2026-03-10 12:00:01 +0200\"")
            + Record(Steps, "5", "count", "device=\"&lt;&lt;HKDevice: 0x28&gt;, name:Apple Watch, model:Watch, hardware:Watch7,2&gt;\"", "Ann’s Watch "));

        Assert.Equal((1, 2), (readings, duplicates));
    }

    [Fact]
    public async Task A_distance_in_miles_is_the_same_reading_once_the_phone_counts_in_kilometres()
    {
        const string walked = "HKQuantityTypeIdentifierDistanceWalkingRunning";

        var (readings, duplicates) = await InspectAsync(Record(walked, "0.4971749504535062", "mi") + Record(walked, "0.800125522", "km"));

        Assert.Equal((1, 1), (readings, duplicates));
    }

    [Fact]
    public async Task Sleep_of_several_sources_stays_apart_and_odd_lengths_are_real()
    {
        const string sleep = "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"{0}\" startDate=\"{1} +0100\" endDate=\"{2} +0100\" value=\"HKCategoryValueSleepAnalysis{3}\"/>";
        var result = await OfAsync(
            string.Format(null, sleep, "iPhone", "2026-03-01 23:00:00", "2026-03-02 12:30:00", "InBed")
            + string.Format(null, sleep, "Watch", "2026-03-01 23:10:00", "2026-03-02 02:00:00", "AsleepCore")
            + string.Format(null, sleep, "Watch", "2026-03-02 02:00:00", "2026-03-02 02:00:00", "Awake")
            + string.Format(null, sleep, "Oura", "2026-03-01 23:20:00", "2026-03-02 06:00:00", "AsleepUnspecified"));

        Assert.Equal(["iPhone 810", "Watch 170", "Watch 0", "Oura 400"], result.Readings.Select(reading => $"{reading.Source.Name} {(reading.End - reading.Start).TotalMinutes}"));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Across_a_change_of_clocks_the_offset_of_the_export_gives_the_right_instants()
    {
        const string sleep = "<Record type=\"HKCategoryTypeIdentifierSleepAnalysis\" sourceName=\"W\" startDate=\"2026-03-28 22:30:00 +0100\" endDate=\"2026-03-29 06:00:00 +0100\" value=\"HKCategoryValueSleepAnalysisAsleepCore\"><MetadataEntry key=\"HKTimeZone\" value=\"Europe/Berlin\"/></Record>";

        var night = Assert.Single((await OfAsync(sleep)).Readings);

        Assert.Equal(450, (night.End - night.Start).TotalMinutes);
        var zones = ZoneHistory.Of("Europe/Berlin");
        Assert.Equal((22, 7), (zones.ToLocal(night.Start).Hour, zones.ToLocal(night.End).Hour));
    }

    [Fact]
    public async Task Old_attributes_with_spaces_in_their_names_and_an_empty_me_are_lived_with()
    {
        var result = await OfAsync(
            "<Me HKCharacteristicTypeIdentifierDateOfBirth=\"\" HKCharacteristicTypeIdentifierBiologicalSex=\"\" HKCharacteristicTypeIdentifierCardioFitnessMedicationsUse=\"BetaBlockers\"/>"
            + Record(Steps, "5", "count", "heart rate context=\"1\""));

        Assert.Equal(5, result.Only(Metric.Steps));
        Assert.Null(result.Context.Facts.BirthYear);
        Assert.Equal(Sex.Unknown, result.Context.Facts.Sex);
        Assert.Equal(1, result.Context.Facts.Unread["CardioFitnessMedicationsUse"]);
    }

    [Fact]
    public async Task Steps_and_speeds_in_the_statistics_of_a_workout_are_not_counted_again()
    {
        var result = await OfAsync(
            """
            <Workout workoutActivityType="HKWorkoutActivityTypeWalking" duration="45" sourceName="App" startDate="2026-03-10 17:00:00 +0100" endDate="2026-03-10 17:45:00 +0100">
             <WorkoutStatistics type="HKQuantityTypeIdentifierStepCount" sum="5000" unit="count"/>
             <WorkoutStatistics type="HKQuantityTypeIdentifierBasalEnergyBurned" sum="60" unit="kcal"/>
             <WorkoutStatistics type="HKQuantityTypeIdentifierRunningSpeed" average="9" unit="km/hr"/>
             <MetadataEntry key="HKWeatherHumidity" value="6400 %"/>
             <MetadataEntry key="HKAverageMETs" value="9.1945 kcal/hr·kg"/>
            </Workout>
            """);

        Assert.Equal([Metric.WorkoutSport, Metric.WorkoutMinutes], result.Readings.Select(reading => reading.Metric));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_blood_pressure_is_a_pair_whose_parts_count_once()
    {
        var (upper, lower) = (Record("HKQuantityTypeIdentifierBloodPressureSystolic", "121", "mmHg"), Record("HKQuantityTypeIdentifierBloodPressureDiastolic", "79", "mmHg"));

        var result = await OfAsync($"{upper}{lower}<Correlation type=\"HKCorrelationTypeIdentifierBloodPressure\">{upper}{lower}</Correlation>");

        Assert.Equal((121, 79), (result.Only(Metric.SystolicMmhg), result.Only(Metric.DiastolicMmhg)));
    }

    private static string Whole(string type, string value, string unit, string children) =>
        $"<Record type=\"{type}\" sourceName=\"App\" unit=\"{unit}\" startDate=\"2026-03-10 11:00:00 +0200\" endDate=\"2026-03-10 12:00:00 +0200\" value=\"{value}\">{children}</Record>";

    private static async Task<(long Readings, long Duplicates)> InspectAsync(string elements)
    {
        using var folder = new ExportFolder();
        var path = folder.File("export.xml", $"<HealthData><ExportDate value=\"2026-04-01 08:00:00 +0200\"/>{elements}</HealthData>");
        var file = Assert.Single((await Inspection.InspectAsync([path], "Europe/Berlin", null, Cancel)).Files);
        return (file.Readings, file.Duplicates);
    }
}
