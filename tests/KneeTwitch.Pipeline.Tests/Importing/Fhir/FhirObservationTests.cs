using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Fhir;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Fhir.Observations;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fhir;

public class FhirObservationTests
{
    private const string HealthKit = "http://developer.apple.com/documentation/healthkit";
    private const string Snomed = "http://snomed.info/sct";
    private static readonly FhirExportReader Reader = new();

    [Theory]
    [InlineData("55423-8", "{steps}", 500, Metric.Steps, 500)]
    [InlineData("55430-3", "[mi_i]", 1, Metric.DistanceM, 1_609.344)]
    [InlineData("41981-2", "kJ", 418.4, Metric.ActiveEnergyKcal, 100)]
    [InlineData("77592-4", "h", 0.5, Metric.ModerateMinutes, 30)]
    [InlineData("77593-2", "min", 12, Metric.VigorousMinutes, 12)]
    [InlineData("8867-4", "{beats}/min", 64, Metric.HeartRateBpm, 64)]
    [InlineData("40443-4", "/min", 52, Metric.RestingHeartRateBpm, 52)]
    [InlineData("89270-3", "/min", 98, Metric.WalkingHeartRateBpm, 98)]
    [InlineData("80404-7", "s", 0.042, Metric.HrvSdnnMs, 42)]
    [InlineData("59408-5", "%", 97, Metric.OxygenSaturationPercent, 97)]
    [InlineData("2708-6", "1", 0.97, Metric.OxygenSaturationPercent, 97)]
    [InlineData("9279-1", "{breaths}/min", 14, Metric.RespiratoryRatePerMinute, 14)]
    [InlineData("29463-7", "[lb_av]", 150, Metric.BodyMassKg, 68.0389)]
    [InlineData("8302-2", "[in_i]", 70, Metric.HeightCm, 177.8)]
    [InlineData("8310-5", "[degF]", 98.6, Metric.BodyTemperatureC, 37)]
    [InlineData("8310-5", "Cel", 37.1, Metric.BodyTemperatureC, 37.1)]
    [InlineData("2339-0", "mg/dL", 90, Metric.BloodGlucoseMgPerDl, 90)]
    [InlineData("15074-8", "mmol/L", 5, Metric.BloodGlucoseMgPerDl, 90.0779)]
    public async Task Codes_of_LOINC_are_converted_by_the_units_code(string code, string unit, double value, Metric metric, double expected) =>
        Assert.Equal(expected, (await OfAsync(Reader, ("a.json", Observation(code, Quantity(value, unit), Hour)))).Only(metric), 3);

    [Theory]
    [InlineData("HKQuantityTypeIdentifierDietaryWater", "[foz_us]", 8, Metric.WaterMl, 236.588)]
    [InlineData("HKQuantityTypeIdentifierDietaryCaffeine", "g", 0.08, Metric.CaffeineMg, 80)]
    [InlineData("HKQuantityTypeIdentifierDietaryMagnesium", "mg", 120, Metric.MagnesiumMg, 120)]
    [InlineData("HKQuantityTypeIdentifierWalkingSpeed", "km/h", 4.5, Metric.WalkingSpeedMps, 1.25)]
    [InlineData("HKQuantityTypeIdentifierWalkingAsymmetryPercentage", "%", 3, Metric.WalkingAsymmetryPercent, 3)]
    [InlineData("HKQuantityTypeIdentifierSixMinuteWalkTestDistance", "m", 500, Metric.SixMinuteWalkM, 500)]
    public async Task HealthKits_own_codes_are_read_by_their_table(string code, string unit, double value, Metric metric, double expected)
    {
        foreach (var system in (string[])[HealthKit, "com.apple.health"])
        {
            Assert.Equal(expected, (await OfAsync(Reader, ("a.json", Observation(code, Quantity(value, unit), Hour, system: system)))).Only(metric), 3);
        }
    }

    [Fact]
    public async Task The_units_text_says_nothing_where_there_is_a_code()
    {
        var result = await OfAsync(Reader, ("a.json", Observation("29463-7", "\"valueQuantity\":{\"value\":70,\"unit\":\"pounds\",\"code\":\"kg\"}")));

        Assert.Equal(70, result.Only(Metric.BodyMassKg));
    }

    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":500,\"unit\":\"steps\",\"code\":\"1\"}")]
    [InlineData("\"valueQuantity\":{\"value\":500,\"unit\":\"count\"}")]
    [InlineData("\"valueInteger\":500")]
    public async Task Counts_come_with_any_unit_or_none(string value) =>
        Assert.Equal(500, (await OfAsync(Reader, ("a.json", Observation("55423-8", value, Hour)))).Only(Metric.Steps));

    [Theory]
    [InlineData("\"valueQuantity\":{\"value\":\"64\",\"code\":\"/min\"}", "a value that is not a number")]
    [InlineData("\"valueQuantity\":{\"value\":64,\"code\":\"furlong\"}", "the unit 'furlong' is not known")]
    [InlineData("\"valueString\":\"64\"", "a value that is no quantity")]
    public async Task A_number_in_quotes_and_an_unknown_unit_are_refused(string value, string reason) =>
        Assert.Equal([reason], (await OfAsync(Reader, ("a.json", Observation("8867-4", value)))).Reasons);

    [Fact]
    public async Task A_value_that_is_only_a_bound_was_not_measured()
    {
        var result = await OfAsync(Reader, ("a.json", Observation("59408-5", "\"valueQuantity\":{\"value\":95,\"comparator\":\">\",\"code\":\"%\"}")));

        Assert.Empty(result.Readings);
        Assert.Single(result.Unread);
    }

    [Fact]
    public async Task A_value_that_is_absent_is_no_zero()
    {
        var result = await OfAsync(Reader, ("a.json", Observation("8867-4", "\"dataAbsentReason\":{\"text\":\"unknown\"}")));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["observations without a value"]);
    }

    [Fact]
    public async Task Of_several_codings_the_first_that_is_known_counts()
    {
        var result = await OfAsync(Reader, ("a.json", $$"""
            {"resourceType":"Observation","status":"final","code":{"coding":[{"code":"x"},{"system":"http://example.org","code":"8867-4"},
             {"system":"http://loinc.org","code":"40443-4"},{"system":"http://loinc.org","code":"8867-4"}]},{{Morning}},{{Quantity(52, "/min")}} }
            """));

        Assert.Equal(52, result.Only(Metric.RestingHeartRateBpm));
        Assert.Single(result.Readings);
    }

    [Theory]
    [InlineData("89555-7", "answers about habits")]
    [InlineData("8873-2", "greatest heart rates of a day")]
    [InlineData("8999-5", "estimates of fluid drunk (8999-5)")]
    [InlineData("1234-5", "observation 1234-5")]
    public async Task Codes_that_are_not_read_are_named(string code, string unread)
    {
        var result = await OfAsync(Reader, ("a.json", Observation(code, Quantity(3, "1"))));

        Assert.Equal(1, result.Unread[unread]);
        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
    }

    [Theory]
    [InlineData("http://hl7.org/fhir/observation-statistics")]
    [InlineData("http://terminology.hl7.org/CodeSystem/observation-statistics")]
    public async Task Statistics_as_components_are_no_counts(string system)
    {
        var result = await OfAsync(Reader, ("a.json", Observation(
            "55423-8",
            $$"""
            "component":[{"code":{"coding":[{"system":"{{system}}","code":"maximum"}]},{{Quantity(20_000, "{steps}/d")}} }]
            """,
            "\"effectivePeriod\":{\"start\":\"2026-01-01\",\"end\":\"2026-03-31\"}")));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["statistics over a time: 55423-8"]);
    }

    [Fact]
    public async Task A_daily_statistic_over_a_week_is_no_sum_of_the_week()
    {
        const string Week = "\"effectivePeriod\":{\"start\":\"2026-03-02\",\"end\":\"2026-03-08\"}";

        Assert.Empty((await OfAsync(Reader, ("a.json", Observation("55423-8", Quantity(9_000, "{steps}/d"), Week)))).Readings);
        Assert.Empty((await OfAsync(Reader, ("a.json", Observation("41950-7", Quantity(9_000, "{steps}"), Week)))).Readings);
        Assert.Empty((await OfAsync(Reader, ("a.json", Observation("77592-4", Quantity(150, "min/wk"), Week)))).Readings);
        Assert.Empty((await OfAsync(Reader, ("a.json", Observation("40443-4", Quantity(55, "/min"), Week)))).Readings);
    }

    [Fact]
    public async Task A_total_of_24_hours_stands_beside_interval_counts_and_is_not_added_to_them()
    {
        var result = await OfAsync(Reader, ("a.ndjson", $"{Observation("55423-8", Quantity(500, "1"), Hour)}\n{Observation("41950-7", Quantity(8_000, "{steps}/(24.h)"), Day)}"));

        Assert.Equal((500, 8_000), (result.Only(Metric.Steps), result.Only(Metric.VendorSteps)));
    }

    [Fact]
    public async Task Totals_of_a_day_are_read_with_any_of_their_times()
    {
        var water = await OfAsync(Reader, ("a.json", Observation("9108-2", Quantity(1.5, "L"), Day)));
        var steps = await OfAsync(Reader, ("a.json", Observation("55423-8", Quantity(7_000, "1"), "\"effectivePeriod\":{\"start\":\"2026-03-10\",\"end\":\"2026-03-10\"}")));
        var energy = await OfAsync(Reader, ("a.json", Observation("41979-6", Quantity(629, "kcal/d"), "\"effectiveDateTime\":\"2026-03-10T12:00:00-07:00\"")));

        Assert.Equal((1_500, 7_000, 629), (water.Only(Metric.VendorWaterMl), steps.Only(Metric.VendorSteps), energy.Only(Metric.VendorActiveEnergyKcal)));
        Assert.Equal(Utc("2026-03-10 00:00"), energy.Readings[0].Start);
    }

    [Fact]
    public async Task Blood_pressure_is_two_components_of_which_one_may_be_missing()
    {
        var result = await OfAsync(Reader, ("a.json", Observation("85354-9", $$"""
            "component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8480-6"}]},{{Quantity(121, "mm[Hg]")}} },
             {"code":{"coding":[{"system":"http://loinc.org","code":"8462-4"}]},"dataAbsentReason":{"text":"unknown"} }]
            """)));

        Assert.Equal(121, result.Only(Metric.SystolicMmhg));
        Assert.Single(result.Readings);
    }

    [Fact]
    public async Task A_reading_that_is_both_member_and_component_of_a_panel_counts_once()
    {
        var panel = Observation("85354-9", $$"""
            "hasMember":[{"reference":"Observation/m"}],"component":[{"code":{"coding":[{"system":"http://loinc.org","code":"8867-4"}]},{{Quantity(70, "/min")}} }]
            """, extra: ",\"device\":{\"display\":\"Cuff\"}");

        var both = await OfAsync(Reader, ("a.ndjson", $"{panel}\n{Pulse("m", 70, null)}"));
        var alone = await OfAsync(Reader, ("a.ndjson", panel));

        Assert.Equal(70, both.Only(Metric.HeartRateBpm));
        Assert.Equal(70, alone.Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Sleep_stages_as_HealthKits_words_or_numbers_are_stages()
    {
        const string Code = "HKCategoryTypeIdentifierSleepAnalysis";

        foreach (var value in (string[])["\"valueString\":\"asleep deep\"", "\"valueInteger\":4", "\"valueCodeableConcept\":{\"coding\":[{\"code\":\"HKCategoryValueSleepAnalysisAsleepDeep\"}]}"])
        {
            Assert.Equal(60, (await OfAsync(Reader, ("a.json", Observation(Code, value, Hour, system: HealthKit)))).Minutes(SleepStage.Deep));
        }
    }

    [Theory]
    [InlineData(Snomed, "25064002", "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"6736007\"}]}", 5)]
    [InlineData(Snomed, "25064002", "\"valueBoolean\":false", 0)]
    [InlineData(Snomed, "25064002", "\"valueInteger\":7", 7)]
    [InlineData(Snomed, "25064002", "\"note\":[]", -1)]
    [InlineData(Snomed, "25064002", "\"component\":[{\"code\":{\"coding\":[{\"code\":\"246112005\"}]},\"valueString\":\"severe\"}]", 8)]
    [InlineData(HealthKit, "HKCategoryTypeIdentifierHeadache", "\"valueString\":\"HKCategoryValueSeverityMild\"", 2)]
    [InlineData(HealthKit, "HKCategoryTypeIdentifierHeadache", "\"valueString\":\"not present\"", 0)]
    [InlineData(HealthKit, "HKCategoryTypeIdentifierHeadache", "\"valueInteger\":4", 8)]
    [InlineData("http://loinc.org", "75325-1", "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://snomed.info/sct\",\"code\":\"25064002\"}]}", -1)]
    public async Task Symptoms_are_severities(string system, string code, string value, double expected) =>
        Assert.Equal(expected, (await OfAsync(Reader, ("a.json", Observation(code, value, system: system)))).Only(Metric.HeadacheSeverity));

    [Fact]
    public async Task A_workout_is_observations_that_share_their_time()
    {
        var result = await OfAsync(Reader, ("a.ndjson", string.Join(
            '\n',
            Observation("55424-6", Quantity(300, "kcal"), Hour),
            Observation("73985-4", "\"valueCodeableConcept\":{\"coding\":[{\"system\":\"http://loinc.org\",\"code\":\"LA11836-6\"}]}", Hour),
            Observation("55411-3", Quantity(50, "min"), Hour),
            Observation("55425-3", Quantity(140, "{beats}/min"), Hour),
            Observation("55426-1", Quantity(171, "{beats}/min"), Hour))));

        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
        Assert.Equal((50, 300, 140, 171), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutEnergyKcal), result.Only(Metric.WorkoutAverageHeartRateBpm), result.Only(Metric.WorkoutMaxHeartRateBpm)));
    }

    [Fact]
    public async Task Energy_alone_is_no_workout()
    {
        var result = await OfAsync(Reader, ("a.json", Observation("55424-6", Quantity(30, "kcal"), Hour)));

        Assert.Equal(30, result.Only(Metric.ActiveEnergyKcal));
        Assert.Single(result.Readings);
    }

    [Fact]
    public async Task A_night_is_the_lengths_that_share_its_time()
    {
        const string Night = "\"effectivePeriod\":{\"start\":\"2026-03-09T22:00:00Z\",\"end\":\"2026-03-10T06:00:00Z\"}";

        var result = await OfAsync(Reader, ("a.ndjson", string.Join(
            '\n', Observation("93832-4", Quantity(7, "h"), Night), Observation("93831-6", Quantity(60, "min"), Night), Observation("93829-0", Quantity(90, "min"), Night), Observation("93830-8", Quantity(240, "min"), Night))));

        Assert.Equal(420, result.Only(Metric.VendorSleepMinutes));
        Assert.Equal((240, 60, 90, 30, 480), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.InBed)));
    }

    [Fact]
    public async Task Sleep_of_a_date_is_a_sum_of_its_day_only()
    {
        var result = await OfAsync(Reader, ("a.json", Observation("93832-4", Quantity(7, "h"), Day)));

        Assert.Equal(420, result.Only(Metric.VendorSleepMinutes));
        Assert.Single(result.Readings);
    }

    [Fact]
    public async Task One_reading_through_two_bridges_is_one_reading_in_the_union()
    {
        var water = Observation("HKQuantityTypeIdentifierDietaryWater", Quantity(250, "mL"), system: HealthKit, extra: ",\"id\":\"1\"");

        var result = await OfAsync(Reader, ("a.json", water), ("b.json", water.Replace(HealthKit, "com.apple.health", StringComparison.Ordinal)));

        Assert.Single(result.Readings.Distinct());
    }
}
