using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Zepp;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Zepp;

public class XiaomiTablesTests
{
    private const string Samples = "20260402_1_MiFitness_hlth_center_fitness_data.csv";
    private const string SamplesHead = "Uid,Sid,Key,Time,Value,UpdateTime\n";
    private const string DaysHead = "Uid,Sid,Tag,Key,Time,Value,UpdateTime\n";
    private const long Morning = 1_773_126_000;
    private static readonly ZeppExportReader Reader = new();

    [Fact]
    public async Task Values_are_JSON_by_key_and_doubled_quotes_are_theirs()
    {
        var rows = Row("77", "steps", Morning, "{'steps':40,'distance':28,'calories':2}") + Row("77", "heart_rate", Morning, "{'time':1,'bpm':71}")
            + Row("77", "spo2", Morning, "{'spo2':97}") + Row("77", "stress", Morning, "{'stress':31}") + Row("77", "weight", Morning, "{'weight':70.5,'body_fat_rate':0}");

        var recognition = await RecognizeAsync(Reader, (Samples, SamplesHead + rows));
        var result = await OfAsync(Reader, (Samples, SamplesHead + rows));

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Equal((40, 28, 71, 97), (result.Only(Metric.Steps), result.Only(Metric.DistanceM), result.Only(Metric.HeartRateBpm), result.Only(Metric.OxygenSaturationPercent)));
        Assert.Equal((31, 70.5), (result.Only(Metric.VendorStressScore), result.Only(Metric.BodyMassKg)));
        Assert.Equal((Utc("2026-03-10 07:00"), Utc("2026-03-10 07:01")), (result.Of(Metric.Steps)[0].Start, result.Of(Metric.Steps)[0].End));
        Assert.Empty(result.Of(Metric.BodyFatPercent));
    }

    [Fact]
    public async Task Devices_that_count_one_walk_are_sources_of_their_own()
    {
        var result = await OfAsync(
            Reader,
            (Samples, SamplesHead + Row("77", "steps", Morning, "{'steps':40}") + Row("88", "steps", Morning, "{'steps':38}") + Row("app_manually", "weight", Morning, "{'weight':70}")),
            ("x_hlth_center_data_source.csv", "Uid,Sid,Identifier,Model,Name\n1,77,a,m,Smart Band 8\n"));

        Assert.Equal(
            [("Mi Fitness Smart Band 8", SourceKind.Worn), ("Mi Fitness 88", SourceKind.Worn), ("Mi Fitness app_manually", SourceKind.Manual)],
            result.Readings.Select(reading => (reading.Source.Name, reading.Source.Kind)));
    }

    [Fact]
    public async Task A_days_report_is_the_apps_own_total_of_all_devices()
    {
        var rows = Day("daily_report", "steps", "{'steps':8000,'distance':5600,'calories':310}") + Day("daily_report", "sleep", "{'total_duration':440}")
            + Day("daily_report", "heart_rate", "{'avg_hr':70}") + Day("weekly_report", "steps", "{'steps':50000}");

        var result = await OfAsync(Reader, ("x_hlth_center_aggregated_fitness_data.csv", DaysHead + rows));

        Assert.Equal((8_000, 5_600, 310, 440), (result.Only(Metric.VendorSteps), result.Only(Metric.VendorDistanceM), result.Only(Metric.VendorActiveEnergyKcal), result.Only(Metric.VendorSleepMinutes)));
        Assert.All(result.Readings, reading => Assert.Equal(Utc("2026-03-10 00:00"), reading.Start));
        Assert.Equal(["Mi Fitness daily_report heart_rate", "Mi Fitness weekly_report steps"], result.Unread.Keys.Order());
    }

    [Fact]
    public async Task A_night_is_where_its_bed_time_says_and_not_where_its_row_does()
    {
        const long bed = 1_773_093_600;
        var parts = $"[{{'state':3,'start_time':{bed},'end_time':{bed + 3_600}}},{{'state':2,'start_time':{bed + 3_600},'end_time':{bed + 7_200}}},"
            + $"{{'state':4,'start_time':{bed + 7_200},'end_time':{bed + 9_000}}},{{'state':5,'start_time':{bed + 9_000},'end_time':{bed + 9_600}}}]";
        var night = $"{{'bedtime':{bed},'wake_up_time':{bed + 9_600},'sleep_deep_duration':60,'sleep_light_duration':60,'sleep_rem_duration':30,'sleep_awake_duration':10,'items':{parts}}}";

        var result = await OfAsync(Reader, (Samples, SamplesHead + Row("77", "sleep", bed + 9_600, night)));

        Assert.Equal((60, 60, 30, 10), (result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(bed), result.Of(Metric.SleepStage).Min(stage => stage.Start));
        Assert.Equal(160, result.Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task Parts_that_do_not_add_up_to_the_sums_of_a_night_are_not_believed()
    {
        const long bed = 1_773_093_600;
        var night = $"{{'bedtime':{bed},'wake_up_time':{bed + 7_200},'sleep_deep_duration':30,'sleep_light_duration':90,'items':[{{'state':2,'start_time':{bed},'end_time':{bed + 7_200}}}]}}";

        var result = await OfAsync(Reader, (Samples, SamplesHead + Row("77", "sleep", bed, night)));

        Assert.Equal((30, 90), (result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Light)));
    }

    [Fact]
    public async Task A_nap_without_stages_is_asleep_for_as_long_as_it_says()
    {
        const long bed = 1_773_126_000;

        var result = await OfAsync(Reader, (Samples, SamplesHead + Row("77", "watch_daytime_sleep", bed, $"{{'bedtime':{bed},'wake_up_time':{bed + 2_400},'duration':35}}")));

        Assert.Equal((35, 40), (result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.InBed)));
    }

    [Fact]
    public async Task A_workout_is_called_by_its_category()
    {
        var workout = $"{{'start_time':{Morning},'end_time':{Morning + 2_400},'duration':2100,'distance':6000,'calories':400,'total_cal':450,'avg_hrm':150,'max_hrm':171}}";

        var result = await OfAsync(Reader, ("x_hlth_center_sport_record.csv", "Uid,Sid,Key,Time,Category,Value,UpdateTime\n" + $"1,77,outdoor_running,{Morning},outdoor_running,\"{workout.Replace("'", "\"\"", StringComparison.Ordinal)}\",1\n"));

        Assert.Equal(((double)Sport.Run, 35, 6_000, 400), (result.Only(Metric.WorkoutSport), result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal)));
        Assert.Equal((150, 171), (result.Only(Metric.WorkoutAverageHeartRateBpm), result.Only(Metric.WorkoutMaxHeartRateBpm)));
    }

    [Fact]
    public async Task Unknown_keys_are_counted_and_broken_values_are_rejects()
    {
        var result = await OfAsync(Reader, (Samples, SamplesHead + Row("77", "pai", Morning, "{'pai':1}") + Row("77", "steps", Morning, "{'steps'") + Row("77", "heart_rate", 0, "{'bpm':70}")));

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Unread["Mi Fitness pai"]);
        Assert.Equal(["a date that cannot be read", "a value that is no JSON"], result.Reasons.Order());
    }

    private static string Row(string device, string key, long time, string value) => $"1,{device},{key},{time},\"{value.Replace("'", "\"\"", StringComparison.Ordinal)}\",{time}\n";

    /// <summary>Stamped at midnight in Berlin.</summary>
    private static string Day(string tag, string key, string value) => $"1,77,{tag},{key},1773097200,\"{value.Replace("'", "\"\"", StringComparison.Ordinal)}\",1\n";
}
