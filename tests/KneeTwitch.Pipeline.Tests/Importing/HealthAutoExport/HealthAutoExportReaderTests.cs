using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.HealthAutoExport;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.HealthAutoExport;

public class HealthAutoExportReaderTests
{
    private static readonly HealthAutoExportReader Reader = new();

    [Fact]
    public async Task A_payload_is_read_as_a_whole()
    {
        var result = await FromAsync(Reader, Sample("HealthAutoExport", "payload.json"));

        Assert.Empty(result.Reasons);
        Assert.Equal(700, result.Sum(Metric.Steps));
        Assert.Equal(64, result.Of(Metric.HeartRateBpm)[0].Value);
        Assert.Equal(1, result.Unread["metric handwashing"]);
        Assert.Equal(1, result.Unread["states of mind"]);
    }

    [Theory]
    [InlineData("{\"data\":{\"workouts\":[]}}", Certainty.Sure)]
    [InlineData("{\"data\":{}}", Certainty.Sure)]
    [InlineData("{\"data\":{},\"workouts\":[]}", Certainty.Sure)]
    [InlineData("{\"data\":[]}", Certainty.No)]
    [InlineData("{\"data\":{\"other\":[]}}", Certainty.No)]
    public async Task It_is_known_by_its_arrays(string json, Certainty certainty) =>
        Assert.Equal(certainty, (await RecognizeAsync(Reader, ("a.json", json))).Certainty);

    [Fact]
    public async Task An_empty_post_is_a_heart_beat_and_no_failure()
    {
        var result = await OfAsync(Reader, ("a.json", "{\"data\":{}}"));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Packed_sync_files_are_refused_with_what_to_do()
    {
        var failure = await Assert.ThrowsAsync<ExportFormatException>(() => OfAsync(Reader, ("HealthMetrics/Heart Rate/20260310.hae", "bvx2....")));

        Assert.Contains("LZFSE", failure.Message, StringComparison.Ordinal);
        Assert.Contains("Export JSON", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hours_are_intervals_and_the_one_that_still_runs_is_left_for_the_next_export()
    {
        var result = await MetricAsync("step_count", "count", """{"date":"2026-04-02 00:00:00 +0200","qty":100},{"date":"2026-04-02 01:00:00 +0200","qty":30},{"date":"2026-04-02 02:00:00 +0200","qty":5}""");

        Assert.Equal([100, 30], result.Of(Metric.Steps).Select(steps => steps.Value));
        Assert.Equal(TimeSpan.FromHours(1), result.Of(Metric.Steps)[0].End - result.Of(Metric.Steps)[0].Start);
        Assert.Equal(1, result.Unread["periods that were not over"]);
    }

    [Fact]
    public async Task Totals_of_days_are_the_vendors_and_never_added_to_minutes()
    {
        var result = await OfAsync(
            Reader,
            ("days.json", Payload("step_count", "count", """{"date":"2026-03-09 00:00:00 +0100","qty":9000},{"date":"2026-03-10 00:00:00 +0100","qty":8000}""")),
            ("minutes.json", Payload("step_count", "count", """{"date":"2026-03-10 09:01:00 +0100","qty":40},{"date":"2026-03-10 09:02:00 +0100","qty":50}""")));

        Assert.Equal([9_000, 8_000], result.Of(Metric.VendorSteps).Select(total => total.Value));
        Assert.Equal(Utc("2026-03-09 00:00"), result.Of(Metric.VendorSteps)[0].Start);
        Assert.Equal(90, result.Sum(Metric.Steps));
    }

    [Fact]
    public async Task Totals_of_weeks_are_no_totals_of_days()
    {
        var result = await MetricAsync(
            "step_count", "count", """{"date":"2026-03-02 00:00:00 +0100","qty":60000},{"date":"2026-03-09 00:00:00 +0100","qty":61000},{"date":"2026-03-16 00:00:00 +0100","qty":62000}""");

        Assert.Empty(result.Readings);
        Assert.Equal(3, result.Unread["totals of weeks or longer of step_count"]);
    }

    [Fact]
    public async Task An_average_of_a_day_is_no_beat_but_a_resting_pulse_is_one_a_day()
    {
        const string Days = """{"date":"2026-03-09 00:00:00 +0100","qty":60,"Avg":60},{"date":"2026-03-10 00:00:00 +0100","qty":61,"Avg":61}""";

        Assert.Empty((await MetricAsync("heart_rate", "bpm", Days)).Readings);
        Assert.Equal(2, (await MetricAsync("resting_heart_rate", "count/min", Days)).Of(Metric.RestingHeartRateBpm).Count);
    }

    [Theory]
    [InlineData("dietary_water", "fl_oz_us", 8, Metric.WaterMl, 236.588)]
    [InlineData("water", "mL", 250, Metric.WaterMl, 250)]
    [InlineData("active_energy", "kJ", 418.4, Metric.ActiveEnergyKcal, 100)]
    [InlineData("walking_speed", "mi/hr", 3, Metric.WalkingSpeedMps, 1.34112)]
    [InlineData("walking_speed", "mph", 3, Metric.WalkingSpeedMps, 1.34112)]
    [InlineData("walking_step_length", "in", 27, Metric.WalkingStepLengthCm, 68.58)]
    [InlineData("weight_body_mass", "lb", 150, Metric.BodyMassKg, 68.0389)]
    [InlineData("body_temperature", "degF", 98.6, Metric.BodyTemperatureC, 37)]
    [InlineData("dietary_caffeine", "mg", 80, Metric.CaffeineMg, 80)]
    [InlineData("caffeine", "mg", 80, Metric.CaffeineMg, 80)]
    [InlineData("carbs", "g", 30, Metric.CarbohydratesG, 30)]
    [InlineData("heart_rate_variability", "ms", 42, Metric.HrvSdnnMs, 42)]
    [InlineData("mindful_minutes", "min", 10, Metric.MindfulMinutes, 10)]
    [InlineData("blood_glucose", "mg/dL", 95, Metric.BloodGlucoseMgPerDl, 95)]
    [InlineData("blood_glucose", "mmol/L", 5, Metric.BloodGlucoseMgPerDl, 90.078)]
    [InlineData("walking_running_distance", "km", 1.5, Metric.DistanceM, 1_500)]
    [InlineData("apple_walking_steadiness", "%", 93, Metric.WalkingSteadinessPercent, 93)]
    [InlineData("walking_double_support_percentage", "%", 28, Metric.DoubleSupportPercent, 28)]
    [InlineData("six_minute_walking_test_distance", "m", 520, Metric.SixMinuteWalkM, 520)]
    [InlineData("stair_speed_up", "ft/s", 1, Metric.StairAscentSpeedMps, 0.3048)]
    [InlineData("stair_speed_down", "m/s", 0.5, Metric.StairDescentSpeedMps, 0.5)]
    [InlineData("dietary_magnesium", "mg", 120, Metric.MagnesiumMg, 120)]
    [InlineData("potassium", "mg", 900, Metric.PotassiumMg, 900)]
    public async Task Units_follow_the_users_settings_and_names_the_apps_version(string name, string unit, double value, Metric metric, double expected)
    {
        var result = await MetricAsync(name, unit, FormattableString.Invariant($"{{\"date\":\"2026-03-10 09:01:07 +0100\",\"qty\":{value}}}"));

        Assert.Equal(expected, result.Only(metric), 3);
    }

    [Fact]
    public async Task An_unknown_unit_is_a_reject_and_no_guess() =>
        Assert.Equal(["the unit 'furlongs' is not known"], (await MetricAsync("walking_speed", "furlongs", """{"date":"2026-03-10 09:01:07 +0100","qty":3}""")).Reasons);

    [Theory]
    [InlineData("0.02", "0.05", 2)]
    [InlineData("0.5", "4", 0.5)]
    public async Task Percentages_are_fractions_where_none_of_the_batch_is_above_one(string first, string second, double expected)
    {
        var points = $$"""{"date":"2026-03-10 09:01:07 +0100","qty":{{first}}},{"date":"2026-03-10 10:01:07 +0100","qty":{{second}}}""";

        Assert.Equal(expected, (await MetricAsync("walking_asymmetry_percentage", "%", points)).Of(Metric.WalkingAsymmetryPercent)[0].Value, 6);
    }

    [Fact]
    public async Task Digits_grouped_by_a_locale_are_rejected() =>
        Assert.Equal(["a value that is not a number"], (await MetricAsync("step_count", "count", """{"date":"2026-03-10 09:01:07 +0100","qty":"808.742.334.249.947"}""")).Reasons);

    [Theory]
    [InlineData("2026-03-10 2:30:00 PM -0800")]
    [InlineData("2026-03-10 2:30:00\u202FPM -0800")]
    [InlineData("2026-03-10 14:30:00 -0800")]
    public async Task Clocks_of_12_and_of_24_hours_are_read(string date)
    {
        var result = await MetricAsync("step_count", "count", $$"""{"date":"{{date}}","qty":7}""");

        Assert.Equal(Utc("2026-03-10 22:30"), Assert.Single(result.Of(Metric.Steps)).Start);
    }

    [Theory]
    [InlineData("2569-03-10 14:30:00 +0700")]
    [InlineData("٢٠٢٦-03-10 14:30:00 +0300")]
    [InlineData("")]
    public async Task Other_calendars_and_digits_are_rejects(string date) =>
        Assert.Equal(["a date that cannot be read"], (await MetricAsync("step_count", "count", $$"""{"date":"{{date}}","qty":7}""")).Reasons);

    [Fact]
    public async Task A_name_that_comes_after_its_values_still_names_them()
    {
        var result = await OfAsync(Reader, ("a.json", """
            {"data":{"metrics":[
              {"data":[{"date":"2026-03-10 09:01:07 +0100","qty":7}],"units":"count","name":"step_count"},
              {"data":[{"date":"2026-03-10 09:01:07 +0100","qty":250}],"units":"mL","name":"dietary_water"}]}}
            """));

        Assert.Equal((7, 250), (result.Only(Metric.Steps), result.Only(Metric.WaterMl)));
    }

    [Fact]
    public async Task The_apps_channel_is_a_source_of_its_own_beside_apples_archive()
    {
        var result = await FromAsync(Reader, Sample("HealthAutoExport", "payload.json"));

        Assert.Equal(
            [("Ann's iPhone + Ann's Apple Watch (Health Auto Export)", SourceKind.Worn), ("Health Auto Export", SourceKind.App)],
            result.Of(Metric.Steps).Select(steps => (steps.Source.Name, steps.Source.Kind)));
    }

    [Fact]
    public async Task Blood_pressure_is_two_readings()
    {
        var result = await MetricAsync("blood_pressure", "mmHg", """{"date":"2026-03-10 09:01:07 +0100","systolic":121,"diastolic":79}""");

        Assert.Equal((121, 79), (result.Only(Metric.SystolicMmhg), result.Only(Metric.DiastolicMmhg)));
    }

    [Fact]
    public async Task A_value_that_is_printed_with_other_digits_the_next_time_is_the_same_reading()
    {
        async Task<double> CanonicalAsync(string number) =>
            ChunkBuilder.Canonical((await MetricAsync("active_energy", "kcal", $$"""{"date":"2026-03-10 09:01:07 +0100","qty":{{number}}}""")).Only(Metric.ActiveEnergyKcal));

        Assert.Equal(await CanonicalAsync("12.345600000000001"), await CanonicalAsync("12.3456"));
    }

    [Fact]
    public async Task Keys_with_spaces_values_that_are_null_and_metrics_without_a_place_are_passed_over()
    {
        var result = await OfAsync(Reader, ("a.json", """
            {"data":{"metrics":[{"name":"sexual_activity","units":"count","data":[{"date":"2026-03-10 00:00:00 +0100","Protection Used":1}]},
              {"name":"step_count","units":"count","data":null},{"name":"insulin_delivery","units":"IU","data":[{"date":"2026-03-10 09:00:00 +0100","qty":3,"reason":"Basal"}]}],
             "workouts":null,"ecg":[{"voltageMeasurements":[{"voltage":1}]}],"cycleTracking":[],"heartRateNotifications":[{"heartRate":[]}]}}
            """));

        Assert.Empty(result.Readings);
        Assert.Equal(
            ["electrocardiograms", "heart rate notifications", "metric insulin_delivery", "metric sexual_activity"], result.Unread.Keys.Order());
    }

    [Theory]
    [InlineData("Unspecified", -1)]
    [InlineData("Present", -1)]
    [InlineData("Not Present", 0)]
    [InlineData("Mild", 2)]
    [InlineData("Moderate", 5)]
    [InlineData("Severe", 8)]
    public async Task Every_word_for_a_severity_has_its_number(string severity, double score)
    {
        var result = await OfAsync(Reader, ("a.json", $$$"""{"data":{"symptoms":[{"start":"2026-03-10 20:00:00 +0100","end":"2026-03-10 20:00:00 +0100","name":"Fatigue","severity":"{{{severity}}}"}]}}"""));

        Assert.Equal(score, result.Only(Metric.FatigueSeverity));
    }

    [Fact]
    public async Task Doses_that_were_taken_or_skipped_and_symptoms_without_a_metric_are_entries_of_the_diary()
    {
        var result = await FromAsync(Reader, Sample("HealthAutoExport", "payload.json"));

        Assert.Equal(
            [new Symptom { Name = "Acne", Severity = 2 }, new Dose { Name = "Invented 100 mg" }, new Dose { Name = "Invented 100 mg", IsSkipped = true }],
            result.Context.Diary.Entries.Select(entry => entry.What));
        Assert.Equal(Utc("2026-03-10 07:00"), result.Context.Diary.Entries[1].Time?.At);
    }

    [Fact]
    public async Task A_dose_is_told_by_its_plan_whatever_is_said_of_it_later_and_a_plan_alone_is_no_dose()
    {
        static string Doses(string status) => $$$"""
            {"data":{"medications":[{"displayText":"Invented","scheduledDate":"2026-03-10 08:00:00 +0100","start":"2026-03-10 08:05:00 +0100","status":"{{{status}}}","dosage":2},
             {"displayText":"Invented","scheduledDate":"2026-03-10 20:00:00 +0100","status":"Not Interacted"},{"scheduledDate":"2026-03-10 20:00:00 +0100","status":"Taken"}]}}
            """;

        var (taken, skipped) = (await OfAsync(Reader, ("a.json", Doses("Taken"))), await OfAsync(Reader, ("a.json", Doses("Skipped"))));

        Assert.Equal(new Dose { Name = "Invented", Amount = 2 }, Assert.Single(taken.Context.Diary.Entries).What);
        Assert.Equal(Utc("2026-03-10 07:05"), taken.Context.Diary.Entries[0].Time?.At);
        Assert.Equal(taken.Context.Diary.Entries[0].Key, skipped.Context.Diary.Entries[0].Key);
        Assert.Equal(1, taken.Unread["doses of medicines that were planned and not answered"]);
        Assert.Equal(["a dose without a name"], taken.Reasons);
    }

    [Fact]
    public async Task Symptoms_are_severities()
    {
        var result = await FromAsync(Reader, Sample("HealthAutoExport", "payload.json"));

        Assert.Equal((5, -1, 0), (result.Only(Metric.HeadacheSeverity), result.Only(Metric.RacingHeartbeatSeverity), result.Only(Metric.BodyAcheSeverity)));
    }

    private static Task<Result> MetricAsync(string name, string units, string points) => OfAsync(Reader, ("a.json", Payload(name, units, points)));

    private static string Payload(string name, string units, string points) =>
        $$$"""{"data":{"metrics":[{"name":"{{{name}}}","units":"{{{units}}}","data":[{{{points}}}]}]}}""";
}
