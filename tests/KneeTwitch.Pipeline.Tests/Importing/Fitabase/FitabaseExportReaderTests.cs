using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Fitabase;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fitabase;

public class FitabaseExportReaderTests
{
    private const string TwoPeople = "Id,ActivityDate,TotalSteps\n1001,4/12/2016,9000\n1002,4/12/2016,4000\n";

    [Fact]
    public async Task A_copy_that_a_spreadsheet_saved_again_is_read_as_the_original()
    {
        var original = await OfAsync(new FitabaseExportReader(), ("a.csv", "Id,ActivityDate,TotalSteps\n1001,4/12/2016 12:00:00 AM,9000\n"));
        var copy = await OfAsync(new FitabaseExportReader(), ("b.csv", "Customer Id,ActivityDate,TotalSteps\r\n1001,4/12/2016 0:00,9000\r\n"));
        var iso = await OfAsync(new FitabaseExportReader(), ("c.csv", "Id,ActivityDate,TotalSteps\n1001,2016-04-12,9000\n"));

        Assert.Equal(Utc("2016-04-12 00:00"), Assert.Single(original.Readings).Start);
        Assert.Equal(original.Readings, copy.Readings);
        Assert.Equal(original.Readings, iso.Readings);
    }

    [Fact]
    public async Task Days_are_totals_and_a_day_in_a_drawer_is_none()
    {
        var result = await FromAsync(new FitabaseExportReader(), Sample("Fitabase", "dailyActivity_merged.csv"));

        Assert.Equal((9_000, 6_500), (result.Only(Metric.VendorSteps), result.Only(Metric.VendorDistanceM)));
        Assert.Equal((15, 20), (result.Only(Metric.VendorModerateMinutes), result.Only(Metric.VendorVigorousMinutes)));
        Assert.Equal(1, result.Unread["days on which nothing was worn"]);
    }

    [Fact]
    public async Task Energy_of_a_day_is_all_of_it_and_a_zero_is_a_day_that_was_not_over()
    {
        const string days = "Id,ActivityDate,TotalSteps,SedentaryMinutes,Calories\n1001,4/12/2016,9000,700,2100\n1001,4/13/2016,0,1440,1347\n1001,5/12/2016,10,30,0\n";
        const string energy = "Id,ActivityDay,Calories\n1001,4/12/2016,2100\n1001,4/13/2016,1347\n";

        var both = await OfAsync(new FitabaseExportReader(), ("dailyActivity_merged.csv", days), ("dailyCalories_merged.csv", energy));
        var alone = await OfAsync(new FitabaseExportReader(), ("dailyCalories_merged.csv", energy));

        Assert.Equal(2_100, both.Only(Metric.VendorTotalEnergyKcal));
        Assert.Empty(both.Of(Metric.VendorActiveEnergyKcal));
        Assert.Contains("file dailyCalories_merged.csv, which repeats a finer table", both.Unread.Keys);
        Assert.Equal([2_100, 1_347], alone.Readings.Select(reading => reading.Value));
    }

    [Fact]
    public async Task The_finest_table_of_energy_is_read_and_its_sums_are_not()
    {
        var result = await OfAsync(
            new FitabaseExportReader(),
            ("hourlyCalories_merged.csv", "Id,ActivityHour,Calories\n1001,4/12/2016 8:00:00 AM,61\n"),
            ("minuteCaloriesNarrow_merged.csv", "Id,ActivityMinute,Calories\n1001,4/12/2016 8:00:00 AM,0.79\n1001,4/12/2016 8:01:00 AM,1.2\n"),
            ("minuteCaloriesWide_merged.csv", "Id,ActivityHour,Calories00,Calories01\n1001,4/12/2016 8:00:00 AM,0.79,1.2\n"));
        var hours = await OfAsync(new FitabaseExportReader(), ("hourlyCalories_merged.csv", "Id,ActivityHour,Calories\n1001,4/12/2016 8:00:00 AM,61\n"));
        var wide = await OfAsync(new FitabaseExportReader(), ("minuteCaloriesWide_merged.csv", "Id,ActivityHour,Calories00,Calories59\n1001,4/12/2016 8:00:00 AM,0.79,1.2\n"));

        Assert.Equal([0.79, 1.2], result.Of(Metric.TotalEnergyKcal).Select(reading => reading.Value));
        Assert.Equal((61, TimeSpan.FromHours(1)), (hours.Only(Metric.TotalEnergyKcal), hours.Readings[0].End - hours.Readings[0].Start));
        Assert.Equal([Utc("2016-04-12 06:00"), Utc("2016-04-12 06:59")], wide.Readings.Select(reading => reading.Start));
    }

    [Fact]
    public async Task A_copy_that_lost_columns_is_read_as_far_as_it_goes()
    {
        var result = await OfAsync(new FitabaseExportReader(), ("dailyActivity.csv", "Id,ActivityDate,VeryActiveMinutes,Calories\n1001,4/12/2016,20,2100\n"));

        Assert.Empty(result.Reasons);
        Assert.Equal((20, 2_100), (result.Only(Metric.VendorVigorousMinutes), result.Only(Metric.VendorTotalEnergyKcal)));
        Assert.Empty(result.Of(Metric.VendorSteps));
    }

    [Fact]
    public async Task Of_a_day_on_which_two_periods_meet_the_fuller_row_counts()
    {
        using var folder = new ExportFolder();
        folder.File("March/dailyActivity_merged.csv", "Id,ActivityDate,TotalSteps\n1001,4/12/2016,8000\n");
        folder.File("April/dailyActivity_merged.csv", "Id,ActivityDate,TotalSteps\n1001,4/12/2016,224\n");

        var report = await Inspection.InspectAsync([folder.Path], "Europe/Berlin", null, TestContext.Current.CancellationToken);

        Assert.Equal(8_000, report.Days[new DateOnly(2016, 4, 12)]["steps"]);
    }

    [Fact]
    public async Task A_file_of_one_participant_needs_no_column_for_them()
    {
        var files = ("1001_minuteStepsNarrow_20160412_20160512.csv", "ActivityMinute,Steps\n4/12/2016 8:00:00 AM,10\n");

        var recognition = await RecognizeAsync(new FitabaseExportReader(), files);
        var result = await OfAsync(new FitabaseExportReader(), files);

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Equal(10, result.Only(Metric.Steps));
        Assert.Equal(["1001"], result.Context.Facts.People);
    }

    [Fact]
    public async Task A_repeated_night_counts_once()
    {
        var result = await FromAsync(new FitabaseExportReader(), Sample("Fitabase", "sleepDay_merged.csv"));

        Assert.Equal([420, 450], result.Readings.Distinct().Select(reading => reading.Value));
    }

    [Fact]
    public async Task Several_people_are_listed_and_nothing_is_guessed()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(new FitabaseExportReader(), ("a.csv", TwoPeople)));

        Assert.Contains("1001, 1002", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_chosen_ones_rows_are_read()
    {
        using var folder = new ExportFolder();
        folder.File("a.csv", TwoPeople);
        var context = new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = Utc("2026-04-02 00:00"), Person = "1002" };

        var result = await FromAsync(new FitabaseExportReader(), folder.Path, context);

        Assert.Equal(4_000, result.Only(Metric.VendorSteps));
        Assert.Equal(["1001", "1002"], context.Facts.People);
    }

    [Fact]
    public async Task The_finest_table_of_steps_is_read_and_its_sums_are_not()
    {
        var result = await OfAsync(
            new FitabaseExportReader(),
            ("hourlySteps_merged.csv", "Id,ActivityHour,StepTotal\n1001,4/12/2016 8:00:00 AM,30\n"),
            ("minuteStepsNarrow_merged.csv", "Id,ActivityMinute,Steps\n1001,4/12/2016 8:00:00 AM,10\n1001,4/12/2016 8:01:00 AM,20\n"),
            ("minuteStepsWide_merged.csv", "Id,ActivityHour,Steps00,Steps01\n1001,4/12/2016 8:00:00 AM,10,20\n"));

        Assert.Equal([10, 20], result.Of(Metric.Steps).Select(reading => reading.Value));
        Assert.Contains("file hourlySteps_merged.csv, which repeats a finer table", result.Unread.Keys);
    }

    [Fact]
    public async Task A_wide_row_is_an_hour_of_minutes()
    {
        var result = await OfAsync(new FitabaseExportReader(), ("minuteStepsWide_merged.csv", "Id,ActivityHour,Steps00,Steps59\n1001,4/12/2016 8:00:00 PM,10,20\n"));

        Assert.Equal([(Utc("2016-04-12 18:00"), 10.0), (Utc("2016-04-12 18:59"), 20.0)], result.Readings.Select(reading => (reading.Start, reading.Value)));
    }

    [Fact]
    public async Task Odd_seconds_of_sleep_are_cut_and_restless_is_not_asleep()
    {
        const string minutes = "Id,date,value,logId\n1001,4/12/2016 2:47:30 AM,1,11\n1001,4/12/2016 2:48:30 AM,2,11\n1001,4/12/2016 2:49:30 AM,3,11\n";

        var result = await OfAsync(new FitabaseExportReader(), ("minuteSleep_merged.csv", minutes));

        Assert.Equal(Utc("2016-04-12 00:47"), result.Readings[0].Start);
        Assert.Equal((1, 2), (result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.Awake)));
    }

    [Fact]
    public async Task Weights_need_no_log_id_and_what_was_typed_in_is_told_apart()
    {
        const string weights = "Id,Date,WeightKg,WeightPounds,Fat,BMI,IsManualReport,LogId\n1001,5/2/2016 23:59,52.6,115.9,22,22.6,TRUE,1.46223E+12\n1001,5/3/2016 23:59,52.5,115.7,,22.6,False,1.46223E+12\n";

        var result = await OfAsync(new FitabaseExportReader(), ("weightLogInfo_merged.csv", weights));

        Assert.Equal([("Fitbit, typed in", 52.6), ("Fitbit", 52.5)], result.Of(Metric.BodyMassKg).Select(reading => (reading.Source.Name, reading.Value)));
        Assert.Equal(22, result.Only(Metric.BodyFatPercent));
    }

    [Fact]
    public async Task Heart_rates_and_intensities_are_read_by_their_columns()
    {
        var result = await OfAsync(
            new FitabaseExportReader(),
            ("heartrate_seconds_merged.csv", "Id,Time,Value\n1001,4/12/2016 7:21:05 AM,97\n"),
            ("minuteIntensitiesNarrow_merged.csv", "Id,ActivityMinute,Intensity\n1001,4/12/2016 7:21:00 AM,2\n1001,4/12/2016 7:22:00 AM,3\n"),
            ("minuteMETsNarrow_merged.csv", "Id,ActivityMinute,METs\n1001,4/12/2016 7:21:00 AM,10\n"));

        Assert.Equal(97, result.Only(Metric.HeartRateBpm));
        Assert.Equal((1, 1), (result.Sum(Metric.ModerateMinutes), result.Sum(Metric.VigorousMinutes)));
        Assert.Contains("file minuteMETsNarrow_merged.csv", result.Unread.Keys);
    }
}
