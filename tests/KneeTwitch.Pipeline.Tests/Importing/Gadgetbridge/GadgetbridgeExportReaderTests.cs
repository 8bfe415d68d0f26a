using System.IO.Compression;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Gadgetbridge;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Gadgetbridge;

public sealed class GadgetbridgeExportReaderTests : IDisposable
{
    private const string Band = "MI_BAND_ACTIVITY_SAMPLE";
    private const string Columns = "RAW_INTENSITY, STEPS, RAW_KIND, HEART_RATE";
    private static readonly GadgetbridgeExportReader Reader = new();
    private readonly ExportFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_minute_counts_its_own_steps_and_its_pulse()
    {
        var result = await new GadgetbridgeExport().Row(Band, "2026-03-10 08:00", Columns, "40, 87, 1, 95").ReadAsync();

        var steps = Assert.Single(result.Of(Metric.Steps));
        Assert.Equal((Utc("2026-03-10 08:00"), Utc("2026-03-10 08:01"), 87), (steps.Start, steps.End, steps.Value));
        Assert.Equal((95, "Gadgetbridge Mi Smart Band 5", SourceKind.Worn), (result.Only(Metric.HeartRateBpm), steps.Source.Name, steps.Source.Kind));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(255)]
    public async Task A_pulse_of_minus_one_zero_or_255_was_not_measured(int bpm)
    {
        var result = await new GadgetbridgeExport().Row(Band, "2026-03-10 08:00", Columns, $"40, 87, 1, {bpm}").ReadAsync();

        Assert.Empty(result.Of(Metric.HeartRateBpm));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Steps_of_minus_one_were_not_measured_less_is_a_reject_and_zero_counts_where_the_band_was_worn()
    {
        var result = await new GadgetbridgeExport()
            .Row(Band, "2026-03-10 08:00", Columns, "0, -1, 1, 60")
            .Row(Band, "2026-03-10 08:01", Columns, "0, -200, 1, -1")
            .Row(Band, "2026-03-10 08:02", Columns, "0, 0, 1, 61")
            .Row(Band, "2026-03-10 08:03", Columns, "0, 0, 3, 62")
            .Row(Band, "2026-03-10 08:04", Columns, "0, 0, 1, 255")
            .ReadAsync();

        Assert.Equal([(Utc("2026-03-10 08:02"), 0)], result.Of(Metric.Steps).Select(reading => (reading.Start, reading.Value)));
        Assert.Equal(["a negative number of steps"], result.Reasons);
    }

    [Fact]
    public async Task A_spike_of_steps_at_a_sync_is_cut_to_what_a_person_can_walk()
    {
        var result = await new GadgetbridgeExport().Row(Band, "2026-03-10 08:00", Columns, "40, 9000, 1, 95").ReadAsync();

        Assert.Equal(300, result.Only(Metric.Steps));
        Assert.Equal(["more than 300 steps a minute: the rest was cut off"], result.Reasons);
    }

    [Fact]
    public async Task Rows_by_the_second_share_one_minutes_most()
    {
        var export = new GadgetbridgeExport();
        for (var second = 0; second < 60; second++)
        {
            export.Row(Band, $"2026-03-10 08:00:{second:00}", Columns, "40, 10, 1, -1");
        }

        Assert.Equal(300, (await export.ReadAsync()).Sum(Metric.Steps));
    }

    [Fact]
    public async Task A_device_that_counts_by_the_hour_is_not_cut_like_one_that_counts_by_the_minute()
    {
        var result = await new GadgetbridgeExport()
            .Row("CASIO_GBX100_ACTIVITY_SAMPLE", "2026-03-10 07:00", "STEPS, RAW_KIND", "120, 1")
            .Row("CASIO_GBX100_ACTIVITY_SAMPLE", "2026-03-10 08:00", "STEPS, RAW_KIND", "2500, 1")
            .ReadAsync();

        Assert.Equal((2_620, TimeSpan.FromHours(1)), (result.Sum(Metric.Steps), result.Of(Metric.Steps)[1].End - result.Of(Metric.Steps)[1].Start));
    }

    [Fact]
    public async Task A_clock_that_was_not_set_says_1970_or_the_future()
    {
        var result = await new GadgetbridgeExport()
            .Row(Band, "1970-01-02 08:00", Columns, "40, 10, 1, 90")
            .Row(Band, "2000-01-01 08:00", Columns, "40, 10, 1, 90")
            .Row(Band, "2026-04-05 08:00", Columns, "40, 10, 1, 90")
            .ReadAsync();

        Assert.Empty(result.Readings);
        Assert.Equal(3, result.Context.Rejects.Count);
    }

    [Fact]
    public async Task Seconds_and_milliseconds_are_told_apart_by_their_size()
    {
        var result = await new GadgetbridgeExport()
            .Row("HUAMI_STRESS_SAMPLE", "2026-03-10 08:00", "TYPE_NUM, STRESS", "1, 33", isSeconds: false)
            .Row("HUAMI_STRESS_SAMPLE", "2026-03-10 08:05", "TYPE_NUM, STRESS", "1, 34", isSeconds: true)
            .ReadAsync();

        Assert.Equal([Utc("2026-03-10 08:05"), Utc("2026-03-10 08:00")], result.Of(Metric.VendorStressScore).Select(reading => reading.Start));
    }

    [Fact]
    public async Task Measurements_of_all_vendors_go_by_the_ending_of_their_table()
    {
        var result = await new GadgetbridgeExport()
            .Row("HUAMI_HEART_RATE_RESTING_SAMPLE", "2026-03-10 08:00", "UTC_OFFSET, HEART_RATE", "3600, 51", isSeconds: false)
            .Row("HUAMI_SLEEP_RESPIRATORY_RATE_SAMPLE", "2026-03-10 03:00", "UTC_OFFSET, RATE", "3600, 13", isSeconds: false)
            .Row("COLMI_SPO2_SAMPLE", "2026-03-10 03:00", "SPO2", "97", isSeconds: false)
            .Row("COLMI_HEART_RATE_SAMPLE", "2026-03-10 03:00", "HEART_RATE", "58", isSeconds: false)
            .Row("GARMIN_HRV_VALUE_SAMPLE", "2026-03-10 03:00", "VALUE", "44", isSeconds: false)
            .Row("GARMIN_STRESS_SAMPLE", "2026-03-10 03:00", "STRESS", "-1", isSeconds: false)
            .Row("GARMIN_RESPIRATORY_RATE_SAMPLE", "2026-03-10 03:05", "RESPIRATORY_RATE", "14.5", isSeconds: false)
            .Row("MI_SCALE_WEIGHT_SAMPLE", "2026-03-10 07:00", "WEIGHT_KG", "70.4", isSeconds: false)
            .ReadAsync();

        Assert.Equal(
            (51d, 97d, 58d, 44d, 70.4d), (result.Only(Metric.RestingHeartRateBpm), result.Only(Metric.OxygenSaturationPercent), result.Only(Metric.HeartRateBpm), result.Only(Metric.HrvRmssdMs), result.Only(Metric.BodyMassKg)));
        Assert.Equal([14.5, 13], result.Of(Metric.RespiratoryRatePerMinute).Select(reading => reading.Value));
        Assert.Empty(result.Of(Metric.VendorStressScore));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_table_nobody_described_gives_steps_and_pulse_and_its_sleep_is_left()
    {
        var result = await new GadgetbridgeExport()
            .Row("NEWCOMER_ACTIVITY_SAMPLE", "2026-03-10 08:00", "STEPS, RAW_KIND, HEART_RATE", "55, 2, 70")
            .Row("NEWCOMER_GLOW_SAMPLE", "2026-03-10 08:00", "GLOW", "1")
            .ReadAsync();

        Assert.Equal((55, 70), (result.Only(Metric.Steps), result.Only(Metric.HeartRateBpm)));
        Assert.Empty(result.Of(Metric.SleepStage));
        Assert.Equal(["NEWCOMER_ACTIVITY_SAMPLE: sleep, of a device that is not known", "NEWCOMER_GLOW_SAMPLE"], result.Unread.Keys.Order());
    }

    [Fact]
    public async Task A_table_without_a_pulse_and_tables_of_devices_never_had_are_no_trouble()
    {
        var result = await new GadgetbridgeExport()
            .Row("TLW64_ACTIVITY_SAMPLE", "2026-03-10 08:00", "STEPS", "55")
            .Sql("create table GARMIN_ACTIVITY_SAMPLE (TIMESTAMP integer, DEVICE_ID integer); create table HUAWEI_ACTIVITY_SAMPLE (TIMESTAMP integer, DEVICE_ID integer); create table XIAOMI_SLEEP_TIME_SAMPLE (TIMESTAMP integer);")
            .ReadAsync();

        Assert.Equal(55, result.Only(Metric.Steps));
    }

    [Fact]
    public async Task A_device_that_is_paired_again_stays_one_source_and_its_number_says_nothing()
    {
        var result = await new GadgetbridgeExport()
            .Device(9, "Mi Smart Band 5", "aa:bb:cc:00:11:22")
            .Row(Band, "2026-03-10 08:00", Columns, "40, 10, 1, 90")
            .Row(Band, "2026-03-11 08:00", Columns, "40, 10, 1, 90", device: 9)
            .ReadAsync();

        Assert.Equal(["Gadgetbridge Mi Smart Band 5"], result.Readings.Select(reading => reading.Source.Name).Distinct());
    }

    [Fact]
    public async Task Two_bands_of_one_name_are_two_sources_that_give_no_address_away()
    {
        var result = await new GadgetbridgeExport()
            .Device(2, "Mi Smart Band 5", "AA:BB:CC:00:11:33")
            .Row(Band, "2026-03-10 08:00", Columns, "40, 10, 1, 90")
            .Row(Band, "2026-03-10 08:00", Columns, "40, 12, 1, 90", device: 2)
            .ReadAsync();

        var names = result.Of(Metric.Steps).Select(reading => reading.Source.Name).ToList();
        Assert.Equal(2, names.Distinct().Count());
        Assert.All(names, name => Assert.Matches("^Gadgetbridge Mi Smart Band 5 [0-9a-f]{4}$", name));
    }

    [Fact]
    public async Task Year_of_birth_and_sex_count_only_of_who_set_them()
    {
        var set = await new GadgetbridgeExport().Sql($"insert into USER values (1, 'me', {GadgetbridgeExport.Ms("1984-05-04 22:00")}, 0);").ReadAsync();
        var unset = await new GadgetbridgeExport().Sql($"insert into USER values (1, 'gadgetbridge-user', {GadgetbridgeExport.Ms("1999-12-31 23:00")}, 1);").ReadAsync();

        Assert.Equal((1984, Sex.Female), (set.Context.Facts.BirthYear, set.Context.Facts.Sex));
        Assert.Equal((null, Sex.Unknown), (unset.Context.Facts.BirthYear, unset.Context.Facts.Sex));
    }

    [Fact]
    public async Task A_xiaomi_day_is_the_vendors_total_and_its_zone_counts_where_it_can_only_be_quarters_of_an_hour()
    {
        var result = await new GadgetbridgeExport()
            .Row("XIAOMI_DAILY_SUMMARY_SAMPLE", "2026-03-09 23:00", "TIMEZONE, STEPS, HR_RESTING, CALORIES", "4, 8000, 52, 300", isSeconds: false)
            .Row("XIAOMI_DAILY_SUMMARY_SAMPLE", "2026-03-11 15:00", "TIMEZONE, STEPS, HR_RESTING, CALORIES", "36, 9000, 0, 300", isSeconds: false)
            .ReadAsync();

        Assert.Equal([(Utc("2026-03-10 00:00"), 8_000), (Utc("2026-03-12 00:00"), 9_000)], result.Of(Metric.VendorSteps).Select(reading => (reading.Start, reading.Value)));
        Assert.Equal(52, result.Only(Metric.RestingHeartRateBpm));
    }

    [Fact]
    public async Task A_workout_has_its_numbers_in_a_summary()
    {
        var summary = """{"distanceMeters":{"value":5.2,"unit":"km"},"activeSeconds":{"value":1800,"unit":"seconds"},"caloriesBurnt":{"value":310,"unit":"kcal"},"averageHR":{"value":141,"unit":"bpm"},"steps":{"value":-1}}""";
        var result = await new GadgetbridgeExport().Workout("2026-03-10 17:00", "2026-03-10 17:40", 0x10, summary).ReadAsync();

        Assert.Equal(
            ((double)Sport.Run, 30d, 5_200d, 310d, 141d),
            (result.Only(Metric.WorkoutSport), result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal), result.Only(Metric.WorkoutAverageHeartRateBpm)));
    }

    [Fact]
    public async Task A_summary_that_is_no_json_is_a_reject_and_the_workout_stays()
    {
        var result = await new GadgetbridgeExport().Workout("2026-03-10 17:00", "2026-03-10 17:40", 0x0400_0012, "{not json").Workout("2026-03-10 23:00", "2026-03-10 23:40", 0x02).ReadAsync();

        Assert.Equal(((double)Sport.Walk, 40d), (result.Only(Metric.WorkoutSport), result.Only(Metric.WorkoutMinutes)));
        Assert.Equal(["a summary of a workout that cannot be read"], result.Reasons);
        Assert.Equal(1, result.Unread["BASE_ACTIVITY_SUMMARY: sleep"]);
    }

    [Fact]
    public async Task A_full_backup_is_a_zip_with_the_database_among_other_files()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, content) in ((string, byte[])[])[("gadgetbridge.json", "{}"u8.ToArray()), ("preferences/global.json", "{}"u8.ToArray()), ("database/Gadgetbridge", new GadgetbridgeExport().Row(Band, "2026-03-10 08:00", Columns, "40, 87, 1, 95").Build())])
            {
                await using var entry = await zip.CreateEntry(path).OpenAsync(Cancel);
                await entry.WriteAsync(content, Cancel);
            }
        }

        var backup = folder.File("backup.zip", bytes.ToArray());
        await using var export = await ExportFiles.OpenAsync(backup, cancel: Cancel);
        var result = await FromAsync(Reader, backup);

        Assert.Equal("gadgetbridge", (await ExportReaders.Default.RecognizeAsync(export, null, Cancel)).Reader.Format);
        Assert.Equal(87, result.Only(Metric.Steps));
        Assert.Contains("file gadgetbridge.json", result.Unread.Keys);
    }

    [Fact]
    public async Task An_automatic_export_that_left_nothing_says_so()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => FromAsync(Reader, folder.File("Gadgetbridge", "no database at all")));

        Assert.Contains("holds no database of Gadgetbridge", failure.Message, StringComparison.Ordinal);
    }
}
