using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Fitbit;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fitbit;

public class FitbitExportReaderTests
{
    private const string Profile = "id,full_name,timezone,weight_unit,distance_unit,water_unit\nA1,Ann Example,Europe/Berlin,METRIC,METRIC,METRIC\n";

    [Fact]
    public async Task An_archive_is_known_whatever_its_folders_are_called_and_read_in_the_accounts_zone()
    {
        var folder = Path.GetDirectoryName(Sample("Fitbit", "Profile.csv"))!;
        await using var export = await ExportFiles.OpenAsync(folder, cancel: TestContext.Current.CancellationToken);

        var recognition = await new FitbitExportReader().RecognizeAsync(export, TestContext.Current.CancellationToken);
        var result = await FromAsync(new FitbitExportReader(), folder);

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Empty(result.Reasons);
        Assert.Equal(210, result.Sum(Metric.Steps));
        Assert.Equal(Utc("2026-03-10 12:00"), result.Of(Metric.Steps)[0].Start);
        Assert.Equal("America/New_York", Assert.Single(result.Context.Facts.Zones).ZoneId);
        Assert.All(result.Readings, reading => Assert.Equal("Fitbit", reading.Source.Name));
    }

    [Fact]
    public async Task A_zero_of_a_minute_is_real()
    {
        var result = await FromAsync(new FitbitExportReader(), Sample("Fitbit", "steps-2026-03-10.json"));

        Assert.Equal([100, 110, 0], result.Of(Metric.Steps).Select(reading => reading.Value));
    }

    [Fact]
    public async Task A_workout_has_its_length_and_its_zones()
    {
        var result = await FromAsync(new FitbitExportReader(), Sample("Fitbit", "exercise-0.json"));

        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
        Assert.Equal((30, 5_000, 320, 150), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal), result.Only(Metric.WorkoutAverageHeartRateBpm)));
        Assert.Equal((9, 18, 2), (result.Only(Metric.WorkoutZone1Minutes), result.Only(Metric.WorkoutZone2Minutes), result.Only(Metric.WorkoutZone3Minutes)));
        Assert.Equal(TimeSpan.FromMinutes(30), result.Of(Metric.WorkoutSport)[0].End - result.Of(Metric.WorkoutSport)[0].Start);
    }

    [Fact]
    public async Task An_edited_workout_counts_once_as_it_was_last_changed()
    {
        const string page = "[{\"logId\":7,\"activityName\":\"Walk\",\"duration\":600000,\"calories\":CAL,\"lastModified\":\"03/CAL/26 10:00:00\",\"startTime\":\"03/09/26 09:00:00\"}]";

        var result = await OfAsync(
            new FitbitExportReader(),
            ("exercise-0.json", page.Replace("CAL", "11", StringComparison.Ordinal)),
            ("exercise-100.json", page.Replace("CAL", "10", StringComparison.Ordinal)));

        Assert.Equal(11, result.Only(Metric.WorkoutEnergyKcal));
    }

    [Fact]
    public async Task Heart_rates_without_confidence_are_dropped()
    {
        const string beats = "[{\"dateTime\":\"03/10/26 08:00:00\",\"value\":{\"bpm\":70,\"confidence\":2}},{\"dateTime\":\"03/10/26 08:00:05\",\"value\":{\"bpm\":131,\"confidence\":0}}]";

        var result = await OfAsync(new FitbitExportReader(), ("heart_rate-2026-03-10.json", beats));

        Assert.Equal(70, result.Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_resting_heart_rate_of_zero_was_not_measured()
    {
        const string days = "[{\"dateTime\":\"03/10/26 00:00:00\",\"value\":{\"date\":\"03/10/26\",\"value\":58.5,\"error\":6.1}},{\"dateTime\":\"03/11/26 00:00:00\",\"value\":{\"date\":null,\"value\":0.0,\"error\":0.0}}]";

        var result = await OfAsync(new FitbitExportReader(), ("resting_heart_rate-2026-03-10.json", days));

        Assert.Equal(58.5, result.Only(Metric.RestingHeartRateBpm));
        Assert.Equal(Utc("2026-03-09 23:00"), result.Readings[0].Start);
    }

    [Fact]
    public async Task Active_minutes_are_totals_of_the_day()
    {
        var result = await OfAsync(
            new FitbitExportReader(),
            ("very_active_minutes-2026-03-10.json", "[{\"dateTime\":\"03/10/26 00:00:00\",\"value\":\"31\"}]"),
            ("moderately_active_minutes-2026-03-10.json", "[{\"dateTime\":\"03/10/26 00:00:00\",\"value\":\"12\"}]"));

        Assert.Equal((31, 12), (result.Only(Metric.VendorVigorousMinutes), result.Only(Metric.VendorModerateMinutes)));
    }

    [Theory]
    [InlineData("7500", 75)]
    [InlineData("80.5", 80.5)]
    [InlineData("0.075", 75)]
    public async Task The_unit_of_distances_is_found_by_the_length_of_a_step(string perMinute, double metres)
    {
        var result = await OfAsync(
            new FitbitExportReader(),
            ("steps-2026-03-10.json", "[{\"dateTime\":\"03/10/26 08:00:00\",\"value\":\"100\"}]"),
            ("distance-2026-03-10.json", $"[{{\"dateTime\":\"03/10/26 08:00:00\",\"value\":\"{perMinute}\"}}]"));

        Assert.Equal(metres, result.Only(Metric.DistanceM), 6);
    }

    [Fact]
    public async Task Calories_hold_what_a_body_burns_at_rest_and_are_no_active_energy()
    {
        var result = await OfAsync(
            new FitbitExportReader(),
            ("calories-2026-03-10.json", "[{\"dateTime\":\"03/10/26 08:00:00\",\"value\":\"1.12\"},{\"dateTime\":\"03/10/26 08:01:00\",\"value\":\"6.38\"}]"),
            ("Physical Activity_GoogleData/calories_2026-03-10.csv", "timestamp,calories,data source\n2026-03-10T07:00:00Z,1.12,Charge 6\n2026-03-12T07:00:00Z,2,Charge 6\n"));

        Assert.Equal([1.12, 6.38, 2], result.Of(Metric.TotalEnergyKcal).Select(reading => reading.Value));
        Assert.Equal(3, result.Readings.Count);
    }

    [Fact]
    public async Task An_hour_that_repeats_in_autumn_is_the_first_one_and_one_that_is_left_out_in_spring_goes_forward()
    {
        const string minutes = "[{\"dateTime\":\"10/26/25 02:30:00\",\"value\":\"10\"},{\"dateTime\":\"03/29/26 02:30:00\",\"value\":\"20\"}]";

        var result = await OfAsync(new FitbitExportReader(), ("steps-2025-10-26.json", minutes), ("Profile.csv", Profile));

        Assert.Equal([Utc("2025-10-26 00:30"), Utc("2026-03-29 01:30")], result.Of(Metric.Steps).Select(reading => reading.Start));
    }

    [Fact]
    public async Task The_parts_of_an_archive_say_the_same_one_by_one_as_together()
    {
        var steps = ("steps-2026-03-10.json", "[{\"dateTime\":\"03/10/26 08:00:00\",\"value\":\"100\"}]");
        var resting = ("resting_heart_rate-2026-01-01.json", "[{\"dateTime\":\"03/10/26 00:00:00\",\"value\":{\"date\":\"03/10/26\",\"value\":58.5,\"error\":6.1}}]");

        var (one, other, both) = (await OfAsync(new FitbitExportReader(), steps), await OfAsync(new FitbitExportReader(), resting), await OfAsync(new FitbitExportReader(), steps, resting));

        Assert.Equal(both.Readings.OrderBy(reading => reading.Metric), one.Readings.Concat(other.Readings).OrderBy(reading => reading.Metric));
    }

    [Fact]
    public async Task A_recording_among_the_files_is_read_with_them_and_not_with_those_of_Google_Fit()
    {
        const string tcx = "<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-03-10T17:00:00Z</Id><Lap StartTime=\"2026-03-10T17:00:00Z\">"
            + "<TotalTimeSeconds>600</TotalTimeSeconds><DistanceMeters>2000</DistanceMeters><Track><Trackpoint><Time>2026-03-10T17:05:00Z</Time><HeartRateBpm><Value>150</Value></HeartRateBpm></Trackpoint></Track>"
            + "</Lap></Activity></Activities></TrainingCenterDatabase>";
        using var folder = new ExportFolder();
        folder.File("Takeout/Fitbit/Global Export Data/steps-2026-03-10.json", "[{\"dateTime\":\"03/10/26 08:00:00\",\"value\":\"100\"}]");
        folder.File("Takeout/Fitbit/Activities/123.tcx", tcx);
        folder.File("Takeout/Fit/Daily activity metrics/Daily activity metrics.csv", "Date,Step count,Distance (m)\n2026-03-10,100,80\n");
        folder.File("Takeout/Fit/Activities/2026.tcx", tcx);
        await using var export = await ExportFiles.OpenAsync(folder.Path, cancel: TestContext.Current.CancellationToken);

        var parts = await ExportReaders.Default.ShareAsync(export, null, TestContext.Current.CancellationToken);
        var result = await OfAsync(new FitbitExportReader(), ("steps-2026-03-10.json", "[]"), ("123.tcx", tcx));

        Assert.Equal(["fitbit-takeout", "google-fit"], parts.Select(part => part.Reader.Format).Order());
        Assert.All(parts, part => Assert.Equal(2, part.Files.Entries.Count));
        Assert.Equal((2_000, 10, 150), (result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutMinutes), result.Only(Metric.HeartRateBpm)));
    }

    [Fact]
    public async Task Distances_of_an_unknown_unit_are_left_unread()
    {
        var result = await OfAsync(new FitbitExportReader(), ("distance-2026-03-10.json", "[{\"dateTime\":\"03/10/26 08:00:00\",\"value\":\"75\"}]"));

        Assert.Empty(result.Readings);
        Assert.Contains("distances whose unit is not known", result.Unread.Keys);
    }

    [Fact]
    public async Task Nothing_logged_is_no_error()
    {
        var result = await OfAsync(new FitbitExportReader(), ("weight-2026-03-10.json", "no data"), ("Stress Score.csv", "DATE,UPDATED_AT,STRESS_SCORE,CALCULATION_FAILED\n"));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Useless_files_are_counted_by_the_start_of_their_names()
    {
        var result = await OfAsync(
            new FitbitExportReader(),
            ("Physical Activity_GoogleData/UserActivityProbabilities_1.csv", "a"),
            ("Physical Activity_GoogleData/UserActivityProbabilities_2.csv", "a"),
            ("Physical Activity_GoogleData/gps_location_2026-03-10.csv", "a"));

        Assert.Equal(2, result.Unread["files UserActivityProbabilities*.csv"]);
        Assert.Equal(1, result.Unread["files gps_location*.csv"]);
    }

    [Theory]
    [InlineData("154.32", "22.86", 70)]
    [InlineData("70", "22.86", 70)]
    [InlineData("11.02", "22.86", 70)]
    public async Task The_unit_of_a_weight_is_told_by_the_body_mass_index(string weight, string bmi, double kilograms)
    {
        var log = $"[{{\"logId\":1,\"weight\":{weight},\"bmi\":{bmi},\"date\":\"03/10/26\",\"time\":\"07:00:00\",\"source\":\"Aria\"}}]";

        var result = await OfAsync(new FitbitExportReader(), ("weight-2026-03-10.json", log));

        Assert.Equal(kilograms, result.Only(Metric.BodyMassKg), 1);
    }

    [Fact]
    public async Task Drinks_need_a_unit_and_two_equal_glasses_are_two()
    {
        const string logs = "[{\"logId\":1,\"date\":\"03/10/26\",\"waterAmount\":250},{\"logId\":2,\"date\":\"03/10/26\",\"waterAmount\":250},{\"logId\":2,\"date\":\"03/10/26\",\"waterAmount\":250}]";

        var known = await OfAsync(new FitbitExportReader(), ("water_logs-2026-03-10.json", logs), ("Profile.csv", Profile));
        var unknown = await OfAsync(new FitbitExportReader(), ("water_logs-2026-03-10.json", logs));

        Assert.Equal(500, known.Readings.Distinct().Sum(reading => reading.Value));
        Assert.Empty(unknown.Readings);
        Assert.Equal(["a drink whose unit is not known: Profile.csv is missing"], unknown.Reasons);
    }

    [Fact]
    public async Task Food_is_read_as_far_as_it_is_said()
    {
        const string logs = "[{\"logId\":5,\"logDate\":\"2026-03-10\",\"nutritionalValues\":{\"calories\":420,\"protein\":20,\"sodium\":600}}]";

        var result = await OfAsync(new FitbitExportReader(), ("food_logs-2026-03-10.json", logs));

        Assert.Equal((420, 20, 600), (result.Only(Metric.DietaryEnergyKcal), result.Only(Metric.ProteinG), result.Only(Metric.SodiumMg)));
        Assert.Equal(3, result.Readings.Count);
    }

    [Fact]
    public async Task Minutes_in_UTC_are_found_out_by_the_workouts()
    {
        var workouts = string.Join(',', Enumerable.Range(9, 3).Select(day =>
            $"{{\"logId\":{day},\"activityName\":\"Run\",\"duration\":600000,\"steps\":1000,\"startTime\":\"03/{day:00}/26 18:00:00\"}}"));
        var minutes = string.Join(',', Enumerable.Range(9, 3).SelectMany(day => Enumerable.Range(0, 10).Select(minute =>
            $"{{\"dateTime\":\"03/{day:00}/26 17:0{minute}:00\",\"value\":\"100\"}}")));

        var result = await OfAsync(new FitbitExportReader(), ("exercise-0.json", $"[{workouts}]"), ("steps-2026-03-09.json", $"[{minutes}]"), ("Profile.csv", Profile));

        Assert.Equal(Utc("2026-03-09 17:00"), result.Of(Metric.Steps)[0].Start);
        Assert.Equal(Utc("2026-03-09 17:00"), result.Of(Metric.WorkoutSport)[0].Start);
    }
}
