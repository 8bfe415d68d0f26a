using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Polar;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Polar;

public class PolarFlowExportReaderTests
{
    private static readonly PolarFlowExportReader Reader = new();

    [Fact]
    public async Task A_hypnogram_is_a_list_of_changes_and_ends_with_the_night()
    {
        var result = await FromAsync(Reader, Sample("Polar", "sleep_result_1.json"));

        Assert.Equal((30, 30, 50, 10), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal(120, result.Minutes(SleepStage.InBed));
        Assert.Equal(110, result.Only(Metric.VendorSleepMinutes));
    }

    [Fact]
    public async Task A_night_without_stages_keeps_its_sums()
    {
        var result = await OfAsync(Reader, ("sleep_result_2.json", """[{"night":"2026-03-10","evaluation":{"asleepDuration":"PT7H","interruptions":{"totalDuration":"PT30M"}},"sleepResult":{"hypnogram":{"sleepStart":"2026-03-09T23:00:00+01:00","sleepEnd":"2026-03-10T06:30:00+01:00"}}}]"""));

        Assert.Equal((420, 30), (result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.Awake)));
    }

    [Fact]
    public async Task Of_two_files_of_a_day_the_one_with_more_steps_counts()
    {
        static string Day(int steps) => $$"""{"exportVersion":"1.6","date":"2026-03-10","physicalInformation":{"weight, kg":70},"summary":{"stepCount":{{steps}},"stepsDistance":4000,"calories":2300} }""";

        var result = await OfAsync(Reader, ("activity-2026-03-10-aa.json", Day(5_000)), ("activity-2026-03-10-bb.json", Day(6_000)));

        Assert.Equal(6_000, result.Only(Metric.VendorSteps));
        Assert.Equal(1, result.Unread["other copies of a day"]);
        Assert.Empty(result.Of(Metric.VendorActiveEnergyKcal));
        Assert.Empty(result.Of(Metric.BodyMassKg));
    }

    [Fact]
    public async Task Without_a_summary_steps_are_the_sum_of_samples_and_local_times_are_placed()
    {
        var result = await OfAsync(Reader, ("activity-2026-03-10-aa.json", """{"exportVersion":"1.6","date":"2026-03-10","samples":{"steps":[{"localTime":"09:00:00.000","value":40},{"localTime":"09:00:30","value":0},{"localTime":"09:01","value":"20"}]}}"""));

        Assert.Equal(60, result.Only(Metric.VendorSteps));
        Assert.Equal((Utc("2026-03-10 08:00"), Utc("2026-03-10 08:00:30")), (result.Of(Metric.Steps)[0].Start, result.Of(Metric.Steps)[0].End));
    }

    [Fact]
    public async Task A_day_of_zero_steps_was_not_worn()
    {
        var result = await OfAsync(Reader, ("activity-2026-03-10-aa.json", """{"exportVersion":"1.6","date":"2026-03-10","summary":{"stepCount":0}}"""));

        Assert.Empty(result.Readings);
    }

    [Fact]
    public async Task Of_two_devices_the_one_that_measured_more_in_an_hour_counts()
    {
        var result = await OfAsync(Reader, ("247ohr_1.json", """{"deviceDays":[{"deviceId":"a","date":"2026-03-10","samples":[{"heartRate":60,"secondsFromDayStart":0},{"heartRate":0,"secondsFromDayStart":60}]},{"deviceId":"b","date":"2026-03-10","samples":[{"heartRate":70,"secondsFromDayStart":10},{"heartRate":72,"secondsFromDayStart":20}]}]}"""));

        Assert.Equal([70, 72], result.Of(Metric.HeartRateBpm).Select(beat => beat.Value));
        Assert.Equal(Utc("2026-03-09 23:00:10"), result.Of(Metric.HeartRateBpm)[0].Start);
    }

    [Fact]
    public async Task A_day_of_twenty_five_hours_has_seconds_beyond_a_day()
    {
        var result = await OfAsync(Reader, ("247ohr_1.json", """{"deviceDays":[{"deviceId":"a","date":"2025-10-26","samples":[{"heartRate":60,"secondsFromDayStart":86460}]}]}"""));

        Assert.Equal(Utc("2025-10-26 22:01"), Assert.Single(result.Of(Metric.HeartRateBpm)).Start);
    }

    [Fact]
    public async Task A_session_of_one_exercise_is_one_workout_with_zones_and_dropouts()
    {
        var result = await OfAsync(Reader, ("training-session-2026-03-10-1.json", """{"exportVersion":"1.6","startTime":"2026-03-10T08:00:00.000","stopTime":"2026-03-10T08:30:00.000","timeZoneOffset":60,"distance":5000,"kiloCalories":300,"exercises":[{"startTime":"2026-03-10T08:00:00.000","stopTime":"2026-03-10T08:30:00.000","timezoneOffset":60,"duration":"PT1750.5S","distance":4990,"sport":"RUNNING","heartRate":{"avg":150,"max":170},"zones":{"heart_rate":[{"lowerLimit":100,"inZone":"PT10M"},{"lowerLimit":120,"inZone":"PT19M"}]},"samples":{"heartRate":[{"dateTime":"2026-03-10T08:00:01.000","value":120},{"dateTime":"2026-03-10T08:00:02.000"}]}}]}"""));

        Assert.Equal((4_990, 300, 150, 10), (result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal), result.Only(Metric.WorkoutAverageHeartRateBpm), result.Only(Metric.WorkoutZone1Minutes)));
        Assert.Equal(Utc("2026-03-10 07:00:01"), Assert.Single(result.Of(Metric.HeartRateBpm)).Start);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Several_exercises_are_workouts_of_their_own_and_NaN_is_a_dropout()
    {
        var result = await OfAsync(Reader, ("training-session_2.json", """{"startTime":"2026-03-10T08:00","durationMillis":3600000,"distanceMeters":9999,"timezoneOffsetMinutes":60,"exercises":[{"startTime":"2026-03-10T08:00","durationMillis":1200000,"timezoneOffsetMinutes":60,"sport":{"id":"1"},"samples":{"samples":[{"type":"HEART_RATE","intervalMillis":1000,"values":[120,"NaN",122]}]}},{"startTime":"2026-03-10T08:30","durationMillis":1200000,"timezoneOffsetMinutes":60,"sport":{"id":"2"}}]}"""));

        Assert.Equal([(double)Sport.Run, (double)Sport.Cycle], result.Of(Metric.WorkoutSport).Select(sport => sport.Value));
        Assert.Empty(result.Of(Metric.WorkoutDistanceM));
        Assert.Equal([120, 122], result.Of(Metric.HeartRateBpm).Select(beat => beat.Value));
    }

    [Fact]
    public async Task Intervals_of_a_nights_recovery_become_rates()
    {
        var result = await OfAsync(Reader, ("nightly_recovery_1.json", """[{"night":"2026-03-10","meanNightlyRecoveryRri":1000,"meanNightlyRecoveryRmssd":45,"meanNightlyRecoveryRespirationInterval":4000}]"""), ("nightly_recovery_blob.json", "[{}]"), ("ppi_samples_1.json", "[]"));

        Assert.Equal((45, 60, 15), (result.Only(Metric.HrvRmssdMs), result.Only(Metric.HeartRateBpm), result.Only(Metric.RespiratoryRatePerMinute)));
        Assert.Equal(2, result.Unread.Count);
    }

    [Fact]
    public async Task Weight_is_typed_into_the_calendar_under_a_name_with_a_comma()
    {
        var result = await OfAsync(Reader, ("calendar-items-1.json", """{"exportVersion":"1.6","physicalInformations":[{"dateTime":"2026-03-10T07:00:00.000","weight, kg":70.5,"height, cm":180},{"dateTime":"2026-03-11T07:00:00.000"}],"notes":[]}"""));

        Assert.Equal(70.5, result.Only(Metric.BodyMassKg));
        Assert.Equal((Utc("2026-03-10 06:00"), SourceKind.Manual), (result.Readings[0].Start, result.Readings[0].Source.Kind));
    }

    [Fact]
    public async Task A_night_is_named_by_its_morning_and_a_change_after_its_end_is_cut_off()
    {
        var result = await OfAsync(Reader, ("sleep_result_3.json", """
            [{"night":"2026-03-10","evaluation":{"asleepDuration":"PT1H"},"sleepResult":{"hypnogram":{"sleepStart":"2026-03-09T22:00:00+01:00","sleepEnd":"2026-03-09T23:00:00+01:00",
              "sleepStateChanges":[{"offsetFromStart":"PT0S","state":"NONREM12"},{"offsetFromStart":"PT30M","state":"NONREM3"},{"offsetFromStart":"PT59M","state":"UNKNOWN"},{"offsetFromStart":"PT2H","state":"WAKE"}]}}}]
            """));

        Assert.Equal((30, 29, 0), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Awake)));
        Assert.Equal(Utc("2026-03-10 00:00"), result.Of(Metric.VendorSleepMinutes)[0].Start);
    }

    [Theory]
    [InlineData("activity-2026-03-10-aa.json", """{"exportVersion":"1.6","date":"2026-03-10"}""")]
    [InlineData("activity-2026-03-10-aa.json", """{"exportVersion":"1.6","date":"2026-03-10","samples":{"steps":[],"mets":[{"localTime":"00:00:00","value":0.875}]}}""")]
    [InlineData("247ohr_1.json", """{"deviceDays":[{"date":"2026-03-10","samples":[]},{}]}""")]
    [InlineData("sleep_result_1.json", "[{\"night\":\"2026-03-10\"}]")]
    [InlineData("nightly_recovery_1.json", "[{\"night\":\"2026-03-10\"}]")]
    [InlineData("calendar-items-1.json", "{\"exportVersion\":\"1.6\"}")]
    public async Task Keys_that_are_missing_and_arrays_that_are_empty_say_nothing(string name, string json) =>
        Assert.Empty((await OfAsync(Reader, (name, json), ("247ohr_9.json", "{\"deviceDays\":[]}"))).Readings);

    [Fact]
    public async Task Tests_plans_and_old_recordings_are_counted_and_left()
    {
        var result = await OfAsync(
            Reader, ("247ohr_9.json", "{\"deviceDays\":[]}"), ("rr-recordings-1.json", "[{}]"), ("recovery-times-1.json", "[{}]"), ("sleep_wake_1.json", "[{}]"), ("account-data-1.json", "{}"));

        Assert.Empty(result.Readings);
        Assert.Equal(["file account-data-1.json", "file recovery-times-1.json", "file rr-recordings-1.json", "file sleep_wake_1.json"], result.Unread.Keys.Order());
    }

    [Fact]
    public async Task A_session_of_the_second_generation_without_exercises_is_told_by_its_header()
    {
        var result = await OfAsync(Reader, ("training-session_3.json", """{"startTime":"2026-03-10T08:00:00","timezoneOffsetMinutes":60,"durationMillis":1800000,"distanceMeters":5000,"hrAvg":"150","hrMax":171,"calories":300,"sport":{"id":"1"}}"""));

        Assert.Equal(((double)Sport.Run, 30, 5_000, 150, 171, 300), (
            result.Only(Metric.WorkoutSport), result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutAverageHeartRateBpm),
            result.Only(Metric.WorkoutMaxHeartRateBpm), result.Only(Metric.WorkoutEnergyKcal)));
        Assert.Equal(Utc("2026-03-10 07:00"), result.Readings[0].Start);
    }

    [Fact]
    public async Task The_reader_says_that_it_is_not_proven()
    {
        var recognition = await RecognizeAsync(Reader, ("x.json", """{"deviceDays":[]}"""));

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Contains("not proven", recognition.Version);
    }
}
