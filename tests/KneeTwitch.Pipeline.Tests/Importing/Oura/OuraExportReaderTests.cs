using KneeTwitch.Core.Diary;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Oura;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Oura;

public class OuraExportReaderTests
{
    private static readonly OuraExportReader Reader = new();

    [Fact]
    public async Task Tables_are_split_by_semicolons_and_hold_json_in_cells()
    {
        var result = await FromAsync(Reader, Sample("Oura", "sleepmodel.csv"));

        Assert.Empty(result.Reasons);
        Assert.Equal([60, 52], result.Of(Metric.HeartRateBpm).Select(beat => beat.Value));
        Assert.Equal(Utc("2026-03-09 22:12"), result.Of(Metric.HeartRateBpm)[1].Start);
        Assert.Equal(48, result.Only(Metric.HrvRmssdMs));
    }

    [Fact]
    public async Task Stages_come_from_the_string_of_phases_and_end_with_the_night()
    {
        var result = await FromAsync(Reader, Sample("Oura", "sleepmodel.csv"));

        var night = result.Of(Metric.SleepStage).Where(stage => stage.Start < Utc("2026-03-10 00:00")).ToList();
        Assert.Equal(Utc("2026-03-09 22:59"), night.Max(stage => stage.End));
        Assert.Equal(10, result.Minutes(SleepStage.Deep));
        Assert.Equal(12, result.Minutes(SleepStage.Rem));
    }

    [Fact]
    public async Task All_sleeps_of_a_day_add_up_and_rests_do_not_count()
    {
        var result = await FromAsync(Reader, Sample("Oura", "sleepmodel.csv"));

        Assert.Equal(90, result.Only(Metric.VendorSleepMinutes));
        Assert.Equal(1, result.Unread["sleep of type rest"]);
    }

    [Fact]
    public async Task A_contributor_is_a_score_and_no_heart_rate()
    {
        var result = await FromAsync(Reader, Sample("Oura", "sleepmodel.csv"));

        Assert.Equal(51, result.Only(Metric.RestingHeartRateBpm));
        Assert.DoesNotContain(result.Readings, reading => reading.Value == 82);
    }

    [Fact]
    public async Task A_table_that_a_spreadsheet_saved_with_commas_is_read_too()
    {
        var result = await OfAsync(Reader, ("dailyactivity.csv", "id,day,steps,class_5_min,active_calories,medium_activity_time,equivalent_walking_distance\nx,2026-03-10,8000,000,410,1800,9000\n"));

        Assert.Equal(8_000, result.Only(Metric.VendorSteps));
        Assert.Equal(30, result.Only(Metric.VendorModerateMinutes));
        Assert.Empty(result.Of(Metric.VendorDistanceM));
    }

    [Fact]
    public async Task All_calories_of_a_day_stand_beside_the_active_ones()
    {
        var result = await OfAsync(Reader, ("dailyactivity.csv", "id;day;steps;class_5_min;active_calories;total_calories\nx;2026-03-10;8000;000;410;2350\n"));

        Assert.Equal((410, 2_350), (result.Only(Metric.VendorActiveEnergyKcal), result.Only(Metric.VendorTotalEnergyKcal)));
    }

    [Fact]
    public async Task A_sleep_that_was_deleted_takes_its_earlier_copy_with_it()
    {
        const string sleep = """{"id":"ID","type":"KIND","day":"2026-03-10","bedtime_start":"2026-03-09T23:00:00+01:00","bedtime_end":"2026-03-10T07:00:00+01:00","total_sleep_duration":27000}""";
        string Copy(string id, string kind) => "[" + sleep.Replace("ID", id, StringComparison.Ordinal).Replace("KIND", kind, StringComparison.Ordinal) + "]";

        var after = await OfAsync(Reader, ("1.json", Copy("a", "long_sleep")), ("2.json", Copy("a", "deleted")));
        var before = await OfAsync(Reader, ("1.json", Copy("a", "deleted")), ("2.json", Copy("a", "long_sleep")));

        Assert.Empty(after.Readings);
        Assert.Empty(before.Readings);
    }

    [Fact]
    public async Task A_sleep_without_a_day_counts_to_the_day_on_which_it_ended_where_the_wearer_was()
    {
        var result = await OfAsync(Reader, ("s.json", """[{"type":"long_sleep","bedtime_start":"2026-03-09T16:00:00-08:00","bedtime_end":"2026-03-09T23:30:00-08:00","total_sleep_duration":25200}]"""));

        Assert.Equal((420, Utc("2026-03-09 00:00")), (result.Only(Metric.VendorSleepMinutes), result.Of(Metric.VendorSleepMinutes)[0].Start));
    }

    [Fact]
    public async Task A_late_nap_counts_to_the_day_the_ring_says_and_the_first_version_names_all_else()
    {
        var result = await OfAsync(
            Reader,
            ("v1.json", """{"sleep":[{"summary_date":"2026-03-11","is_longest":0,"bedtime_start":"2026-03-10T19:00:00+01:00","bedtime_end":"2026-03-10T20:00:00+01:00","total":3000,"deep":600,"light":2400,"rem":0,"awake":600,"duration":3600,"rmssd":44,"hr_lowest":55,"hypnogram_5min":"422222222211"}]}"""));

        Assert.Equal((50, Utc("2026-03-11 00:00")), (result.Only(Metric.VendorSleepMinutes), result.Of(Metric.VendorSleepMinutes)[0].Start));
        Assert.Equal((44, 10, 45), (result.Only(Metric.HrvRmssdMs), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Light)));
        Assert.Empty(result.Of(Metric.RestingHeartRateBpm));
    }

    [Fact]
    public async Task A_sample_that_is_null_takes_its_time_and_says_nothing()
    {
        var result = await OfAsync(
            Reader,
            ("s.json", """[{"type":"sleep","day":"2026-03-10","bedtime_start":"2026-03-10T02:00:00Z","bedtime_end":"2026-03-10T03:00:00Z","average_hrv":"None","lowest_heart_rate":"nan","heart_rate":{"interval":300,"items":[60,null,58],"timestamp":"2026-03-10T02:00:00Z"}}]"""));

        Assert.Equal([(Utc("2026-03-10 02:00"), 60.0), (Utc("2026-03-10 02:10"), 58.0)], result.Of(Metric.HeartRateBpm).Select(beat => (beat.Start, beat.Value)));
        Assert.Empty(result.Of(Metric.HrvRmssdMs));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_day_in_a_drawer_is_no_day_without_steps()
    {
        var result = await OfAsync(Reader, ("a.json", """{"data":[{"id":"x","day":"2026-03-10","steps":0,"class_5_min":"000","non_wear_time":86400,"contributors":{},"score":null}]}"""));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["activity of a day without the ring"]);
    }

    [Theory]
    [InlineData("""[{"id":"n","type":"long_sleep","bedtime_start":"2026-03-09T23:00:00+01:00","bedtime_end":"2026-03-10T07:00:00+01:00","average_breath":0.2}]""")]
    [InlineData("""{"data":[{"id":"n","type":"long_sleep","bedtime_start":"2026-03-09T23:00:00+01:00","bedtime_end":"2026-03-10T07:00:00+01:00","average_breath":12}],"next_token":null}""")]
    [InlineData("""{"sleep":[{"id":"n","type":"long_sleep","bedtime_start":"2026-03-09T23:00:00+01:00","bedtime_end":"2026-03-10T07:00:00+01:00","average_breath":12}]}""")]
    [InlineData("""{"sleep":{"data":[{"bedtime_start":"2026-03-09T23:00:00+01:00","bedtime_end":"2026-03-10T07:00:00+01:00","hypnogram_5min":"4211","is_longest":1,"breath_average":12}]}}""")]
    [InlineData("""{"id":"n","type":"long_sleep","bedtime_start":"2026-03-09T23:00:00+01:00","bedtime_end":"2026-03-10T07:00:00+01:00","average_breath":12}""")]
    public async Task Json_comes_in_many_shapes_and_breaths_a_second_become_a_minutes(string json)
    {
        var recognition = await RecognizeAsync(Reader, ("oura.json", json));
        var result = await OfAsync(Reader, ("oura.json", json));

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Equal(12, result.Only(Metric.RespiratoryRatePerMinute), 6);
        Assert.Equal(480, result.Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task Of_two_copies_of_a_sleep_the_one_that_knows_stages_counts()
    {
        const string sums = """[{"id":"n","type":"long_sleep","bedtime_start":"2026-03-09T23:00:00Z","bedtime_end":"2026-03-09T23:30:00Z","deep_sleep_duration":1200,"rem_sleep_duration":600}]""";
        const string stages = """[{"id":"n","type":"long_sleep","bedtime_start":"2026-03-09T23:00:00Z","bedtime_end":"2026-03-09T23:30:00Z","sleep_phase_5_min":"222233"}]""";

        var result = await OfAsync(Reader, ("1.json", stages), ("2.json", sums));

        Assert.Equal(20, result.Minutes(SleepStage.Light));
        Assert.Equal(0, result.Minutes(SleepStage.Deep));
    }

    [Fact]
    public async Task Broken_durations_and_temperatures_are_not_believed()
    {
        var result = await OfAsync(Reader, ("r.json", """[{"id":"x","day":"2026-03-10","score":70,"contributors":{},"temperature_deviation":-0.4},{"id":"y","day":"2026-03-11","score":70,"contributors":{},"temperature_deviation":1e19}]"""));

        Assert.Equal(-0.4, result.Only(Metric.SkinTemperatureDeviationC));
        Assert.Single(result.Reasons);
    }

    [Fact]
    public async Task Tags_say_that_and_not_how_much()
    {
        var result = await OfAsync(Reader, ("t.json", """{"data":[{"id":"1","tag_type_code":"tag_generic_headache","start_time":"2026-03-10T10:00:00+01:00","start_day":"2026-03-10"},{"id":"2","tag_type_code":"tag_generic_coffee","start_time":"2026-03-10T10:00:00+01:00"},{"id":"3","tag_type_code":"custom","custom_name":"secret","start_time":"2026-03-10T10:00:00+01:00"}]}"""));

        Assert.Equal(-1, result.Only(Metric.HeadacheSeverity));
        Assert.Equal(["coffee", "secret"], result.Context.Diary.Entries.Select(entry => Assert.IsType<Tag>(entry.What).Name));
        Assert.All(result.Context.Diary.Entries, entry => Assert.Equal(Utc("2026-03-10 09:00"), entry.Time?.At));
        Assert.Empty(result.Unread);
    }

    [Fact]
    public async Task The_person_gives_their_sex_and_nothing_else()
    {
        var result = await OfAsync(Reader, ("all.json", """{"sleep":[{"type":"rest","bedtime_start":"2026-03-09T23:00:00Z","bedtime_end":"2026-03-10T07:00:00Z"}],"personal_info":{"biological_sex":"female","email":"ann@example.org"}}"""));

        Assert.Equal(Sex.Female, result.Context.Facts.Sex);
        Assert.DoesNotContain(result.Unread.Keys, what => what.Contains('@'));
    }

    [Fact]
    public async Task A_workout_keeps_its_distance_and_its_energy()
    {
        var result = await OfAsync(Reader, ("w.json", """{"id":"w","activity":"running","calories":300,"distance":5000,"intensity":"hard","source":"autodetected","start_datetime":"2026-03-10T07:00:00+01:00","end_datetime":"2026-03-10T07:30:00+01:00"}"""));

        Assert.Equal((30, 5_000, 300), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal)));
        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
    }

    [Fact]
    public async Task The_trends_table_is_read_by_its_human_headers()
    {
        var result = await OfAsync(Reader, ("trends.csv", "date,Total Sleep Duration,Lowest Resting Heart Rate,Average HRV,Steps,Bedtime Start,Bedtime End\n2026-03-10,25200,50,44,6000,2026-03-09T23:00:00+01:00,2026-03-10T07:00:00+01:00\n"));

        Assert.Equal((420, 50, 44, 6_000), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.RestingHeartRateBpm), result.Only(Metric.HrvRmssdMs), result.Only(Metric.VendorSteps)));
    }
}
