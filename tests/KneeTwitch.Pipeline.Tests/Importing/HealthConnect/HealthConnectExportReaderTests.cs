using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.HealthConnect;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.HealthConnect;

public sealed class HealthConnectExportReaderTests : IDisposable
{
    private static readonly HealthConnectExportReader Reader = new();
    private readonly ExportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Times_are_milliseconds_whatever_their_size_and_the_offset_does_not_move_them()
    {
        var result = await new HealthConnectExport()
            .Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 700, offset: -18_000)
            .Interval("steps_record_table", "1972-01-01 00:00", "1972-01-01 00:10", "count", 1)
            .ReadAsync();

        var steps = Assert.Single(result.Of(Metric.Steps));
        Assert.Equal((Utc("2026-03-10 08:00"), Utc("2026-03-10 08:10"), 700), (steps.Start, steps.End, steps.Value));
        Assert.Equal(["a date before 1990"], result.Reasons);
    }

    [Theory]
    [InlineData("active_calories_burned_record_table", "energy", 250_000, Metric.ActiveEnergyKcal, 250)]
    [InlineData("distance_record_table", "distance", 1_234.5, Metric.DistanceM, 1_234.5)]
    [InlineData("floors_climbed_record_table", "floors", 3, Metric.FlightsClimbed, 3)]
    [InlineData("hydration_record_table", "volume", 0.25, Metric.WaterMl, 250)]
    [InlineData("nutrition_record_table", "energy", 520_000, Metric.DietaryEnergyKcal, 520)]
    [InlineData("nutrition_record_table", "caffeine", 0.08, Metric.CaffeineMg, 80)]
    [InlineData("nutrition_record_table", "magnesium", 0.3, Metric.MagnesiumMg, 300)]
    [InlineData("nutrition_record_table", "potassium", 2.5, Metric.PotassiumMg, 2_500)]
    [InlineData("nutrition_record_table", "vitamin_b12", 0.0000024, Metric.VitaminB12Mcg, 2.4)]
    [InlineData("nutrition_record_table", "protein", 31, Metric.ProteinG, 31)]
    public async Task Intervals_come_in_the_databases_units(string table, string column, double value, Metric metric, double expected)
    {
        var result = await new HealthConnectExport().Interval(table, "2026-03-10 08:00", "2026-03-10 08:10", column, value).ReadAsync();

        Assert.Equal(expected, result.Only(metric), 6);
        Assert.Empty(result.Reasons);
    }

    [Theory]
    [InlineData("weight_record_table", "weight", 71_500, Metric.BodyMassKg, 71.5)]
    [InlineData("height_record_table", "height", 1.81, Metric.HeightCm, 181)]
    [InlineData("body_fat_record_table", "percentage", 10, Metric.BodyFatPercent, 10)]
    [InlineData("blood_glucose_record_table", "level", 5, Metric.BloodGlucoseMgPerDl, 90.0779)]
    [InlineData("resting_heart_rate_record_table", "beats_per_minute", 52, Metric.RestingHeartRateBpm, 52)]
    [InlineData("oxygen_saturation_record_table", "percentage", 97, Metric.OxygenSaturationPercent, 97)]
    [InlineData("respiratory_rate_record_table", "rate", 14, Metric.RespiratoryRatePerMinute, 14)]
    [InlineData("body_temperature_record_table", "temperature", 36.6, Metric.BodyTemperatureC, 36.6)]
    [InlineData("vo2_max_record_table", "vo2_milliliters_per_minute_kilogram", 41, Metric.Vo2MaxMlPerKgMinute, 41)]
    public async Task Measurements_come_in_the_databases_units(string table, string column, double value, Metric metric, double expected)
    {
        var result = await new HealthConnectExport().Instant(table, "2026-03-10 08:00", column, value).ReadAsync();

        Assert.Equal(expected, result.Only(metric), 3);
    }

    [Fact]
    public async Task Its_variability_is_rmssd_and_never_sdnn()
    {
        var result = await new HealthConnectExport().Instant("heart_rate_variability_rmssd_record_table", "2026-03-10 03:00", "heart_rate_variability_millis", 42.5).ReadAsync();

        Assert.Equal(42.5, result.Only(Metric.HrvRmssdMs));
        Assert.Empty(result.Of(Metric.HrvSdnnMs));
    }

    [Fact]
    public async Task A_nutrient_of_zero_or_null_was_not_given()
    {
        var result = await new HealthConnectExport().Interval("nutrition_record_table", "2026-03-10 08:00", "2026-03-10 08:01", "caffeine, magnesium, energy", "0.08, 0, null").ReadAsync();

        Assert.Equal([Metric.CaffeineMg], result.Readings.Select(reading => reading.Metric));
    }

    [Fact]
    public async Task What_an_app_drank_in_a_whole_day_is_its_total_of_the_day_by_the_records_own_offset()
    {
        var result = await new HealthConnectExport()
            .Interval("hydration_record_table", "2026-03-10 05:00", "2026-03-11 04:59", "volume", 1.5, offset: -18_000)
            .Interval("hydration_record_table", "2026-03-10 15:00", "2026-03-10 15:00", "volume", 0.3, offset: -18_000)
            .ReadAsync();

        Assert.Equal((Utc("2026-03-10 00:00"), 1_500d), (result.Of(Metric.VendorWaterMl)[0].Start, result.Only(Metric.VendorWaterMl)));
        Assert.Equal(300, result.Only(Metric.WaterMl));
    }

    [Fact]
    public async Task An_offset_of_zero_of_an_app_that_never_gave_one_is_no_offset()
    {
        var never = await new HealthConnectExport().Interval("hydration_record_table", "2026-03-09 23:00", "2026-03-10 22:59", "volume", 1.5, offset: 0).ReadAsync();
        var knows = await new HealthConnectExport()
            .Interval("hydration_record_table", "2026-03-09 23:30", "2026-03-10 23:29", "volume", 1.5, offset: 0)
            .Interval("hydration_record_table", "2026-03-11 23:00", "2026-03-11 23:01", "volume", 0.2, offset: 3_600)
            .ReadAsync();

        Assert.Equal(Utc("2026-03-10 00:00"), never.Of(Metric.VendorWaterMl)[0].Start);
        Assert.Equal(Utc("2026-03-09 00:00"), knows.Of(Metric.VendorWaterMl)[0].Start);
    }

    [Fact]
    public async Task Each_app_on_each_device_is_a_source_and_what_was_typed_is_one_more()
    {
        var result = await new HealthConnectExport()
            .Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 700)
            .Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 650, device: 2)
            .Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 710, app: 2, device: null)
            .Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 999, method: 3)
            .Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 5, app: 77, device: 77)
            .ReadAsync();

        Assert.Equal(
            [
                ("Health Connect Stepper (Acme Watch 5), typed in", SourceKind.Manual), ("Health Connect Stepper (google Pixel4a)", SourceKind.Phone),
                ("Health Connect Stepper (Acme Watch 5)", SourceKind.Worn), ("Health Connect org.example.ring", SourceKind.App), ("Health Connect", SourceKind.App),
            ],
            result.Readings.Select(reading => (reading.Source.Name, reading.Source.Kind)).OrderByDescending(source => source.Name.Length));
    }

    [Fact]
    public async Task A_scale_reports_through_its_app()
    {
        var result = await new HealthConnectExport().Instant("weight_record_table", "2026-03-10 07:00", "weight", 70_000, device: 3).ReadAsync();

        Assert.Equal(("Health Connect Stepper (Acme Scale)", SourceKind.App), (result.Readings[0].Source.Name, result.Readings[0].Source.Kind));
    }

    [Fact]
    public async Task Steps_of_a_whole_day_that_are_told_again_in_parts_count_once()
    {
        var result = await new HealthConnectExport()
            .Interval("steps_record_table", "2026-03-10 09:00", "2026-03-10 10:00", "count", 3_000)
            .Interval("steps_record_table", "2026-03-09 23:00", "2026-03-10 22:59", "count", 5_000)
            .Interval("steps_record_table", "2026-03-10 15:00", "2026-03-10 16:00", "count", 1_900)
            .ReadAsync();

        Assert.Equal(4_900, result.Sum(Metric.Steps));
        Assert.Equal(1, result.Unread["steps_record_table: told twice by one app, in long and in short intervals"]);
    }

    [Fact]
    public async Task A_whole_day_of_which_only_a_little_is_told_again_stays_whole()
    {
        var result = await new HealthConnectExport()
            .Interval("steps_record_table", "2026-03-09 23:00", "2026-03-10 22:59", "count", 5_000)
            .Interval("steps_record_table", "2026-03-10 09:00", "2026-03-10 10:00", "count", 300)
            .ReadAsync();

        Assert.Equal(5_000, result.Only(Metric.Steps));
    }

    [Fact]
    public async Task A_day_in_hours_in_minutes_counts_once()
    {
        var export = new HealthConnectExport().Interval("steps_record_table", "2026-03-10 00:00", "2026-03-10 23:59", "count", 1_200);
        export.Interval("steps_record_table", "2026-03-10 09:00", "2026-03-10 10:00", "count", 1_200);
        for (var minute = 0; minute < 10; minute++)
        {
            export.Interval("steps_record_table", $"2026-03-10 09:0{minute}", $"2026-03-10 09:0{minute}:59", "count", 120);
        }

        Assert.Equal((10, 1_200), ((await export.ReadAsync()).Of(Metric.Steps).Count, (await export.ReadAsync()).Sum(Metric.Steps)));
    }

    [Fact]
    public async Task Steps_of_two_sources_never_set_each_other_aside()
    {
        var result = await new HealthConnectExport()
            .Interval("steps_record_table", "2026-03-09 23:00", "2026-03-10 22:59", "count", 5_000)
            .Interval("steps_record_table", "2026-03-10 09:00", "2026-03-10 10:00", "count", 4_000, device: 2)
            .ReadAsync();

        Assert.Equal(9_000, result.Sum(Metric.Steps));
    }

    [Fact]
    public async Task Steps_over_midnight_stay_one_interval_for_the_days_to_share()
    {
        var result = await new HealthConnectExport().Interval("steps_record_table", "2026-03-09 22:00", "2026-03-10 02:00", "count", 400).ReadAsync();

        Assert.Equal(TimeSpan.FromHours(4), result.Of(Metric.Steps)[0].End - result.Of(Metric.Steps)[0].Start);
    }

    [Fact]
    public async Task Total_energy_holds_the_active_one_and_is_left()
    {
        var result = await new HealthConnectExport()
            .Interval("active_calories_burned_record_table", "2026-03-10 08:00", "2026-03-10 09:00", "energy", 200_000)
            .Interval("total_calories_burned_record_table", "2026-03-10 08:00", "2026-03-10 09:00", "energy", 280_000)
            .Instant("basal_metabolic_rate_record_table", "2026-03-10 08:00", "basal_metabolic_rate", 80)
            .ReadAsync();

        Assert.Equal(200, result.Only(Metric.ActiveEnergyKcal));
        Assert.Equal(1, result.Unread["total_calories_burned_record_table: rest and activity in one number"]);
        Assert.Equal(1, result.Unread["basal_metabolic_rate_record_table: a rate, not what was burned"]);
    }

    [Fact]
    public async Task A_pulse_comes_point_by_point_with_the_source_of_its_record()
    {
        var result = await new HealthConnectExport()
            .Interval("heart_rate_record_table", "2026-03-10 08:00", "2026-03-10 08:10", device: 2)
            .Pulse(1, "2026-03-10 08:01", 61).Pulse(1, "2026-03-10 08:02", 0).Pulse(1, "2026-03-10 08:03", 63).Pulse(99, "2026-03-10 08:04", 64)
            .ReadAsync();

        Assert.Equal([(61, SourceKind.Phone), (63, SourceKind.Phone), (64, SourceKind.App)], result.Of(Metric.HeartRateBpm).Select(reading => ((int)reading.Value, reading.Source.Kind)));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task What_a_reader_does_not_know_is_named_and_counted_and_housekeeping_is_not()
    {
        var result = await new HealthConnectExport()
            .Sql("create table medical_resource_table (row_id integer primary key, data text); insert into medical_resource_table values (1, '{}'), (2, '{}');")
            .Sql("create table health_data_category_priority_table (row_id integer primary key, health_data_category integer, app_id_priority_order text); insert into health_data_category_priority_table values (1, 1, '2,1');")
            .Sql("create table \"drop table; \"\" x\" (a); insert into \"drop table; \"\" x\" values (1);")
            .Sql("create table speed_record_table (parent_key integer, speed real, epoch_millis integer);")
            .ReadAsync();

        Assert.Equal(
            [("health_data_category_priority_table: the order of apps is not taken over, set it with 'sources'", 1), ("medical_resource_table", 2), ("tables with strange names", 1)],
            result.Unread.Select(unread => (unread.Key, unread.Value)).Order());
    }

    [Fact]
    public async Task A_later_schema_with_more_columns_and_an_older_one_with_fewer_are_read()
    {
        var result = await SqliteFixture.ReadAsync(
            Reader,
            $"""
            create table application_info_table (row_id integer primary key, package_name text);
            create table steps_record_table (start_time integer, end_time integer, count integer, brand_new text);
            insert into steps_record_table values ({HealthConnectExport.Ms("2026-03-10 08:00")}, {HealthConnectExport.Ms("2026-03-10 08:10")}, 700, 'x');
            create table STEPScadenceRecordTable (row_id integer primary key);
            """);

        Assert.Equal(700, result.Only(Metric.Steps));
    }

    [Fact]
    public async Task The_last_change_tells_when_the_export_was_made_unless_a_clock_was_wrong()
    {
        var result = await new HealthConnectExport()
            .Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 700, changed: "2026-03-11 07:00")
            .Instant("weight_record_table", "2026-03-12 07:00", "weight", 70_000, changed: "2026-03-12 07:01")
            .ReadAsync();
        var wrong = await new HealthConnectExport().Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 700, changed: "2099-01-01 00:00").ReadAsync();

        Assert.Equal((Utc("2026-03-12 07:01"), "9"), (result.Context.ExportedAt, result.Context.Facts.Version));
        Assert.Null(wrong.Context.Facts.ExportedAt);
    }

    [Fact]
    public async Task Of_two_snapshots_the_newer_ones_word_on_a_record_counts()
    {
        folder.File("Health Connect.db", new HealthConnectExport()
            .Instant("weight_record_table", "2026-03-10 07:00", "weight", 70_000, changed: "2026-03-10 07:00", uuid: 500)
            .Instant("weight_record_table", "2026-03-09 07:00", "weight", 69_000, changed: "2026-03-09 07:00", uuid: 501).Build());
        folder.File("Health Connect (1).db", new HealthConnectExport().Instant("weight_record_table", "2026-03-10 07:00", "weight", 71_000, changed: "2026-03-12 07:00", uuid: 500).Build());

        var result = await FromAsync(Reader, folder.Path);

        Assert.Equal([71, 69], result.Of(Metric.BodyMassKg).Select(reading => reading.Value));
    }

    [Fact]
    public async Task Mindful_sessions_and_guided_breathing_are_minutes_of_mindfulness()
    {
        var result = await new HealthConnectExport()
            .Interval("mindfulness_session_record_table", "2026-03-10 07:00", "2026-03-10 07:20", "type", 1)
            .Interval("exercise_session_record_table", "2026-03-10 09:00", "2026-03-10 09:05", "exercise_type", 17)
            .ReadAsync();

        Assert.Equal([20, 5], result.Of(Metric.MindfulMinutes).Select(reading => reading.Value));
        Assert.Empty(result.Of(Metric.WorkoutSport));
    }
}
