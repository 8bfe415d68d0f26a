using System.Text;
using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class TcxTests
{
    [Fact]
    public async Task Laps_add_up_to_a_workout()
    {
        var result = await FromAsync(Sample("two-laps.tcx"));

        Assert.Equal("tcx", result.Format);
        Assert.Equal((double)Sport.Cycle, result.Only(Metric.WorkoutSport));
        Assert.Equal(4_000.5, result.Only(Metric.WorkoutDistanceM));
        Assert.Equal(100, result.Only(Metric.WorkoutEnergyKcal));
        Assert.Equal(130, result.Only(Metric.WorkoutAverageHeartRateBpm));
        Assert.Equal(165, result.Only(Metric.WorkoutMaxHeartRateBpm));
        Assert.Equal(["12:00:00-12:15:30 15"], result.Spans(Metric.WorkoutMinutes));
        Assert.All(result.Readings, reading => Assert.Equal("Trailmate 5", reading.Source.Name));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task The_point_that_two_laps_share_counts_once_and_no_strap_is_no_pulse()
    {
        var result = await FromAsync(Sample("two-laps.tcx"));

        Assert.Equal(["12:00:00-12:00:00 101", "12:10:00-12:10:00 141"], result.Spans(Metric.HeartRateBpm));
    }

    [Theory]
    [InlineData("   \n")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF  ")]
    public async Task What_stands_before_the_declaration_does_no_harm(string before)
    {
        var result = await OfAsync(before + await TextAsync());

        Assert.Equal(15, result.Only(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task A_prefix_that_nobody_declared_is_only_a_name()
    {
        var text = (await TextAsync()).Replace("<HeartRateBpm>", "<ns3:HeartRateBpm>", StringComparison.Ordinal).Replace("</HeartRateBpm>", "</ns3:HeartRateBpm>", StringComparison.Ordinal);

        Assert.Equal([101, 141], (await OfAsync(text)).All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Times_without_a_zone_are_utc_and_that_is_said()
    {
        var result = await OfAsync((await TextAsync()).Replace(".000Z", "", StringComparison.Ordinal));

        Assert.Equal(["12:00:00-12:15:30 15"], result.Spans(Metric.WorkoutMinutes));
        Assert.Equal(1, result.Context.Facts.Unread["files whose times have no zone: taken as UTC"]);
    }

    [Fact]
    public async Task Times_with_an_offset_and_many_decimals_are_instants()
    {
        var result = await OfAsync((await TextAsync()).Replace("T12:", "T13:", StringComparison.Ordinal).Replace(".000Z", ".123456789+01:00", StringComparison.Ordinal));

        Assert.Equal(["12:00:00-12:15:30 15"], result.Spans(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task A_lap_that_says_nothing_of_itself_is_told_from_its_points()
    {
        const string Points = """
            <Trackpoint><Time>2026-03-10T12:04:00Z</Time><DistanceMeters>900</DistanceMeters></Trackpoint>
            <Trackpoint><Time>2026-03-10T12:00:00Z</Time><DistanceMeters>100</DistanceMeters></Trackpoint>
            """;
        var result = await OfAsync(Whole($"<Id>2026-03-10T12:00:00Z</Id><Lap StartTime=\"2026-03-10T12:00:00Z\"><TotalTimeSeconds>0</TotalTimeSeconds><Track>{Points}</Track></Lap>"));

        Assert.Equal(4, result.Only(Metric.WorkoutMinutes));
        Assert.Equal(800, result.Only(Metric.WorkoutDistanceM));
        Assert.Empty(result.All(Metric.WorkoutEnergyKcal));
    }

    [Fact]
    public async Task Distances_that_begin_anew_in_each_lap_are_the_laps_own()
    {
        static string Lap(int minute) => $"""
            <Lap><TotalTimeSeconds>60</TotalTimeSeconds><Track>
            <Trackpoint><Time>2026-03-10T12:0{minute}:00Z</Time><DistanceMeters>0</DistanceMeters></Trackpoint>
            <Trackpoint><Time>2026-03-10T12:0{minute}:59Z</Time><DistanceMeters>200</DistanceMeters></Trackpoint></Track></Lap>
            """;

        Assert.Equal(400, (await OfAsync(Whole($"<Id>2026-03-10T12:00:00Z</Id>{Lap(0)}{Lap(1)}"))).Only(Metric.WorkoutDistanceM));
    }

    [Fact]
    public async Task Each_sport_of_a_session_of_several_is_a_workout()
    {
        static string Sport(string sport, int hour) =>
            $"<Activity Sport=\"{sport}\"><Id>2026-03-10T{hour}:00:00Z</Id><Lap><TotalTimeSeconds>600</TotalTimeSeconds></Lap></Activity>";

        var result = await OfAsync($"""
            <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v1"><Activities><MultiSportSession><Id>2026-03-10T10:00:00Z</Id>
            <FirstSport>{Sport("Biking", 10)}</FirstSport><NextSport><Transition/>{Sport("Running", 11)}</NextSport></MultiSportSession></Activities></TrainingCenterDatabase>
            """);

        Assert.Equal([(double)Core.Readings.Sport.Cycle, (double)Core.Readings.Sport.Run], result.All(Metric.WorkoutSport));
        Assert.Equal(["10:00:00-10:10:00 10", "11:00:00-11:10:00 10"], result.Spans(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task Strides_of_one_foot_and_steps_of_a_lap_are_no_steps_of_the_day()
    {
        var result = await OfAsync(Whole("""
            <Id>2026-03-10T12:00:00Z</Id><Lap><TotalTimeSeconds>60</TotalTimeSeconds><Cadence>83</Cadence>
            <Extensions><LX><AvgRunCadence>83</AvgRunCadence><Steps>166</Steps></LX></Extensions></Lap>
            """));

        Assert.Equal([Metric.WorkoutSport, Metric.WorkoutMinutes], result.Readings.Select(reading => reading.Metric));
    }

    [Fact]
    public async Task An_empty_lap_and_an_activity_without_any_time_are_no_workouts()
    {
        var empty = await OfAsync(Whole("<Id>2026-03-10T12:00:00Z</Id><Lap StartTime=\"2026-03-10T12:00:00Z\"/>"));
        var timeless = await OfAsync(Whole("<Id>some ride</Id>"));

        Assert.Empty(empty.Readings);
        Assert.Empty(timeless.Readings);
        Assert.Equal(["an activity without a time"], timeless.Reasons);
    }

    [Fact]
    public async Task Where_the_schema_has_no_word_for_a_sport_the_notes_may()
    {
        var result = await OfAsync(Whole("<Id>2026-03-10T12:00:00Z</Id><Lap><TotalTimeSeconds>60</TotalTimeSeconds></Lap><Notes>Nordic Ski</Notes>"));

        Assert.Equal((double)Sport.Ski, result.Only(Metric.WorkoutSport));
    }

    [Fact]
    public async Task A_cut_file_keeps_what_came_before()
    {
        var text = await TextAsync();
        var result = await OfAsync(text[..text.IndexOf("12:15:30", StringComparison.Ordinal)]);

        Assert.Equal([101, 141], result.All(Metric.HeartRateBpm));
        Assert.Equal(15, result.Only(Metric.WorkoutMinutes));
        Assert.StartsWith("truncated", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plans_are_no_activities()
    {
        var result = await OfAsync("<TrainingCenterDatabase><Courses><Course><Track><Trackpoint><Time>2026-03-10T12:00:00Z</Time><HeartRateBpm><Value>99</Value></HeartRateBpm></Trackpoint></Track></Course></Courses></TrainingCenterDatabase>");

        Assert.Empty(result.Readings);
        Assert.Equal(1, result.Context.Facts.Unread["TCX: planned courses and workouts"]);
    }

    private static string Whole(string activity) =>
        $"<TrainingCenterDatabase><Activities><Activity Sport=\"Other\">{activity}</Activity></Activities></TrainingCenterDatabase>";

    private static Task<string> TextAsync() => File.ReadAllTextAsync(Sample("two-laps.tcx"), Encoding.UTF8, TestContext.Current.CancellationToken);
}
