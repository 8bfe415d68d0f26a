using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Fitbit;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fitbit;

public class FitbitTablesTests
{
    private const string Folder = "Physical Activity_GoogleData/";

    [Fact]
    public async Task The_same_minutes_in_JSON_and_in_a_table_count_once()
    {
        var json = await File.ReadAllTextAsync(Sample("Fitbit", "steps-2026-03-10.json"), TestContext.Current.CancellationToken);
        const string table = "timestamp,steps,data source\n2026-03-10T07:00:00Z,100,Charge 6\n2026-03-10T07:01:00Z,110,Charge 6\n2026-03-12T07:00:00Z,40,Charge 6\n";

        var result = await OfAsync(new FitbitExportReader(), ("steps-2026-03-10.json", json), (Folder + "steps_2026-03-10.csv", table));

        Assert.Equal(250, result.Sum(Metric.Steps));
        Assert.Equal(2, result.Unread["steps that the JSON files hold as well"]);
    }

    [Fact]
    public async Task Recorders_of_one_walk_are_sources_of_their_own()
    {
        const string table = "timestamp,steps,data source\n2026-03-10T07:00:00.250Z,100,Charge 6\n2026-03-10T07:00:00Z,90,Phone\n2026-03-10T07:00:00Z,95,Pixel Health Connect\n";

        var result = await OfAsync(new FitbitExportReader(), (Folder + "Steps/steps_2026-03-10.csv", table));

        Assert.Equal(
            [("Fitbit Charge 6", SourceKind.Worn), ("Fitbit Phone", SourceKind.Phone), ("Fitbit Pixel Health Connect", SourceKind.App)],
            result.Readings.Select(reading => (reading.Source.Name, reading.Source.Kind)));
    }

    [Fact]
    public async Task A_table_of_variability_is_none_of_heart_rates()
    {
        const string table = "timestamp,root mean square of successive differences milliseconds,standard deviation milliseconds\n2026-03-10T03:00:00Z,41.5,52\n";

        var result = await OfAsync(new FitbitExportReader(), (Folder + "heart_rate_variability_2026-03-10.csv", table));

        Assert.Equal((41.5, 52), (result.Only(Metric.HrvRmssdMs), result.Only(Metric.HrvSdnnMs)));
    }

    [Fact]
    public async Task Breaths_come_in_thousandths_and_weights_in_grams()
    {
        var result = await OfAsync(
            new FitbitExportReader(),
            (Folder + "respiratory_rate_sleep_summary_2026.csv", "timestamp,full sleep stats - milli breaths per minute\n2026-03-10T06:00:00Z,14600\n"),
            (Folder + "weight_2026.csv", "timestamp,weight grams\n2026-03-10T06:00:00Z,70500\n"));

        Assert.Equal((14.6, 70.5), (result.Only(Metric.RespiratoryRatePerMinute), result.Only(Metric.BodyMassKg)));
    }

    [Fact]
    public async Task Zone_minutes_count_twice_in_the_upper_zones_and_that_is_undone()
    {
        const string table = "date_time,heart_zone_id,total_minutes\n2026-03-10T08:00,FAT_BURN,1\n2026-03-10T08:01,CARDIO,2\n";

        var result = await OfAsync(new FitbitExportReader(), ("Active Zone Minutes - 2026-03-10.csv", table));

        Assert.Equal((1, 1), (result.Only(Metric.ModerateMinutes), result.Only(Metric.VigorousMinutes)));
    }

    [Fact]
    public async Task A_stress_score_of_zero_or_of_a_failed_calculation_is_none()
    {
        const string table = "DATE,UPDATED_AT,STRESS_SCORE,STATUS,CALCULATION_FAILED\n2026-03-10,2026-03-10T09:00:00Z,78,READY,false\n2026-03-11,2026-03-11T09:00:00Z,0,NO_DATA,false\n2026-03-12,2026-03-12T09:00:00Z,55,READY,true\n";

        var result = await OfAsync(new FitbitExportReader(), ("Stress Score.csv", table));

        Assert.Equal(78, result.Only(Metric.VendorStressScore));
    }

    [Fact]
    public async Task A_ratio_of_lights_is_no_oxygen_and_a_cell_of_half_a_JSON_no_heart_rate()
    {
        var result = await OfAsync(
            new FitbitExportReader(),
            ("estimated_oxygen_variation-2026-03-10.csv", "timestamp,Infrared to Red Signal Ratio\n03/10/26 02:00:00,96\n"),
            (Folder + "daily_heart_rate_zones.csv", "timestamp,heart rate zone\n1970-01-01T00:00:00Z,{zones: [a: 1]}\n"),
            (Folder + "cardio_load_2026.csv", "timestamp,workout\n2026-03-10T02:00:00Z,5\n"));

        Assert.Empty(result.Readings);
        Assert.Equal(3, result.Unread.Values.Sum());
    }

    [Fact]
    public async Task A_resting_heart_rate_stamped_at_local_midnight_is_of_that_day()
    {
        var result = await OfAsync(new FitbitExportReader(), (Folder + "daily_resting_heart_rate_2026.csv", "timestamp,beats per minute,data source\n2026-03-09T23:00:00Z,57,Charge 6\n2026-03-10T23:00:00Z,0,Charge 6\n"));

        Assert.Equal((57, Utc("2026-03-09 23:00")), (result.Only(Metric.RestingHeartRateBpm), result.Readings[0].Start));
    }

    [Fact]
    public async Task Googles_table_of_workouts_tells_those_the_JSON_does_not()
    {
        const string json = "[{\"logId\":7,\"activityName\":\"Walk\",\"duration\":600000,\"calories\":50,\"startTime\":\"03/10/26 09:00:00\"}]";
        const string head = "exercise_id,exercise_start,exercise_end,utc_offset,exercise_last_updated,activity_name,log_type,tracker_total_calories,tracker_total_distance_mm,"
            + "tracker_total_altitude_mm,tracker_avg_heart_rate,tracker_peak_heart_rate,tracker_avg_speed_mm_per_second,manually_logged_total_calories,manually_logged_total_distance_mm,events\n";
        const string rows = "901,2026-03-10 08:00:20+0000,2026-03-10 08:10:00+0000,+01:00,2026-03-10 09:00:00+0000,Walk,TRACKER,51,700000,0,95,110,999999,0,0,\"[a, b]\"\n"
            + "902,2026-03-11 08:00:00+0000,2026-03-11 08:30:00+0000,+01:00,2026-03-11 09:00:00+0000,Outdoor Run,TRACKER,320,5000000,12000,150,171,1,0,0,\n"
            + "903,2026-03-12 08:00:00+0000,2026-03-12 08:30:00+0000,+01:00,2026-03-12 09:00:00+0000,Bike,MANUAL,0,0,0,0,0,0,200,8000000,\n";

        var result = await OfAsync(new FitbitExportReader(), ("exercise-0.json", json), ("Health Fitness Data_GoogleData/UserExercises_2026-03-01.csv", head + rows));

        Assert.Empty(result.Reasons);
        Assert.Equal([(double)Sport.Walk, (double)Sport.Run, (double)Sport.Cycle], result.Of(Metric.WorkoutSport).Select(reading => reading.Value));
        Assert.Equal([50, 320, 200], result.Of(Metric.WorkoutEnergyKcal).Select(reading => reading.Value));
        Assert.Equal([5_000, 8_000], result.Of(Metric.WorkoutDistanceM).Select(reading => reading.Value));
        Assert.Equal((12, 171), (result.Only(Metric.WorkoutAscentM), result.Only(Metric.WorkoutMaxHeartRateBpm)));
        Assert.Equal("Fitbit, typed in", result.Of(Metric.WorkoutSport)[2].Source.Name);
        Assert.Equal(1, result.Unread["workouts that the JSON files hold as well"]);
    }

    [Fact]
    public async Task Exactly_fifty_percent_of_oxygen_was_not_measured()
    {
        var result = await OfAsync(new FitbitExportReader(), ("Minute SpO2 - 2026-03-10.csv", "timestamp,value\n2026-03-10T02:00:00Z,96.1\n2026-03-10T02:01:00Z,50.0\n"));

        Assert.Equal(96.1, result.Only(Metric.OxygenSaturationPercent));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_days_mean_is_read_only_where_its_parts_are_not()
    {
        var result = await OfAsync(
            new FitbitExportReader(),
            ("Heart Rate Variability Details - 2026-03-10.csv", "timestamp,rmssd,coverage,low_frequency,high_frequency\n2026-03-10T03:00:00,40,0.9,1,1\n"),
            ("Daily Heart Rate Variability Summary - 2026-03-10.csv", "timestamp,rmssd,nremhr,entropy\n2026-03-10T00:00:00,41,50,2\n2026-03-12T00:00:00,44,50,2\n"));

        Assert.Equal([40, 44], result.Of(Metric.HrvRmssdMs).Select(reading => reading.Value));
    }

    [Fact]
    public async Task A_night_without_a_temperature_says_NaN()
    {
        const string table = "type,sleep_start,sleep_end,temperature_samples,nightly_temperature\nSKIN,2026-03-10T23:00,2026-03-11T07:00,400,34.2\nSKIN,2026-03-11T23:00,2026-03-12T07:00,400,NaN\n";

        var result = await OfAsync(new FitbitExportReader(), ("Computed Temperature - 2026-03-10.csv", table));

        Assert.Equal(34.2, result.Only(Metric.SleepingWristTemperatureC));
        Assert.Empty(result.Reasons);
    }
}
