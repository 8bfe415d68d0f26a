using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Gadgetbridge;

public class GadgetbridgeNightsTests
{
    private const string Band = "MI_BAND_ACTIVITY_SAMPLE";
    private const string Columns = "RAW_INTENSITY, STEPS, RAW_KIND, HEART_RATE";
    private const string Huami = "HUAMI_EXTENDED_ACTIVITY_SAMPLE";
    private const string HuamiColumns = "STEPS, RAW_KIND, HEART_RATE, SLEEP, DEEP_SLEEP, REM_SLEEP";

    [Fact]
    public async Task A_bands_kind_is_its_low_four_bits_and_no_change_carries_the_kind_before()
    {
        var result = await new GadgetbridgeExport()
            .Minutes(Band, "2026-03-10 01:00", 60, Columns, "5, 0, 121, 55")
            .Minutes(Band, "2026-03-10 02:00", 30, Columns, "5, 0, 112, 55")
            .Minutes(Band, "2026-03-10 02:30", 30, Columns, "5, 0, 123, 55")
            .Minutes(Band, "2026-03-10 03:00", 10, Columns, "5, 0, 122, 55")
            .ReadAsync();

        Assert.Equal((130, 90, 40), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep)));
    }

    [Fact]
    public async Task The_first_mi_band_numbers_its_sleep_another_way()
    {
        var first = await new GadgetbridgeExport("MIBAND").Minutes(Band, "2026-03-10 01:00", 30, Columns, "5, 0, 4, -1").Minutes(Band, "2026-03-10 01:30", 30, Columns, "5, 0, 5, -1").ReadAsync();
        var later = await new GadgetbridgeExport("MIBAND2").Minutes(Band, "2026-03-10 01:00", 60, Columns, "5, 0, 4, -1").ReadAsync();

        Assert.Equal((30, 30), (first.Minutes(SleepStage.Deep), first.Minutes(SleepStage.Light)));
        Assert.Empty(later.Of(Metric.SleepStage));
    }

    [Fact]
    public async Task Within_sleep_huami_tells_rem_and_deep_by_two_more_columns()
    {
        var result = await new GadgetbridgeExport()
            .Minutes(Huami, "2026-03-10 01:00", 30, HuamiColumns, "0, 120, 55, 100, 10, 10")
            .Minutes(Huami, "2026-03-10 01:30", 20, HuamiColumns, "0, 120, 55, 100, 171, 128")
            .Minutes(Huami, "2026-03-10 01:50", 10, HuamiColumns, "0, 120, 55, 100, 100, 184")
            .Minutes(Huami, "2026-03-10 02:00", 10, HuamiColumns, "0, 115, -1, 0, 0, 0")
            .ReadAsync();

        Assert.Equal((60, 30, 20, 10), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem)));
    }

    [Fact]
    public async Task Up_to_an_hour_up_is_part_of_the_night_and_more_is_another_sleep()
    {
        var result = await new GadgetbridgeExport()
            .Minutes(Huami, "2026-03-10 01:00", 60, HuamiColumns, "0, 120, 55, 100, 10, 10")
            .Minutes(Huami, "2026-03-10 02:00", 45, HuamiColumns, "20, 1, 75, 0, 0, 0")
            .Minutes(Huami, "2026-03-10 02:45", 60, HuamiColumns, "0, 120, 55, 100, 10, 10")
            .Minutes(Huami, "2026-03-10 13:00", 30, HuamiColumns, "0, 120, 55, 100, 10, 10")
            .ReadAsync();

        var nights = result.Of(Metric.SleepStage).Where(stage => stage.Value == (double)SleepStage.InBed).ToList();
        Assert.Equal([165, 30], nights.Select(night => (night.End - night.Start).TotalMinutes));
        Assert.Equal(45, result.Minutes(SleepStage.Awake));
    }

    [Fact]
    public async Task Less_than_five_minutes_is_no_sleep()
    {
        var result = await new GadgetbridgeExport().Minutes(Huami, "2026-03-10 01:00", 4, HuamiColumns, "0, 120, 55, 100, 10, 10").ReadAsync();

        Assert.Empty(result.Of(Metric.SleepStage));
    }

    [Fact]
    public async Task Simple_devices_use_the_apps_own_kinds()
    {
        var result = await new GadgetbridgeExport()
            .Minutes("BANGLE_JSACTIVITY_SAMPLE", "2026-03-10 01:00", 30, Columns, "0, 0, 2, 55")
            .Minutes("BANGLE_JSACTIVITY_SAMPLE", "2026-03-10 01:30", 30, Columns, "0, 0, 4, 55")
            .Minutes("BANGLE_JSACTIVITY_SAMPLE", "2026-03-10 02:00", 30, Columns, "0, 0, 16777216, 55")
            .ReadAsync();

        Assert.Equal((30, 30, 30), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem)));
    }

    [Fact]
    public async Task A_xiaomi_stage_begins_at_its_time_lasts_until_the_next_and_the_minutes_do_not_repeat_the_night()
    {
        var result = await new GadgetbridgeExport()
            .Minutes("XIAOMI_ACTIVITY_SAMPLE", "2026-03-10 01:00", 30, "STEPS, RAW_KIND, HEART_RATE, STRESS, SPO2", "0, 2, 55, 20, 96")
            .Row("XIAOMI_SLEEP_TIME_SAMPLE", "2026-03-09 22:00", "WAKEUP_TIME, IS_AWAKE, TOTAL_DURATION", $"{GadgetbridgeExport.Ms("2026-03-10 05:00")}, 0, 420", isSeconds: false)
            .Row("XIAOMI_SLEEP_TIME_SAMPLE", "2026-03-09 22:05", "WAKEUP_TIME, IS_AWAKE, TOTAL_DURATION", $"{GadgetbridgeExport.Ms("2026-03-10 06:05")}, 1, 460", isSeconds: false)
            .Row("XIAOMI_SLEEP_STAGE_SAMPLE", "2026-03-09 22:05", "STAGE", "3", isSeconds: false)
            .Row("XIAOMI_SLEEP_STAGE_SAMPLE", "2026-03-10 01:05", "STAGE", "2", isSeconds: false)
            .Row("XIAOMI_SLEEP_STAGE_SAMPLE", "2026-03-10 02:05", "STAGE", "5", isSeconds: false)
            .Row("XIAOMI_SLEEP_STAGE_SAMPLE", "2026-03-10 03:25", "STAGE", "4", isSeconds: false)
            .ReadAsync();

        Assert.Equal(
            (480d, 180d, 60d, 80d, 160d),
            (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Awake), result.Minutes(SleepStage.Rem)));
        Assert.Equal((30, 30), (result.Of(Metric.VendorStressScore).Count, result.Of(Metric.OxygenSaturationPercent).Count));
    }

    [Fact]
    public async Task A_night_without_stages_has_its_sums()
    {
        var result = await new GadgetbridgeExport()
            .Row("XIAOMI_SLEEP_TIME_SAMPLE", "2026-03-09 22:00", "WAKEUP_TIME, DEEP_SLEEP_DURATION, LIGHT_SLEEP_DURATION, REM_SLEEP_DURATION, AWAKE_DURATION", $"{GadgetbridgeExport.Ms("2026-03-10 06:00")}, 100, 250, 90, 40", isSeconds: false)
            .ReadAsync();

        Assert.Equal((480, 100, 250, 90, 40), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
    }

    [Fact]
    public async Task A_garmin_stage_ends_at_its_time_and_an_event_tells_when_the_night_began()
    {
        var result = await new GadgetbridgeExport()
            .Row("GARMIN_EVENT_SAMPLE", "2026-03-09 22:00", "EVENT, EVENT_TYPE, DATA", "74, 0, 0", isSeconds: false)
            .Row("GARMIN_EVENT_SAMPLE", "2026-03-10 05:00", "EVENT, EVENT_TYPE, DATA", "74, 1, 0", isSeconds: false)
            .Row("GARMIN_EVENT_SAMPLE", "2026-03-10 05:01", "EVENT, EVENT_TYPE, DATA", "3, 1, 0", isSeconds: false)
            .Row("GARMIN_SLEEP_STAGE_SAMPLE", "2026-03-10 01:00", "STAGE", "2", isSeconds: false)
            .Row("GARMIN_SLEEP_STAGE_SAMPLE", "2026-03-10 02:00", "STAGE", "3", isSeconds: false)
            .Row("GARMIN_SLEEP_STAGE_SAMPLE", "2026-03-10 03:30", "STAGE", "1", isSeconds: false)
            .Row("GARMIN_SLEEP_STAGE_SAMPLE", "2026-03-10 05:00", "STAGE", "4", isSeconds: false)
            .ReadAsync();

        Assert.Equal((Utc("2026-03-09 22:00"), Utc("2026-03-10 05:00")), (result.Of(Metric.SleepStage)[0].Start, result.Of(Metric.SleepStage)[0].End));
        Assert.Equal((180, 60, 90, 90), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Awake), result.Minutes(SleepStage.Rem)));
    }

    [Theory]
    [InlineData("CMF_SLEEP_STAGE_SAMPLE", "CMF_SLEEP_SESSION_SAMPLE", "3600", 1, 2, 3)]
    [InlineData("COLMI_SLEEP_STAGE_SAMPLE", "COLMI_SLEEP_SESSION_SAMPLE", "60", 3, 2, 4)]
    public async Task Stages_with_a_duration_have_it_in_seconds_or_in_minutes(string stages, string sessions, string hour, int deep, int light, int rem)
    {
        var result = await new GadgetbridgeExport()
            .Row(sessions, "2026-03-10 00:50", "WAKEUP_TIME", $"{GadgetbridgeExport.Ms("2026-03-10 04:10")}", isSeconds: false)
            .Row(stages, "2026-03-10 01:00", "DURATION, STAGE", $"{hour}, {light}", isSeconds: false)
            .Row(stages, "2026-03-10 02:00", "DURATION, STAGE", $"{hour}, {deep}", isSeconds: false)
            .Row(stages, "2026-03-10 03:00", "DURATION, STAGE", $"{hour}, {rem}", isSeconds: false)
            .ReadAsync();

        Assert.Equal((200, 60, 60, 60, 20), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
    }

    [Fact]
    public async Task Of_huaweis_pairs_only_the_row_that_looks_ahead_is_read()
    {
        var result = await new GadgetbridgeExport()
            .Sql("create table HUAWEI_ACTIVITY_SAMPLE (TIMESTAMP integer, DEVICE_ID integer, USER_ID integer, OTHER_TIMESTAMP integer, SOURCE integer, RAW_KIND integer, STEPS integer, CALORIES integer, DISTANCE integer, HEART_RATE integer, SPO integer);")
            .Sql(Pair("2026-03-10 08:00", "2026-03-10 08:10", 0x0b, "-1, 900, 40, 640, -1, -1"))
            .Sql(Pair("2026-03-10 01:00", "2026-03-10 02:00", 0x0d, "6, -1, -1, -1, -1, -1"))
            .Sql(Pair("2026-03-10 02:00", "2026-03-10 03:00", 0x0d, "7, -1, -1, -1, -1, -1"))
            .Sql(Pair("2026-03-10 03:00", "2026-03-10 03:30", 0x0a, "8, -1, -1, -1, 57, 95"))
            .ReadAsync();

        Assert.Equal((900d, 640d, 40d), (result.Only(Metric.Steps), result.Only(Metric.DistanceM), result.Only(Metric.ActiveEnergyKcal)));
        Assert.Equal((150, 60, 60, 30), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem)));
        Assert.Equal((57, 95), (result.Only(Metric.HeartRateBpm), result.Only(Metric.OxygenSaturationPercent)));
    }

    [Fact]
    public async Task Pebbles_deep_sleep_lies_inside_its_sleep_and_is_cut_out_of_it()
    {
        var result = await new GadgetbridgeExport()
            .Sql("create table PEBBLE_HEALTH_ACTIVITY_OVERLAY (TIMESTAMP_FROM integer, TIMESTAMP_TO integer, RAW_KIND integer, DEVICE_ID integer, USER_ID integer);")
            .Sql(Overlay("2026-03-09 22:00", "2026-03-10 06:00", 1))
            .Sql(Overlay("2026-03-10 00:00", "2026-03-10 01:30", 2))
            .Sql(Overlay("2026-03-10 03:00", "2026-03-10 03:30", 2))
            .Sql(Overlay("2026-03-10 13:00", "2026-03-10 13:40", 3))
            .Sql(Overlay("2026-03-10 15:00", "2026-03-10 15:40", 5))
            .ReadAsync();

        Assert.Equal((520, 400, 120), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep)));
    }

    private static string Pair(string from, string to, int source, string rest)
    {
        var (start, end) = (GadgetbridgeExport.Seconds(from), GadgetbridgeExport.Seconds(to));
        return $"insert into HUAWEI_ACTIVITY_SAMPLE values ({start}, 1, 1, {end}, {source}, {rest}), ({end}, 1, 1, {start}, {source}, {rest});";
    }

    private static string Overlay(string from, string to, int kind) =>
        $"insert into PEBBLE_HEALTH_ACTIVITY_OVERLAY values ({GadgetbridgeExport.Seconds(from)}, {GadgetbridgeExport.Seconds(to)}, {kind}, 1, 1);";
}
