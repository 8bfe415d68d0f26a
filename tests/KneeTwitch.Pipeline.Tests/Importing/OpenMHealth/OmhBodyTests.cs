using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.OpenMHealth;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.OpenMHealth.DataPoints;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.OpenMHealth;

public class OmhBodyTests
{
    private static readonly OmhExportReader Reader = new();

    [Theory]
    [InlineData("minutes-moderate-activity", "minutes_moderate_activity", 0.5, "h", Metric.ModerateMinutes, 30)]
    [InlineData("calories-burned", "kcal_burned", 160, "kcal", Metric.ActiveEnergyKcal, 160)]
    [InlineData("heart-rate", "heart_rate", 64, "beats/min", Metric.HeartRateBpm, 64)]
    [InlineData("oxygen-saturation", "oxygen_saturation", 97, "%", Metric.OxygenSaturationPercent, 97)]
    [InlineData("respiratory-rate", "respiratory_rate", 14, "breaths/min", Metric.RespiratoryRatePerMinute, 14)]
    [InlineData("body-weight", "body_weight", 150, "lb", Metric.BodyMassKg, 68.0389)]
    [InlineData("body-height", "body_height", 70, "in", Metric.HeightCm, 177.8)]
    [InlineData("body-temperature", "body_temperature", 98.6, "F", Metric.BodyTemperatureC, 37)]
    [InlineData("body-fat-percentage", "body_fat_percentage", 18, "%", Metric.BodyFatPercent, 18)]
    [InlineData("blood-glucose", "blood_glucose", 5, "mmol/L", Metric.BloodGlucoseMgPerDl, 90.0779)]
    public async Task Measures_have_a_value_and_a_unit(string schema, string field, double value, string unit, Metric metric, double expected)
    {
        var result = await OfAsync(Reader, ("a.json", Point(schema, FormattableString.Invariant($"\"{field}\":{{\"value\":{value},\"unit\":\"{unit}\"}},{Hour}"))));

        Assert.Equal(expected, result.Only(metric), 3);
    }

    [Theory]
    [InlineData("1.0", "6000")]
    [InlineData("2.0", "6000")]
    [InlineData("3.0", "{\"value\":6000,\"unit\":\"steps\"}")]
    public async Task Steps_are_a_number_or_since_the_third_version_an_amount(string version, string count) =>
        Assert.Equal(6_000, (await OfAsync(Reader, ("a.json", Point("step-count", $"\"step_count\":{count},{Hour}", version)))).Only(Metric.Steps));

    [Theory]
    [InlineData("step-count", "\"step_count\":\"6000\"", "a value that is not a number")]
    [InlineData("heart-rate", "\"heart_rate\":{\"value\":\"60\",\"unit\":\"beats/min\"}", "a value that is not a number")]
    [InlineData("heart-rate", "\"heart_rate\":{\"value\":60,\"unit\":\"beat/min\"}", "the unit 'beat/min' is none of the schema")]
    [InlineData("sleep-duration", "\"sleep_duration\":{\"value\":24000,\"unit\":\"s\"}", "the unit 's' is none of the schema")]
    [InlineData("physical-activity", "\"activity_name\":\"walking\",\"distance\":{\"value\":3.2,\"unit\":\"miles\"}", "the unit 'miles' is none of the schema")]
    [InlineData("oxygen-saturation", "\"oxygen_saturation\":{\"value\":95,\"unit\":\"%\"},\"supplemental_oxygen_flow_rate\":{\"value\":2,\"unit\":\"dL/min\"}", "the unit 'dL/min' is none of the schema")]
    [InlineData("physical-activity", "\"activity_name\":\"walking\",\"reported_activity_intensity\":\"wild\"", "a word that the schema does not have")]
    [InlineData("heart-rate", "\"temporal_relationship_to_sleep\":\"dreaming\"", "a word that the schema does not have")]
    [InlineData("sleep-duration", "\"user_notes\":\"x\"", "a body without sleep_duration")]
    public async Task What_the_schema_does_not_allow_is_refused(string schema, string body, string reason) =>
        Assert.Equal([reason], (await OfAsync(Reader, ("a.json", Point(schema, $"{body},{Hour}")))).Reasons);

    [Theory]
    [InlineData("maximum", "d")]
    [InlineData("average", "d")]
    [InlineData("sum", "wk")]
    [InlineData("maximum", "session")]
    public async Task A_descriptive_statistic_is_never_added_to_a_count(string statistic, string denominator)
    {
        var months = Interval("\"start_date_time\":\"2026-02-05T07:00:00Z\",\"end_date_time\":\"2026-03-01T07:00:00Z\"");

        var result = await OfAsync(Reader, ("a.json", Point(
            "step-count", $"\"step_count\":20000,{months},\"descriptive_statistic\":\"{statistic}\",\"descriptive_statistic_denominator\":\"{denominator}\"", "2.0")));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
        Assert.Equal(1, result.Unread[$"statistics ({statistic}) of step-count"]);
    }

    [Fact]
    public async Task A_days_steps_are_the_sources_total_of_it()
    {
        var day = Interval("\"start_date_time\":\"2026-03-10T00:00:00Z\",\"duration\":{\"value\":1,\"unit\":\"d\"}");

        var result = await OfAsync(Reader, ("a.json", Point("step-count", $"\"step_count\":8000,{day}", "2.0")));

        Assert.Equal((8_000, Utc("2026-03-10 00:00")), (result.Only(Metric.VendorSteps), result.Readings[0].Start));
    }

    [Fact]
    public async Task Beat_intervals_and_speeds_are_known_and_left()
    {
        var result = await OfAsync(Reader, ("a.ndjson", $"{Point("rr-interval", $"\"rr_interval\":{{\"value\":800,\"unit\":\"ms\"}},{Morning}")}\n{Point("speed", $"\"speed\":{{\"value\":2,\"unit\":\"m/s\"}},{Morning}", id: "2")}"));

        Assert.Empty(result.Readings);
        Assert.Equal(2, result.Unread.Count);
    }

    [Fact]
    public async Task Blood_pressure_is_two_readings()
    {
        var result = await OfAsync(Reader, ("a.json", Point(
            "blood-pressure", $"\"systolic_blood_pressure\":{{\"value\":121,\"unit\":\"mmHg\"}},\"diastolic_blood_pressure\":{{\"value\":79,\"unit\":\"mmHg\"}},{Morning}")));

        Assert.Equal((121, 79), (result.Only(Metric.SystolicMmhg), result.Only(Metric.DiastolicMmhg)));
    }

    [Fact]
    public async Task An_activity_of_a_morning_is_no_workout_of_six_hours()
    {
        var result = await OfAsync(Reader, ("a.json", Point(
            "physical-activity", $"\"activity_name\":\"walking\",\"distance\":{{\"value\":1.5,\"unit\":\"mi\"}},{Interval("\"date\":\"2026-03-10\",\"part_of_day\":\"morning\"")}")));

        Assert.Equal(2_414.016, result.Only(Metric.DistanceM), 3);
        Assert.Single(result.Readings);
        Assert.Equal(1, result.Unread["the hour of what only names a part of its day"]);
    }

    [Fact]
    public async Task Energy_of_an_activity_and_of_its_workout_are_never_added()
    {
        var result = await OfAsync(Reader, ("a.ndjson", string.Join(
            '\n',
            Point("physical-activity", $"\"activity_name\":\"running\",\"kcal_burned\":{{\"value\":160,\"unit\":\"kcal\"}},{Hour}"),
            Point("calories-burned", $"\"activity_name\":\"running\",\"kcal_burned\":{{\"value\":160,\"unit\":\"kcal\"}},{Hour}", id: "2"))));

        Assert.Equal((160, 160), (result.Only(Metric.ActiveEnergyKcal), result.Only(Metric.WorkoutEnergyKcal)));
    }

    [Fact]
    public async Task A_length_of_sleep_may_be_shorter_than_its_frame()
    {
        var result = await OfAsync(Reader, ("a.json", Point("sleep-duration", $"\"sleep_duration\":{{\"value\":6,\"unit\":\"h\"}},{Night}")));

        Assert.Equal((360, 360, 480), (result.Only(Metric.VendorSleepMinutes), result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.InBed)));
    }

    [Fact]
    public async Task A_length_of_sleep_that_its_frame_cannot_hold_is_only_a_sum()
    {
        var result = await OfAsync(Reader, ("a.json", Point("sleep-duration", $"\"sleep_duration\":{{\"value\":16,\"unit\":\"h\"}},{Night}")));

        Assert.Equal(960, result.Only(Metric.VendorSleepMinutes));
        Assert.Single(result.Readings);
    }

    [Fact]
    public async Task Of_a_night_told_twice_the_episode_wins()
    {
        var result = await OfAsync(Reader, ("a.ndjson", string.Join(
            '\n',
            Point("total-sleep-time", $"\"total_sleep_time\":{{\"value\":400,\"unit\":\"min\"}},{Night}"),
            Point("sleep-episode", $"{Night},\"total_sleep_time\":{{\"value\":420,\"unit\":\"min\"}},\"latency_to_sleep_onset\":{{\"value\":15,\"unit\":\"min\"}},\"wake_after_sleep_onset\":{{\"value\":30,\"unit\":\"min\"}}", "1.1", id: "2"))));

        Assert.Equal((420, 420, 45), (result.Only(Metric.VendorSleepMinutes), result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.Awake)));
        Assert.Equal(1, result.Unread["lengths of sleep that an episode tells as well"]);
    }

    [Fact]
    public async Task HealthKits_samples_are_read_by_HealthKits_names()
    {
        var result = await OfAsync(Reader, ("a.ndjson", string.Join(
            '\n',
            Hk("hk-quantity-sample", $"\"quantity_type\":\"HKQuantityTypeIdentifierStepCount\",\"count\":500,{Hour}", "1"),
            Hk("hk-quantity-sample", $"\"quantity_type\":\"HKQuantityTypeIdentifierOxygenSaturation\",\"unit_value\":{{\"value\":0.97,\"unit\":\"%\"}},{Morning}", "2"),
            Hk("hk-quantity-sample", $"\"quantity_type\":\"HKQuantityTypeIdentifierNikeFuel\",\"count\":500,{Hour}", "3"),
            Hk("hk-category-sample", $"\"category_type\":\"HKCategoryTypeIdentifierSleepAnalysis\",\"category_value\":\"InBed\",{Hour}", "4"),
            Hk("hk-correlation", $"\"correlation_type\":\"HKCorrelationTypeIdentifierBloodPressure\",\"quantity_samples\":[{{\"quantity_type\":\"HKQuantityTypeIdentifierBloodPressureSystolic\",\"unit_value\":{{\"value\":121,\"unit\":\"mmHg\"}}}}],\"category_samples\":[],{Morning}", "5"),
            Hk("hk-workout", $"\"activity_name\":\"HKWorkoutActivityTypeCycling\",\"duration\":{{\"value\":50,\"unit\":\"min\"}},{Hour}", "6"))));

        Assert.Empty(result.Reasons);
        Assert.Equal((500, 97, 121), (result.Only(Metric.Steps), result.Only(Metric.OxygenSaturationPercent), result.Only(Metric.SystolicMmhg)));
        Assert.Equal((60, 50, (double)Sport.Cycle), (result.Minutes(SleepStage.InBed), result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutSport)));
        Assert.Equal(1, result.Unread["HealthKit's NikeFuel"]);
    }

    [Theory]
    [InlineData("hk-quantity-sample", "\"quantity_type\":\"HKQuantityTypeIdentifierStepCount\",\"count\":5,\"unit_value\":{\"value\":5,\"unit\":\"count\"}", "a sample with a value and a count, or with neither")]
    [InlineData("hk-quantity-sample", "\"quantity_type\":\"HKQuantityTypeIdentifierMadeUp\",\"count\":5", "a type that HealthKit does not have")]
    [InlineData("hk-quantity-sample", "\"count\":5", "a sample without a quantity type")]
    [InlineData("hk-category-sample", "\"category_type\":\"HKCategoryTypeIdentifierSleepAnalysis\",\"category_value\":2", "a category that is no word")]
    [InlineData("hk-category-sample", "\"category_type\":\"HKQuantityTypeIdentifierBodyMass\",\"category_value\":\"InBed\"", "a sample without a category type")]
    [InlineData("hk-category-sample", "\"category_type\":\"HKCategoryTypeIdentifierSleepAnalysis\",\"category_value\":\"InBed\",\"metadata\":[{\"ke\":\"a\",\"value\":1}]", "metadata without a key or a value")]
    [InlineData("hk-correlation", "\"correlation_type\":\"X\",\"quantity_samples\":[],\"category_samples\":[]", "a correlation without a type or samples")]
    public async Task HealthKits_samples_that_are_none_are_refused(string schema, string body, string reason) =>
        Assert.Equal([reason], (await OfAsync(Reader, ("a.json", Hk(schema, $"{body},{Hour}", "1")))).Reasons);

    private static string Hk(string schema, string body, string id) => Point(schema, body, id: id, space: "granola");
}
