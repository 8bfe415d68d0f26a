using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Huawei;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Huawei;

public class HuaweiExportReaderTests
{
    private const string Track = "HiTrack_1773129600000177312972000030001";
    private const string Folder = "Motion path detail data & description/motion path detail data.json";
    private static readonly HuaweiExportReader Reader = new();

    private static string Workout(long start, string more = "", int sport = 4) =>
        $$"""{"sportType":{{sport}},"startTime":{{start}},"totalTime":600000,"totalDistance":2000,"timeZone":"+0100","partTimeMap":{1.0:300.0,2.0:299.5},"attribute":"HW_EXT_TRACK_DETAIL@is{{more}}&&HW_EXT_TRACK_SIMPLIFY@is{\"totalCalories\":120000}"}""";

    [Fact]
    public async Task Times_of_a_track_come_as_seconds_and_milliseconds()
    {
        var result = await FromAsync(Reader, Sample("Huawei", Track));

        Assert.Empty(result.Reasons);
        Assert.Equal((2, (double)Sport.Run), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutSport)));
        Assert.Equal(Utc("2026-03-10 08:00"), result.Of(Metric.WorkoutSport)[0].Start);
    }

    [Fact]
    public async Task A_pause_and_a_missing_place_are_no_way_that_was_run()
    {
        var result = await FromAsync(Reader, Sample("Huawei", Track));

        Assert.Equal(111.2, result.Only(Metric.WorkoutDistanceM), 0.5);
    }

    [Fact]
    public async Task A_pulse_of_255_is_none_and_the_last_minute_of_steps_ends_with_the_workout()
    {
        var result = await FromAsync(Reader, Sample("Huawei", Track));

        Assert.Equal(120, result.Only(Metric.HeartRateBpm));
        Assert.Equal([170, 80], result.Of(Metric.Steps).Select(steps => steps.Value));
    }

    [Fact]
    public async Task Negative_rates_of_steps_are_strokes_of_a_swimmer()
    {
        var result = await OfAsync(Reader, (Track, "tp=s-r;k=1773129600000;v=-2;\ntp=s-r;k=1773129660000;v=30;\n"));

        Assert.Equal((double)Sport.Swim, result.Only(Metric.WorkoutSport));
        Assert.Empty(result.Of(Metric.Steps));
    }

    [Fact]
    public async Task Small_times_are_seconds_of_the_day_on_which_the_workout_began()
    {
        var result = await OfAsync(Reader, (Folder, $"[{Workout(1_773_129_600_000, "tp=h-r;k=28810;v=130;\\n")}]"));

        Assert.Equal(Utc("2026-03-10 08:00:10"), Assert.Single(result.Of(Metric.HeartRateBpm)).Start);
    }

    [Fact]
    public async Task Keys_without_quotes_and_small_calories_are_understood()
    {
        var result = await OfAsync(Reader, (Folder, $"[{Workout(1_773_129_600_000)}]"));

        Assert.Empty(result.Reasons);
        Assert.Equal((10, 2_000, 120), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal)));
    }

    [Fact]
    public async Task Old_files_hold_days_with_workouts()
    {
        var result = await OfAsync(Reader, ("data/" + Folder, $$"""[{"recordDay":20260310,"motionPathData":[{{Workout(1_773_129_600_000)}},{{Workout(1_773_140_000_000)}}]}]"""));

        Assert.Equal(2, result.Of(Metric.WorkoutSport).Count);
    }

    [Fact]
    public async Task Of_phone_and_watch_the_one_with_a_pulse_counts()
    {
        var result = await OfAsync(Reader, (Folder, $"[{Workout(1_773_129_600_000)},{Workout(1_773_129_660_000, "tp=h-r;k=1773129700;v=130;\\n")}]"));

        Assert.Equal(Utc("2026-03-10 08:01"), Assert.Single(result.Of(Metric.WorkoutSport)).Start);
        Assert.Equal(1, result.Unread["second copies of a workout"]);
    }

    [Fact]
    public async Task A_workout_that_was_typed_in_has_a_source_of_its_own()
    {
        var typed = Workout(1_773_129_600_000).Replace("\"timeZone\"", "\"sportDataSource\":2,\"timeZone\"", StringComparison.Ordinal);

        var result = await OfAsync(Reader, (Folder, $"[{typed}]"));

        Assert.All(result.Readings, reading => Assert.Equal(SourceKind.Manual, reading.Source.Kind));
    }

    [Theory]
    [InlineData(117, 0)]
    [InlineData(9_999, 1)]
    public async Task The_number_of_a_sport_that_is_not_known_is_kept_in_what_was_left(int sport, long left)
    {
        var result = await OfAsync(Reader, (Folder, $"[{Workout(1_773_129_600_000, sport: sport)}]"));

        Assert.Equal((double)Sport.Other, result.Only(Metric.WorkoutSport));
        Assert.Equal(left, result.Unread.GetValueOrDefault($"sport number {sport}: not known, taken as other"));
    }

    [Fact]
    public async Task A_rate_of_zero_steps_on_a_bicycle_is_no_step_and_the_watchs_distance_goes_before_the_places()
    {
        var result = await OfAsync(Reader, (Folder, $"[{Workout(1_773_129_600_000, "tp=s-r;k=1773129600;v=0;\\ntp=lbs;k=1;lat=50.0;lon=8.0;alt=1;t=1773129600;\\ntp=lbs;k=2;lat=50.001;lon=8.0;alt=1;t=1773129660;\\n", sport: 3)}]"));

        Assert.Empty(result.Of(Metric.Steps));
        Assert.Equal(2_000, result.Only(Metric.WorkoutDistanceM));
    }

    [Fact]
    public async Task The_name_of_a_track_dates_times_that_are_relative_and_bad_pulses_are_dropped()
    {
        var result = await OfAsync(Reader, (Track, "tp=h-r;k=28810;v=130;\ntp=h-r;k=28870;v=131;\ntp=h-r;k=28880;v=0;\ntp=h-r;k=28890;v=255;\n"));

        Assert.Equal([Utc("2026-03-10 08:00:10"), Utc("2026-03-10 08:01:10")], result.Of(Metric.HeartRateBpm).Select(beat => beat.Start));
    }

    [Fact]
    public async Task A_device_without_places_of_its_own_still_has_a_workout()
    {
        var result = await OfAsync(Reader, (Folder, """[{"sportType":102,"startTime":1773129600000,"totalTime":600000,"totalDistance":500,"timeZone":"+0100","attribute":""},{"sportType":102,"startTime":1773139600000,"totalTime":600000}]"""));

        Assert.Equal([(double)Sport.Swim, (double)Sport.Swim], result.Of(Metric.WorkoutSport).Select(sport => sport.Value));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Files_of_an_unknown_format_are_named_with_their_fields()
    {
        var result = await OfAsync(Reader, ("Health detail data & description/health detail data.json", """[{"recordDay":20260310,"type":7,"samplePoints":[]}]"""), (Folder, "[]"));

        Assert.Empty(result.Readings);
        Assert.Contains(result.Unread.Keys, what => what.Contains("not known yet") && what.Contains("samplePoints"));
    }

    [Fact]
    public async Task A_screenshot_turned_to_text_is_refused()
    {
        var recognition = await RecognizeAsync(Reader, ("sleep.txt", "6 h 30 min (08/06)\n7 h 10 min (09/06)\n"));

        Assert.Equal(Certainty.No, recognition.Certainty);
    }

    [Theory]
    [InlineData("""[{"a":1,"partTimeMap":{1.0:2.0},"b":2}]""", """[{"a":1,"b":2}]""")]
    [InlineData("""[{"a":1,"partTimeMap" : {1.0:2.0} , "b":2}]""", """[{"a":1, "b":2}]""")]
    [InlineData("""["partTimeMap","partTime",""]""", """["partTimeMap","partTime",""]""")]
    [InlineData("\"partTi", "\"partTi")]
    public async Task Only_the_broken_map_is_left_out(string text, string expected)
    {
        await using var repaired = new HuaweiRepair(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        using var reader = new StreamReader(repaired);

        Assert.Equal(expected, await reader.ReadToEndAsync(TestContext.Current.CancellationToken));
    }
}
