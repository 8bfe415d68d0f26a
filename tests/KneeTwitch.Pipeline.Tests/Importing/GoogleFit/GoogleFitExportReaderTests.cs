using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.GoogleFit;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.GoogleFit;

public class GoogleFitExportReaderTests
{
    private const string Days = "Date,Move Minutes count,Calories (kcal),Distance (m),Step count,Sleep duration (ms)\n2026-03-09,0,0,0,0,\n2026-03-10,12,1800,900.5,1100,28800000\n";

    [Fact]
    public async Task Quarters_of_an_hour_are_read_by_their_offsets_and_the_last_ends_tomorrow()
    {
        var result = await FromAsync(new GoogleFitExportReader(), Sample("GoogleFit", "2026-03-10.csv"));

        Assert.Empty(result.Reasons);
        Assert.Equal((1_100, 900.5, 12, 95), (result.Only(Metric.Steps), result.Only(Metric.DistanceM), result.Only(Metric.ExerciseMinutes), result.Only(Metric.HeartRateBpm)));
        Assert.Equal((Utc("2026-03-10 07:00"), Utc("2026-03-10 07:15")), (result.Readings[0].Start, result.Readings[0].End));
    }

    [Fact]
    public async Task Days_are_totals_beside_the_quarters_and_days_of_zeros_are_none()
    {
        var result = await OfAsync(new GoogleFitExportReader(), ("Fit/Daily activity metrics/Daily activity metrics.csv", Days));

        Assert.Equal((1_100, 900.5, 12, 480), (result.Only(Metric.VendorSteps), result.Only(Metric.VendorDistanceM), result.Only(Metric.VendorExerciseMinutes), result.Only(Metric.VendorSleepMinutes)));
        Assert.Empty(result.Of(Metric.Steps));
        Assert.Equal(1, result.Unread["days without any data"]);
    }

    [Fact]
    public async Task Calories_hold_what_a_body_burns_at_rest_also_where_nothing_was_counted()
    {
        const string days = "Date,Move Minutes count,Calories (kcal),Distance (m),Step count\n2026-03-09,0,1500,0,0\n2026-03-10,12,1800,900.5,1100\n";
        const string bins = "Start time,End time,Calories (kcal),Step count\n08:00:00.000+01:00,08:15:00.000+01:00,15.6,\n08:15:00.000+01:00,08:30:00.000+01:00,44.1,1100\n";

        var result = await OfAsync(new GoogleFitExportReader(), ("Daily.csv", days), ("2026-03-10.csv", bins));

        Assert.Equal([1_500, 1_800], result.Of(Metric.VendorTotalEnergyKcal).Select(reading => reading.Value));
        Assert.Equal([15.6, 44.1], result.Of(Metric.TotalEnergyKcal).Select(reading => reading.Value));
        Assert.Equal(1_100, result.Only(Metric.VendorSteps));
        Assert.Empty(result.Of(Metric.ActiveEnergyKcal));
    }

    [Fact]
    public async Task An_archive_is_as_new_as_its_name_says_else_as_the_last_day_it_tells_of()
    {
        using var folder = new ExportFolder();
        var bins = await File.ReadAllTextAsync(Sample("GoogleFit", "2026-03-10.csv"), TestContext.Current.CancellationToken);
        var zip = folder.Zip("takeout-20260320T101500Z-001.zip", ("Takeout/Fit/Daily activity metrics/2026-03-10.csv", bins));

        var named = await FromAsync(new GoogleFitExportReader(), zip);
        var renamed = await OfAsync(new GoogleFitExportReader(), ("2026-03-10.csv", bins));

        Assert.Equal(Utc("2026-03-20 10:15"), named.Context.ExportedAt);
        Assert.Equal(Utc("2026-03-09 23:00"), renamed.Context.ExportedAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_quarter_that_a_later_archive_counts_anew_has_the_newer_number(bool newerFirst)
    {
        const string bins = "Start time,End time,Step count\n08:00:00.000+01:00,08:15:00.000+01:00,STEPS\n";
        using var folder = new ExportFolder();
        string[] archives =
        [
            folder.Zip("takeout-20260311T101500Z-001.zip", ("Takeout/Fit/Daily activity metrics/2026-03-10.csv", bins.Replace("STEPS", "900", StringComparison.Ordinal))),
            folder.Zip("takeout-20260320T101500Z-001.zip", ("Takeout/Fit/Daily activity metrics/2026-03-10.csv", bins.Replace("STEPS", "700", StringComparison.Ordinal))),
        ];

        var report = await Inspection.InspectAsync(newerFirst ? [.. archives.Reverse()] : archives, "Europe/Berlin", null, TestContext.Current.CancellationToken);

        Assert.Equal(700, report.Days[new DateOnly(2026, 3, 10)]["steps"]);
    }

    [Fact]
    public async Task A_point_that_was_changed_later_replaces_the_one_before_it()
    {
        const string points = "{\"Data Source\":\"x\",\"Data Points\":[POINT(10,5000),POINT(30,9000),POINT(20,7000)]}";
        var stream = System.Text.RegularExpressions.Regex.Replace(
            points,
            @"POINT\((\d+),(\d+)\)",
            "{\"fitValue\":[{\"value\":{\"intVal\":$1}}],\"startTimeNanos\":1773126000000000000,\"endTimeNanos\":1773126060000000000,\"dataTypeName\":\"com.google.step_count.delta\",\"originDataSourceId\":\"a\",\"modifiedTimeMillis\":$2}");

        var result = await OfAsync(new GoogleFitExportReader(), ("derived_com.google.step_count.delta_estimated_steps.json", stream));

        Assert.Equal(30, result.Only(Metric.Steps));
    }

    [Fact]
    public async Task A_day_of_a_clock_change_has_as_many_quarters_as_it_had()
    {
        const string spring = "Start time,End time,Step count\n01:45:00.000+01:00,03:00:00.000+02:00,10\n03:00:00.000+02:00,03:15:00.000+02:00,20\n23:45:00.000+02:00,00:00:00.000+02:00,30\n";
        const string autumn = "Start time,End time,Step count\n02:45:00.000+02:00,02:00:00.000+01:00,40\n02:00:00.000+01:00,02:15:00.000+01:00,50\n";

        var result = await OfAsync(new GoogleFitExportReader(), ("2026-03-29.csv", spring), ("2025-10-26.csv", autumn));

        Assert.Equal(
            [Utc("2025-10-26 00:45"), Utc("2025-10-26 01:00"), Utc("2026-03-29 00:45"), Utc("2026-03-29 01:00"), Utc("2026-03-29 21:45")],
            result.Readings.Select(reading => reading.Start));
        Assert.All(result.Readings, reading => Assert.Equal(TimeSpan.FromMinutes(15), reading.End - reading.Start));
    }

    [Fact]
    public async Task A_file_of_nothing_but_its_columns_is_no_error()
    {
        var result = await OfAsync(new GoogleFitExportReader(), ("2026-03-10.csv", "Start time,End time,Move Minutes count,Step count\n"), ("Daily.csv", "Date,Step count\n"));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task An_old_recording_has_a_lap_and_no_track()
    {
        const string tcx = "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-03-10T17:00:00Z</Id><Lap StartTime=\"2026-03-10T17:00:00Z\">"
            + "<TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>2000</DistanceMeters><Calories>150</Calories></Lap></Activity></Activities></TrainingCenterDatabase>";

        var result = await OfAsync(new GoogleFitExportReader(), ("Takeout/Fit/Daily.csv", Days), ("Takeout/Fit/Activities/2026-03-10.tcx", tcx));

        Assert.Equal((2_000, 10, 150), (result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutEnergyKcal)));
    }

    [Fact]
    public async Task Translated_columns_are_known_by_their_words_or_their_units()
    {
        var result = await OfAsync(new GoogleFitExportReader(), ("Fit/Tägliche Aktivitätsmesswerte/Alle.csv", "Datum,Kalorien (kcal),Strecke zu Fuss (m),Schrittzahl\n2026-03-10,1800,900.5,1100\n"));

        Assert.Equal((1_100, 900.5), (result.Only(Metric.VendorSteps), result.Only(Metric.VendorDistanceM)));
    }

    [Fact]
    public async Task A_sleep_session_has_its_segments()
    {
        var result = await FromAsync(new GoogleFitExportReader(), Sample("GoogleFit", "2026-03-10T23_00_00+01_00_SLEEP.json"));

        Assert.Equal((240, 210, 30, 480), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Awake), result.Minutes(SleepStage.InBed)));
    }

    [Fact]
    public async Task A_sleep_session_without_segments_is_asleep_all_along()
    {
        var result = await OfAsync(new GoogleFitExportReader(), ("s.json", "{\"fitnessActivity\":\"sleep\",\"startTime\":\"2026-03-10T22:00:00Z\",\"endTime\":\"2026-03-11T05:00:00Z\",\"duration\":\"25200s\"}"));

        Assert.Equal(420, result.Minutes(SleepStage.Asleep));
    }

    [Fact]
    public async Task A_workout_session_has_its_sums()
    {
        const string session = "{\"fitnessActivity\":\"running\",\"startTime\":\"2026-03-10T17:00:00Z\",\"endTime\":\"2026-03-10T17:40:00Z\",\"duration\":\"2100s\",\"aggregate\":["
            + "{\"metricName\":\"com.google.distance.delta\",\"floatValue\":7000.5},{\"metricName\":\"com.google.calories.expended\",\"floatValue\":420},{\"metricName\":\"com.google.step_count.delta\",\"intValue\":6900}]}";

        var result = await OfAsync(new GoogleFitExportReader(), ("s.json", session));

        Assert.Equal(((double)Sport.Run, 35, 7_000.5, 420), (result.Only(Metric.WorkoutSport), result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal)));
        Assert.Empty(result.Of(Metric.Steps));
    }

    [Fact]
    public async Task Steps_that_stand_in_six_streams_are_read_once()
    {
        var stream = Raw("com.google.step_count.delta", "{\"intVal\":50}");

        var result = await OfAsync(
            new GoogleFitExportReader(),
            ("All Data/raw_com.google.step_count.delta_com.google.android.gms_phone.json", stream),
            ("All Data/derived_com.google.step_count.delta_com.google.android.gms_merge_step_deltas.json", stream),
            ("All Data/derived_com.google.step_count.delta_com.google.android.gms_estimated_steps.json", stream));

        Assert.Equal(50, result.Only(Metric.Steps));
    }

    [Fact]
    public async Task Where_there_are_quarters_the_streams_of_steps_are_left_alone()
    {
        var bins = await File.ReadAllTextAsync(Sample("GoogleFit", "2026-03-10.csv"), TestContext.Current.CancellationToken);

        var result = await OfAsync(
            new GoogleFitExportReader(), ("2026-03-10.csv", bins), ("derived_com.google.step_count.delta_estimated_steps.json", Raw("com.google.step_count.delta", "{\"intVal\":50}")));

        Assert.Equal(1_100, result.Only(Metric.Steps));
    }

    [Fact]
    public async Task Drinks_come_in_litres_and_heights_in_metres()
    {
        var result = await OfAsync(
            new GoogleFitExportReader(),
            ("raw_com.google.hydration_app.json", Raw("com.google.hydration", "{\"fpVal\":0.25}")),
            ("raw_com.google.height_app.json", Raw("com.google.height", "{\"fpVal\":1.78}")),
            ("raw_com.google.weight_app.json", Raw("com.google.weight", "{\"fpVal\":71.5}")));

        Assert.Equal((250, 178, 71.5), (result.Only(Metric.WaterMl), result.Only(Metric.HeightCm), result.Only(Metric.BodyMassKg)));
        Assert.Equal(Utc("2026-03-10 07:00"), result.Readings[0].Start);
    }

    [Fact]
    public async Task Sleep_stages_count_from_one_and_out_of_bed_is_none()
    {
        var stages = Raw("com.google.sleep.segment", [.. Enumerable.Range(1, 7).Select(code => $"{{\"intVal\":{code}}}")]);

        var result = await OfAsync(new GoogleFitExportReader(), ("raw_com.google.sleep.segment_app.json", stages));

        Assert.Equal(
            [SleepStage.Awake, SleepStage.Asleep, SleepStage.Light, SleepStage.Deep, SleepStage.Rem],
            result.Readings.Select(reading => (SleepStage)reading.Value));
        Assert.Equal(["a sleep stage that is not known"], result.Reasons);
    }

    [Fact]
    public async Task Food_is_a_list_of_names_and_numbers()
    {
        var food = Raw("com.google.nutrition", "{\"mapVal\":[{\"key\":\"calories\",\"value\":{\"fpVal\":420}},{\"key\":\"potassium\",\"value\":{\"fpVal\":300}},{\"key\":\"mystery\",\"value\":{\"fpVal\":1}}]}");

        var result = await OfAsync(new GoogleFitExportReader(), ("raw_com.google.nutrition_app.json", food));

        Assert.Equal((420, 300), (result.Only(Metric.DietaryEnergyKcal), result.Only(Metric.PotassiumMg)));
        Assert.Equal(2, result.Readings.Count);
    }

    [Fact]
    public async Task A_value_may_be_missing_and_nanoseconds_may_be_texts()
    {
        const string stream = "{\"Data Source\":\"x\",\"Data Points\":[{\"fitValue\":[],\"startTimeNanos\":1773126000000000000,\"endTimeNanos\":1773126000000000000,\"dataTypeName\":\"com.google.heart_rate.bpm\"},"
            + "{\"fitValue\":[{\"value\":{\"fpVal\":61}}],\"startTimeNanos\":\"1773126060000000001\",\"endTimeNanos\":\"1773126060000000001\",\"dataTypeName\":\"com.google.heart_rate.bpm\"}]}";

        var result = await OfAsync(new GoogleFitExportReader(), ("raw_com.google.heart_rate.bpm_app.json", stream));

        Assert.Equal((61, Utc("2026-03-10 07:01")), (result.Only(Metric.HeartRateBpm), result.Readings[0].Start));
        Assert.Equal(1, result.Unread["raw data without a value"]);
    }

    [Fact]
    public async Task An_archive_shares_a_folder_with_Fitbits()
    {
        using var folder = new ExportFolder();
        folder.File("Takeout/Fit/Daily.csv", Days);
        folder.File("Takeout/Fitbit/steps-2026-03-10.json", "[{\"dateTime\":\"03/10/26 08:00:00\",\"value\":\"100\"}]");
        await using var export = await ExportFiles.OpenAsync(folder.Path, cancel: TestContext.Current.CancellationToken);

        var parts = await ExportReaders.Default.ShareAsync(export, null, TestContext.Current.CancellationToken);

        Assert.Equal(["fitbit-takeout", "google-fit"], parts.Select(part => part.Reader.Format).Order());
    }

    private static string Raw(string type, params string[] values)
    {
        const long start = 1_773_126_000_000_000_000;
        var points = values.Select((value, i) =>
            $"{{\"fitValue\":[{{\"value\":{value}}}],\"startTimeNanos\":{start + (i * 600_000_000_000)},\"endTimeNanos\":{start + ((i + 1) * 600_000_000_000)},\"dataTypeName\":\"{type}\"}}");
        return $"{{\"Data Source\":\"raw\",\"Data Points\":[{string.Join(',', points)}]}}";
    }
}
