using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Samsung;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Samsung;

public class SamsungExportReaderTests
{
    private const string Stamp = ".20260320120000.csv";
    private const string PulseFile = "com.samsung.shealth.tracker.heart_rate" + Stamp;

    private const string PulseHead = "com.samsung.shealth.tracker.heart_rate,7006003,7\n"
        + "create_sh_ver,com.samsung.health.heart_rate.start_time,com.samsung.health.heart_rate.time_offset,com.samsung.health.heart_rate.heart_rate,com.samsung.health.heart_rate.binning_data,com.samsung.health.heart_rate.datauuid\n";

    [Fact]
    public async Task A_table_is_known_by_its_first_line_and_days_are_those_of_all_devices_else_the_largest()
    {
        var file = "com.samsung.shealth.tracker.pedometer_day_summary" + Stamp;
        await using var export = await ExportFiles.OpenAsync(Sample("Samsung", file), cancel: TestContext.Current.CancellationToken);

        var recognition = await new SamsungExportReader().RecognizeAsync(export, TestContext.Current.CancellationToken);
        var result = await FromAsync(new SamsungExportReader(), Sample("Samsung", file));

        Assert.Equal((Certainty.Sure, "7006003"), (recognition.Certainty, recognition.Version));
        Assert.Empty(result.Reasons);
        Assert.Equal([(Utc("2026-03-10 00:00"), 7_400.0), (Utc("2026-03-11 00:00"), 1_100.0)], result.Of(Metric.VendorSteps).Select(day => (day.Start, day.Value)));
        Assert.Equal([5_300, 700], result.Of(Metric.VendorDistanceM).Select(day => day.Value));
    }

    [Fact]
    public async Task Calories_of_the_pedometer_are_active_and_those_of_the_day_hold_rest()
    {
        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.shealth.tracker.pedometer_day_summary" + Stamp, "com.samsung.shealth.tracker.pedometer_day_summary,7006003,7\nday_time,step_count,calorie,deviceuuid,source_info,datauuid\n1773100800000,0,0,x,a.source_info.json,p1,\n1773100800000,640,30,y,,p2,\n"),
            ("com.samsung.shealth.activity.day_summary" + Stamp, "com.samsung.shealth.activity.day_summary,7006003,7\nday_time,step_count,active_time,floor,calorie,datauuid\n2026-03-10 00:00:00.000,640,1800000,4,2150,s1,\n"));

        Assert.Equal((0, 2_150), (result.Only(Metric.VendorActiveEnergyKcal), result.Only(Metric.VendorTotalEnergyKcal)));
        Assert.Equal((0, 30, 4), (result.Only(Metric.VendorSteps), result.Only(Metric.VendorExerciseMinutes), result.Only(Metric.VendorFlightsClimbed)));
        Assert.All(result.Readings, reading => Assert.Equal(Utc("2026-03-10 00:00"), reading.Start));
    }

    [Fact]
    public async Task The_trend_of_steps_fills_in_days_with_all_sources_and_never_adds()
    {
        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.shealth.tracker.pedometer_day_summary" + Stamp, "com.samsung.shealth.tracker.pedometer_day_summary,7006003,7\nday_time,step_count,source_info,datauuid\n1773100800000,7400,a,p1,\n"),
            ("com.samsung.shealth.step_daily_trend" + Stamp, "com.samsung.shealth.step_daily_trend,7006003,1\nday_time,count,source_type,datauuid\n1773100800000,7400,-2,t1,\n1773100800000,3000,0,t2,\n1773187200000,5100,-2,t3,\n1773187200000,5000,0,t4,\n"));

        Assert.Equal([7_400, 5_100], result.Of(Metric.VendorSteps).Select(day => day.Value));
    }

    [Fact]
    public async Task Times_as_texts_and_as_milliseconds_may_stand_in_one_table()
    {
        var result = await OfAsync(new SamsungExportReader(), (PulseFile, PulseHead + "1,1773126000000,UTC+0100,61,,b1,\n1,2026-03-10 08:00:00.000,UTC+0100,62,,b2,\n"));

        Assert.Equal([Utc("2026-03-10 07:00"), Utc("2026-03-10 08:00")], result.Readings.Select(reading => reading.Start));
    }

    [Fact]
    public async Task A_nap_that_does_not_overlap_counts_to_the_day_of_its_end()
    {
        const string nights = "com.samsung.shealth.sleep,7006003,11\nstart_time,end_time,time_offset,datauuid,sleep_duration\n"
            + "2026-03-10 22:00:00.000,2026-03-11 05:00:00.000,UTC+0100,n1,420,\n2026-03-11 12:00:00.000,2026-03-11 12:40:00.000,UTC+0100,n2,40,\n2026-03-11 22:30:00.000,2026-03-11 23:15:00.000,UTC+0100,n3,45,\n";

        var result = await OfAsync(new SamsungExportReader(), ("com.samsung.shealth.sleep" + Stamp, nights));

        Assert.Equal(
            [(Utc("2026-03-11 00:00"), 460.0), (Utc("2026-03-12 00:00"), 45.0)],
            result.Of(Metric.VendorSleepMinutes).Select(day => (day.Start, day.Value)));
    }

    [Fact]
    public async Task Times_are_UTC_columns_count_by_their_whole_names_and_a_comma_at_the_end_shifts_nothing()
    {
        var result = await OfAsync(new SamsungExportReader(), (PulseFile, "\uFEFF" + PulseHead + "58685730,2026-03-10 07:00:00.000,UTC+0100,61,,b1,\n"));

        var reading = Assert.Single(result.Readings);
        Assert.Equal((Utc("2026-03-10 07:00"), 61.0), (reading.Start, reading.Value));
    }

    [Fact]
    public async Task A_side_car_holds_the_beats_of_its_row()
    {
        const string beats = "[{\"heart_rate\":60,\"start_time\":1773126000000,\"end_time\":1773126059000},{\"heart_rate\":64,\"start_time\":1773126060000,\"end_time\":1773126119000}]";

        var result = await OfAsync(
            new SamsungExportReader(),
            ("x/" + PulseFile, PulseHead + "1,2026-03-10 07:00:00.000,UTC+0000,62,b1.binning_data.json,b1,\n1,2026-03-10 09:00:00.000,UTC+0000,70,gone.binning_data.json,b2,\n"),
            ("x/jsons/com.samsung.shealth.tracker.heart_rate/b/b1.binning_data.json", beats));

        Assert.Equal([60, 64, 70], result.Readings.Select(reading => reading.Value));
        Assert.Equal(Utc("2026-03-10 07:00"), result.Readings[0].Start);
    }

    [Fact]
    public async Task Where_rows_are_off_by_their_offset_the_times_are_local()
    {
        var result = await OfAsync(
            new SamsungExportReader(),
            (PulseFile, PulseHead + "1,2026-03-10 08:00:00.000,UTC+0100,62,b1.binning_data.json,b1,\n1,2026-03-10 12:00:00.000,UTC+0100,70,,b2,\n"),
            ("jsons/com.samsung.shealth.tracker.heart_rate/b/b1.binning_data.json", "[{\"heart_rate\":60,\"start_time\":1773126000000}]"));

        Assert.Equal([Utc("2026-03-10 07:00"), Utc("2026-03-10 11:00")], result.Readings.Select(reading => reading.Start));
    }

    [Fact]
    public async Task Variability_stands_in_the_side_car_only()
    {
        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.health.hrv" + Stamp, "com.samsung.health.hrv,7006003,2\nstart_time,time_offset,binning_data,datauuid\n2026-03-10 02:00:00.000,UTC+0100,h1.binning_data.json,h1,\n"),
            ("jsons/com.samsung.health.hrv/h/h1.binning_data.json", "[{\"sdnn\":55.5,\"rmssd\":41.2,\"start_time\":1773108000000,\"end_time\":1773108300000}]"));

        Assert.Equal((55.5, 41.2), (result.Only(Metric.HrvSdnnMs), result.Only(Metric.HrvRmssdMs)));
    }

    [Fact]
    public async Task A_night_counts_once_by_the_longest_account_and_belongs_to_the_day_it_ended_on()
    {
        const string nights = "com.samsung.shealth.sleep,7006003,11\n"
            + "com.samsung.health.sleep.start_time,com.samsung.health.sleep.end_time,com.samsung.health.sleep.time_offset,com.samsung.health.sleep.datauuid,sleep_duration,com.samsung.health.sleep.pkg_name\n"
            + "2026-03-10 22:00:00.000,2026-03-11 06:00:00.000,UTC+0100,n1,480,watch,\n2026-03-10 23:00:00.000,2026-03-11 05:00:00.000,UTC+0100,n2,360,other,\n";
        const string stages = "com.samsung.health.sleep_stage,7006003,3\nstart_time,end_time,sleep_id,stage,datauuid\n"
            + "2026-03-10 22:00:00.000,2026-03-10 22:10:00.000,n1,40001,s1,\n2026-03-10 22:10:00.000,2026-03-11 04:00:00.000,n1,40002,s2,\n"
            + "2026-03-11 04:00:00.000,2026-03-11 05:00:00.000,n1,40003,s3,\n2026-03-11 05:00:00.000,2026-03-11 06:00:00.000,n1,40004,s4,\n2026-03-10 23:00:00.000,2026-03-11 05:00:00.000,n2,40002,s5,\n";

        var result = await OfAsync(new SamsungExportReader(), ("com.samsung.shealth.sleep" + Stamp, nights), ("com.samsung.health.sleep_stage" + Stamp, stages));

        Assert.Equal((10, 350, 60, 60), (result.Minutes(SleepStage.Awake), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem)));
        Assert.Equal(480, result.Minutes(SleepStage.InBed));
        Assert.Equal((Utc("2026-03-11 00:00"), 480.0), (result.Of(Metric.VendorSleepMinutes)[0].Start, result.Only(Metric.VendorSleepMinutes)));
    }

    [Fact]
    public async Task A_broken_night_has_the_span_of_the_combined_one()
    {
        const string nights = "com.samsung.shealth.sleep,7006003,11\nstart_time,end_time,time_offset,datauuid,sleep_duration,combined_id\n"
            + "2026-03-10 22:00:00.000,2026-03-11 01:00:00.000,UTC+0100,n1,180,c1,\n2026-03-11 02:00:00.000,2026-03-11 06:00:00.000,UTC+0100,n2,240,c1,\n";
        const string combined = "com.samsung.shealth.sleep_combined,7006003,1\nstart_time,end_time,time_offset,datauuid\n2026-03-10 22:00:00.000,2026-03-11 06:00:00.000,UTC+0100,c1,\n";

        var result = await OfAsync(new SamsungExportReader(), ("com.samsung.shealth.sleep" + Stamp, nights), ("com.samsung.shealth.sleep_combined" + Stamp, combined));

        Assert.Equal((480, 420), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Asleep)));
        Assert.Equal(420, result.Only(Metric.VendorSleepMinutes));
    }

    [Fact]
    public async Task A_row_in_two_exports_counts_as_the_newer_one_says()
    {
        const string head = "com.samsung.health.water_intake,7006003,1\nstart_time,time_offset,amount,unit_amount,datauuid\n";

        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.health.water_intake.20260301120000.csv", head + "2026-02-28 09:00:00.000,UTC+0100,250,250,w1,\n"),
            ("com.samsung.health.water_intake.20260320120000.csv", head + "2026-02-28 09:00:00.000,UTC+0100,500,250,w1,\n2026-02-28 10:00:00.000,UTC+0100,250,250,w2,\n"));

        Assert.Equal([500, 250], result.Readings.Select(reading => reading.Value));
    }

    [Fact]
    public async Task Placeholders_of_1970_are_no_readings()
    {
        var result = await OfAsync(new SamsungExportReader(), (PulseFile, PulseHead + "1,1970-01-01 00:00:00.000,UTC+0000,80,,b1,\n"));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_table_whose_name_only_begins_alike_is_another_table()
    {
        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.shealth.stress.histogram" + Stamp, "com.samsung.shealth.stress.histogram,7006003,1\nstart_time,score,datauuid\n2026-03-10 07:00:00.000,55,t1,\n"),
            ("com.samsung.shealth.stress" + Stamp, "com.samsung.shealth.stress,7006003,1\nstart_time,score,comment,datauuid\n2026-03-10 07:00:00.000,30,\"calm,\nat last\",t2,\n"));

        Assert.Equal(30, result.Only(Metric.VendorStressScore));
        Assert.Contains("table shealth.stress.histogram", result.Unread.Keys);
    }

    [Fact]
    public async Task A_workout_keeps_an_unknown_code_as_another_sport_and_names_it()
    {
        const string head = "com.samsung.shealth.exercise,7006003,9\ncom.samsung.health.exercise.start_time,com.samsung.health.exercise.end_time,com.samsung.health.exercise.time_offset,"
            + "com.samsung.health.exercise.exercise_type,com.samsung.health.exercise.duration,com.samsung.health.exercise.distance,com.samsung.health.exercise.calorie,com.samsung.health.exercise.mean_heart_rate,com.samsung.health.exercise.datauuid\n";

        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.shealth.exercise" + Stamp, head + "2026-03-10 17:00:00.000,2026-03-10 17:30:00.000,UTC+0100,1002,1500000,5000,300,150,e1,\n2026-03-11 17:00:00.000,2026-03-11 17:30:00.000,UTC+0100,99999,1800000,,,,e2,\n"));

        Assert.Equal([(double)Sport.Run, (double)Sport.Other], result.Of(Metric.WorkoutSport).Select(reading => reading.Value));
        Assert.Equal([25, 30], result.Of(Metric.WorkoutMinutes).Select(reading => reading.Value));
        Assert.Contains("exercise type 99999, read as another sport", result.Unread.Keys);
    }

    [Fact]
    public async Task Calories_of_foods_are_those_of_meals_again()
    {
        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.health.nutrition" + Stamp, "com.samsung.health.nutrition,7006003,1\nstart_time,calorie,magnesium,potassium,datauuid\n2026-03-10 12:00:00.000,640,0,900,m1,\n"),
            ("com.samsung.health.food_intake" + Stamp, "com.samsung.health.food_intake,7006003,1\nstart_time,name,calorie,datauuid\n2026-03-10 12:00:00.000,soup,640,f1,\n"),
            ("com.samsung.health.caffeine_intake" + Stamp, "com.samsung.health.caffeine_intake,7006003,1\nstart_time,amount,datauuid\n2026-03-10 13:00:00.000,95,k1,\n"));

        Assert.Equal((640, 900, 95), (result.Only(Metric.DietaryEnergyKcal), result.Only(Metric.PotassiumMg), result.Only(Metric.CaffeineMg)));
        Assert.Empty(result.Of(Metric.MagnesiumMg));
    }

    [Fact]
    public async Task Phone_and_watch_are_sources_of_their_own()
    {
        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.health.device_profile" + Stamp, "com.samsung.health.device_profile,7006003,1\nname,deviceuuid,datauuid\nGalaxy Watch6,watch-1,d1,\nGalaxy S23,phone-1,d2,\n"),
            ("com.samsung.shealth.tracker.pedometer_step_count" + Stamp, "com.samsung.shealth.tracker.pedometer_step_count,7006003,1\nstart_time,end_time,count,deviceuuid,datauuid\n2026-03-10 07:00:00.000,2026-03-10 07:00:59.999,90,watch-1,p1,\n2026-03-10 07:00:00.000,2026-03-10 07:00:59.999,80,phone-1,p2,\n"));

        Assert.Equal(
            [("Samsung Health Galaxy Watch6", SourceKind.Worn), ("Samsung Health Galaxy S23", SourceKind.Phone)],
            result.Of(Metric.Steps).Select(reading => (reading.Source.Name, reading.Source.Kind)));
    }

    [Fact]
    public async Task What_the_app_itself_wrote_is_of_one_source()
    {
        var result = await OfAsync(
            new SamsungExportReader(),
            ("com.samsung.health.weight" + Stamp, "com.samsung.health.weight,7006003,1\nstart_time,weight,source_name,datauuid\n2026-03-10 07:00:00.000,80,Samsung Health,w1,\n2026-03-11 07:00:00.000,81,,w2,\n"));

        Assert.All(result.Readings, reading => Assert.Equal(("Samsung Health", SourceKind.App), (reading.Source.Name, reading.Source.Kind)));
        Assert.Equal(2, result.Readings.Count);
    }

    [Fact]
    public async Task A_table_without_its_first_line_is_read_by_its_name()
    {
        const string table = "start_time,end_time,count,source_name\n2026-03-10T07:00:00-03:00,2026-03-10T08:00:00-03:00,1250,Galaxy Watch\n";

        var recognition = await RecognizeAsync(new SamsungExportReader(), ("com.samsung.health.step_count.202603.csv", table));
        var result = await OfAsync(new SamsungExportReader(), ("com.samsung.health.step_count.202603.csv", table));

        Assert.Equal(Certainty.Likely, recognition.Certainty);
        Assert.Equal((1_250, Utc("2026-03-10 10:00")), (result.Only(Metric.Steps), result.Readings[0].Start));
    }
}
