using System.IO.Compression;
using System.Text;
using System.Text.Json;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Garmin;
using KneeTwitch.Pipeline.Tests.Importing.Recordings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Garmin;

public class GarminExportReaderTests
{
    private const string Noon = "1773144000000";

    [Fact]
    public async Task Activities_come_in_milliseconds_centimetres_and_a_unit_of_energy_of_their_own()
    {
        var result = await ReadAsync("a@b.c_0_summarizedActivities.json", $$"""
            [{"summarizedActivitiesExport":[{"activityId":1,"activityType":"trail_running","startTimeGmt":1.773144E12,"startTimeLocal":1773165600000,
            "duration":3600000.0,"elapsedDuration":3700000,"distance":1050050,"elevationGain":8500,"calories":2095,"avgHr":148,"maxHr":171,
            "hrTimeInZone_0":1,"hrTimeInZone_1":60000,"hrTimeInZone_2":120000,"hrTimeInZone_3":0,"hrTimeInZone_4":0,"hrTimeInZone_5":60000,"hrTimeInZone_6":60000}]},
            {"summarizedActivitiesExport":[{"activityId":2,"parent":true,"activityType":"multi_sport","beginTimestamp":{{Noon}},"duration":1},
            {"activityId":3,"activityType":"cycling","beginTimestamp":{{Noon}},"duration":600000}]}]
            """);

        Assert.Equal("garmin-connect-export", result.Format);
        Assert.Equal([(double)Sport.Run, (double)Sport.Cycle], result.All(Metric.WorkoutSport));
        Assert.Equal(["12:00:00-13:01:40 60", "12:00:00-12:10:00 10"], result.Spans(Metric.WorkoutMinutes));
        Assert.Equal((10_500.5, 85), (result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutAscentM)));
        Assert.Equal(500, result.Only(Metric.WorkoutEnergyKcal), 6);
        Assert.Equal((1, 2), (result.Only(Metric.WorkoutZone1Minutes), result.Only(Metric.WorkoutZone5Minutes)));
        Assert.Equal("Etc/GMT-6", Assert.Single(result.Context.Facts.Zones).ZoneId);
    }

    [Fact]
    public async Task Of_a_day_that_comes_twice_the_later_synchronisation_counts()
    {
        var result = await ReadAsync("UDSFile_2026-01-01_2026-03-10.json", """
            [{"calendarDate":"2026-03-09","totalSteps":9000,"wellnessEndTimeGmt":"2026-03-09T23:00:00.0","restingHeartRate":55,"currentDayRestingHeartRate":52,
              "activeKilocalories":400,"bmrKilocalories":1700,"moderateIntensityMinutes":20,"floorsAscendedInMeters":30.48,
              "allDayStress":{"aggregatorList":[{"type":"AWAKE","averageStressLevel":40},{"type":"TOTAL","averageStressLevel":31}]}},
             {"calendarDate":"2026-03-09","totalSteps":4000,"wellnessEndTimeGmt":"2026-03-09T12:00:00.0"},
             {"calendarDate":{"date":"Mar 8, 2026 12:00:00 AM"},"includesWellnessData":false,"totalSteps":0},
             {"calendarDate":"2026-03-07","allDayStress":{"aggregatorList":[{"type":"TOTAL","averageStressLevel":-1}]}}]
            """);

        Assert.Equal(9_000, result.Only(Metric.VendorSteps));
        Assert.Equal(52, result.Only(Metric.RestingHeartRateBpm));
        Assert.Equal(31, result.Only(Metric.VendorStressScore));
        Assert.Equal((400, 1_700, 20), (result.Only(Metric.VendorActiveEnergyKcal), result.Only(Metric.VendorBasalEnergyKcal), result.Only(Metric.VendorModerateMinutes)));
        Assert.Equal(10, result.Only(Metric.VendorFlightsClimbed), 6);
        Assert.Equal(["00:00:00-00:00:00 9000"], result.Spans(Metric.VendorSteps));
        Assert.Empty(result.All(Metric.Steps));
    }

    [Fact]
    public async Task A_night_is_a_window_and_sums_and_only_confirmed_ones_count()
    {
        var result = await ReadAsync("2026_1_sleepData.json", """
            [{"calendarDate":"2026-03-10","sleepStartTimestampGMT":"2026-03-09T22:00:00.0","sleepEndTimestampGMT":"2026-03-10T06:00:00.0","deepSleepSeconds":3600,
              "lightSleepSeconds":14400,"remSleepSeconds":7200,"awakeSleepSeconds":3600,"averageRespiration":14.0,"sleepWindowConfirmationType":"ENHANCED_CONFIRMED_FINAL",
              "spo2SleepSummary":{"averageSPO2":95}},
             {"calendarDate":"2026-03-11","sleepStartTimestampGMT":"2026-03-10T22:00:00.0","sleepEndTimestampGMT":"2026-03-11T06:00:00.0","deepSleepSeconds":9,"sleepWindowConfirmationType":"OFF_WRIST"},
             {"sleepStartTimestampGMT":[2026,3,11,22,0],"sleepEndTimestampGMT":[2026,3,12,5,0,0,0]}]
            """);

        Assert.Equal(
            ["22:00:00-06:00:00 0", "22:00:00-23:00:00 2", "23:00:00-03:00:00 3", "03:00:00-04:00:00 4", "04:00:00-06:00:00 5", "22:00:00-05:00:00 0", "22:00:00-05:00:00 1"],
            result.Spans(Metric.SleepStage));
        Assert.Equal((420, 480), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.VendorInBedMinutes)));
        Assert.Equal((14, 95), (result.Only(Metric.RespiratoryRatePerMinute), result.Only(Metric.OxygenSaturationPercent)));
        Assert.Equal(1, result.Context.Facts.Unread["nights that the device itself did not confirm"]);
    }

    [Fact]
    public async Task The_minus_button_takes_drinks_back_and_sweat_is_no_drink()
    {
        var result = await ReadAsync("HydrationLogFile_2026.json", """
            [{"uuid":{"uuid":"a"},"calendarDate":"2026-03-10","timestampLocal":"2026-03-10T09:00:00.0","valueInML":500},
             {"uuid":{"uuid":"b"},"calendarDate":"2026-03-10","timestampLocal":"2026-03-10T10:00:00.0","valueInML":250},
             {"uuid":{"uuid":"c"},"calendarDate":"2026-03-10","timestampLocal":"2026-03-10T10:01:00.0","valueInML":-350},
             {"uuid":{"uuid":"a"},"calendarDate":"2026-03-10","timestampLocal":"2026-03-10T09:00:00.0","valueInML":500},
             {"uuid":{"uuid":"d"},"calendarDate":"2026-03-10","timestampLocal":"2026-03-10T11:00:00.0","valueInML":0,"estimatedSweatLossInML":700},
             {"uuid":{"uuid":"e"},"calendarDate":"2026-03-11","timestampLocal":"2026-03-11T11:00:00.0","valueInML":-200}]
            """);

        Assert.Equal(["08:00:00-08:00:00 400"], result.Spans(Metric.WaterMl));
    }

    [Fact]
    public async Task Weight_is_in_grams_and_written_again_with_every_other_change()
    {
        var result = await ReadAsync("1_userBioMetrics.json", """
            [{"metaData":{"calendarDate":"2026-03-01T00:00:00.0","sequence":1},"weight":{"weight":71200.0}},
             {"metaData":{"calendarDate":"2026-03-05T00:00:00.0","sequence":2},"weight":{"weight":71200.0},"vo2Max":50},
             {"metaData":{"calendarDate":"2026-03-09T00:00:00.0","sequence":3},"weight":{"weight":70900.0}}]
            """);

        Assert.Equal([71.2, 70.9], result.All(Metric.BodyMassKg));
    }

    [Fact]
    public async Task Height_and_uptake_of_oxygen_count_when_they_change_and_an_uptake_of_a_workout_at_its_end()
    {
        var body = await ReadAsync("1_userBioMetrics.json", """
            [{"metaData":{"calendarDate":"2026-03-01T00:00:00.0"},"height":181.0,"vo2Max":50.0},
             {"metaData":{"calendarDate":"2026-03-05T00:00:00.0"},"height":181.0,"vo2Max":51.0}]
            """);
        var workout = await ReadAsync("a@b.c_0_summarizedActivities.json", $$"""
            [{"summarizedActivitiesExport":[{"activityType":"running","beginTimestamp":{{Noon}},"duration":600000,"vO2MaxValue":49.0},
            {"activityType":"yoga","beginTimestamp":{{Noon}},"duration":600000,"vO2MaxValue":0}]}]
            """);

        Assert.Equal([181], body.All(Metric.HeightCm));
        Assert.Equal([50, 51], body.All(Metric.Vo2MaxMlPerKgMinute));
        Assert.Equal(["12:10:00-12:10:00 49"], workout.Spans(Metric.Vo2MaxMlPerKgMinute));
    }

    [Theory]
    [InlineData("""{"metaData":{"calendarDate":[2026,3,10,9,15]},"bloodPressure":{"systolic":118.0,"diastolic":76.0,"pulse":60.0}}""")]
    [InlineData("""{"measurementTimestampLocal":"2026-03-10T23:15:00.0","measurementTimestampGMT":"2026-03-10T08:15:00.0","systolic":118,"diastolic":76,"pulse":60}""")]
    public async Task A_blood_pressure_is_dated_by_utc_or_else_by_the_wearers_clock(string row)
    {
        var result = await ReadAsync("BloodPressureFile_2026.json", $"[{row}]");

        Assert.Equal("garmin-connect-export", result.Format);
        Assert.Equal(["08:15:00-08:15:00 118"], result.Spans(Metric.SystolicMmhg));
        Assert.Equal((76, 60), (result.Only(Metric.DiastolicMmhg), result.Only(Metric.HeartRateBpm)));
    }

    [Fact]
    public async Task A_blood_pressure_without_a_time_is_a_reject_and_one_without_values_says_nothing()
    {
        var result = await ReadAsync("BloodPressureFile_2026.json", """[{"bloodPressure":{"systolic":118,"diastolic":76}},{"metaData":{"calendarDate":[2026,3,10]},"bloodPressure":{"systolic":0}},{"bloodPressure":7}]""");

        Assert.Empty(result.Readings);
        Assert.Equal(["a blood pressure without a time"], result.Reasons);
    }

    [Fact]
    public async Task Drinks_that_stand_among_the_days_in_rows_of_their_own_do_not_stand_for_the_day()
    {
        var result = await ReadAsync("UDSFile_2026.json", """
            [{"calendarDate":"2026-03-09","hydration":{"valueInML":1500.0,"sweatLossInML":400}},
             {"calendarDate":"2026-03-09","totalSteps":9000,"wellnessEndTimeGmt":"2026-03-09T23:00:00.0"},
             {"calendarDate":"2026-03-10","totalSteps":8000,"wellnessEndTimeGmt":"2026-03-10T23:00:00.0","hydration":{"valueInML":700}},
             {"calendarDate":"2026-03-10","hydration":{"goalInML":2000}},
             {"calendarDate":"2026-03-11","hydration":{"valueInML":0}}]
            """);

        Assert.Equal([9_000, 8_000], result.All(Metric.VendorSteps));
        Assert.Equal([1_500, 700], result.All(Metric.VendorWaterMl));
    }

    [Fact]
    public async Task A_night_without_a_date_belongs_to_the_day_on_which_it_ended()
    {
        var result = await ReadAsync("1_SLEEPDATA.json", """
            [{"sleepStartTimestampGMT":"2026-03-09T22:30:00.0","sleepEndTimestampGMT":"2026-03-09T23:30:00.0","deepSleepSeconds":0,"lightSleepSeconds":3600,"remSleepSeconds":0,
              "sleepStartTimestampLocal":"2026-03-10T00:30:00.0","sleepWindowConfirmationType":"AUTO_CONFIRMED_FINAL"}]
            """);

        Assert.Equal(new DateTimeOffset(2026, 3, 10, 0, 0, 0, TimeSpan.Zero), Assert.Single(result.Readings, reading => reading.Metric == Metric.VendorSleepMinutes).Start);
        Assert.Contains("22:30:00-23:30:00 3", result.Spans(Metric.SleepStage));
    }

    [Theory]
    [InlineData("DI_CONNECT/DI-Connect-Wellness/UDSFile_2026-01-01_2026-04-10.json")]
    [InlineData("DI_CONNECT/DI-Connect-Aggregator/udsfile_2026.JSON")]
    [InlineData("DI_Connect_Wellness/UDSFile_.json")]
    [InlineData("UDSFile_1.json")]
    public async Task Files_are_known_by_their_base_names_wherever_folders_moved(string path)
    {
        var result = await OfAsync((path, """[{"calendarDate":"2026-03-09","totalSteps":9000}]"""u8.ToArray()));

        Assert.Equal(("garmin-connect-export", 9_000), (result.Format, result.Only(Metric.VendorSteps)));
    }

    [Fact]
    public async Task Recordings_in_a_zip_inside_the_zip_are_read_by_what_they_are()
    {
        var noon = Seconds("2026-03-10T12:00:00Z");
        var ride = new FitBuilder().FileId(4).Add(20, (253, U32, noon), (3, U8, 140)).Build();
        var result = await OfAsync(
            ("DI_CONNECT/DI-Connect-Wellness/1_healthStatusData.json", """[{"calendarDate":"2026-03-10","metrics":[]}]"""u8.ToArray()),
            ("DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", Zip(("a@b.c_1.fit", ride), ("a@b.c_2.fit", new FitBuilder().FileId(41).Build()), ("a@b.c_3.txt", "x"u8.ToArray()))));

        Assert.Equal([140], result.All(Metric.HeartRateBpm));
        Assert.Equal(1, result.Context.Facts.Unread["FIT files: stub"]);
        Assert.DoesNotContain(result.Context.Facts.Unread.Keys, what => what.Contains("a@b.c", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1996-03-10", "a date before 2000: the device's clock was not set")]
    [InlineData("2031-03-10", "a date in the future: the device's clock was wrong")]
    public async Task Days_of_a_watch_that_lost_its_clock_are_rejects(string day, string reason)
    {
        var result = await ReadAsync("UDSFile_2026.json", $$$"""[{"calendarDate":"{{{day}}}","totalSteps":9000,"hydration":{"valueInML":700}}]""");

        Assert.Empty(result.Readings);
        Assert.Equal([reason], result.Reasons);
    }

    [Fact]
    public async Task A_health_status_of_zero_was_not_measured()
    {
        var result = await ReadAsync("1_healthStatusData.json", """
            [{"calendarDate":"2026-03-10","metrics":[{"type":"HRV","value":48.0},{"type":"SPO2","value":0.0},{"type":"SKIN_TEMP_C","value":-0.2},{"type":"HR","value":50}]},
             {"calendarDate":"2026-03-11","metrics":[{"type":"SKIN_TEMP_C","value":0.0}]}]
            """);

        Assert.Equal([48], result.All(Metric.HrvRmssdMs));
        Assert.Empty(result.All(Metric.OxygenSaturationPercent));
        Assert.Equal([-0.2], result.All(Metric.SkinTemperatureDeviationC));
        Assert.Equal(1, result.Context.Facts.Unread["health status HR"]);
    }

    [Fact]
    public async Task Recordings_beside_the_lists_are_read_and_contacts_are_not_opened()
    {
        var fit = new FitBuilder().FileId(4).Add(20, (253, U32, Seconds("2026-03-10T12:00:00Z")), (3, U8, 140)).Build();
        var result = await OfAsync(
            ("DI_CONNECT/DI-Connect-Wellness/1_healthStatusData.json", "[{\"calendarDate\":\"2026-03-10\",\"metrics\":[]}]"u8.ToArray()),
            ("DI_CONNECT/DI-Connect-Uploaded-Files/a@b.c_1.fit", fit),
            ("customer_data/user_contact.json", "[{\"phone\":\"1\"}]"u8.ToArray()));

        Assert.Equal([140], result.All(Metric.HeartRateBpm));
        Assert.Equal(1, result.Context.Facts.Unread["files *.json of other kinds"]);
    }

    [Fact]
    public async Task The_mail_address_in_a_files_name_is_not_told_with_its_rejects()
    {
        var result = await ReadAsync("ann.smith@mail.example_0_summarizedActivities.json", """[{"summarizedActivitiesExport":[{"activityId":1}]}]""");

        var reject = Assert.Single(result.Context.Rejects.All);
        Assert.StartsWith("DI_CONNECT/***@mail.example_0_summarizedActivities.json", reject.First, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1718000000000")]
    [InlineData("1.718E12")]
    [InlineData("\"2024-06-10T06:13:20.0\"")]
    [InlineData("[2024,6,10,6,13,20,0]")]
    [InlineData("{\"date\":\"Jun 10, 2024 6:13:20 AM\"}")]
    [InlineData("\"Mon Jun 10 06:13:20 GMT 2024\"")]
    public void Every_shape_of_time_is_read(string json) =>
        Assert.Equal(1_718_000_000, GarminTime.Utc(JsonDocument.Parse(json).RootElement)?.ToUnixTimeSeconds());

    [Theory]
    [InlineData("1e308")]
    [InlineData("\"later\"")]
    [InlineData("[2024,13,1]")]
    [InlineData("{\"date\":{\"date\":{}}}")]
    [InlineData("true")]
    public void What_is_no_time_is_none(string json) => Assert.Null(GarminTime.Utc(JsonDocument.Parse(json).RootElement));

    private static Task<Result> ReadAsync(string name, string json) => OfAsync(("DI_CONNECT/" + name, Encoding.UTF8.GetBytes(json)));

    private static byte[] Zip(params (string Name, byte[] Content)[] files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
