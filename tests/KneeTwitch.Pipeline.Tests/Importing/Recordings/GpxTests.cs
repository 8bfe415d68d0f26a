using System.Text;
using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class GpxTests
{
    [Fact]
    public async Task A_track_is_a_workout_whose_distance_is_added_up_inside_segments()
    {
        var result = await FromAsync(Sample("two-segments.gpx"));

        Assert.Equal("gpx", result.Format);
        Assert.Equal((double)Sport.Hike, result.Only(Metric.WorkoutSport));
        Assert.Equal(222.39, result.Only(Metric.WorkoutDistanceM), 2);
        Assert.Equal(10, result.Only(Metric.WorkoutAscentM));
        Assert.Equal(["12:00:00-12:11:00 11"], result.Spans(Metric.WorkoutMinutes));
        Assert.Equal([100, 120], result.All(Metric.HeartRateBpm));
        Assert.Equal(110, result.Only(Metric.WorkoutAverageHeartRateBpm));
        Assert.All(result.Readings, reading => Assert.Equal("Trail App", reading.Source.Name));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Waypoints_routes_and_the_time_of_export_are_no_activity()
    {
        var result = await OfAsync("<gpx><time>2026-03-10T12:00:00Z</time><wpt lat=\"1\" lon=\"2\"><time>2026-03-10T12:00:00Z</time></wpt><rte><rtept lat=\"1\" lon=\"2\"/></rte></gpx>");

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
        Assert.Equal((1, 1), (result.Context.Facts.Unread["GPX: waypoints"], result.Context.Facts.Unread["GPX: planned routes"]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<time>1901-12-13T20:45:52Z</time>")]
    [InlineData("<time>1970-01-01T00:00:00Z</time>")]
    [InlineData("<time>1989-12-31T00:00:00Z</time>")]
    [InlineData("<time>2026-03-10T12:00:00Z</time>")]
    public async Task A_track_without_times_is_a_route(string time)
    {
        var result = await OfAsync(Track($"<trkpt lat=\"1\" lon=\"1\">{time}</trkpt><trkpt lat=\"2\" lon=\"1\">{time}</trkpt>"));

        Assert.Empty(result.Readings);
        Assert.Contains("a track without times: a route, not an activity", result.Reasons);
    }

    [Fact]
    public async Task Of_a_track_with_some_times_the_timed_points_count()
    {
        var result = await OfAsync(Track(Point("12:00:00", 1) + "<trkpt lat=\"80\" lon=\"1\"/>" + Point("12:01:00", 1.001)));

        Assert.Equal(111.19, result.Only(Metric.WorkoutDistanceM), 2);
    }

    [Fact]
    public async Task Points_in_reverse_and_a_start_at_zero_zero_do_not_lengthen_the_way()
    {
        var result = await OfAsync(Track(
            Point("12:02:00", 1.002) + Point("12:00:00", 1) + Point("12:01:00", 1.001) + "<trkpt lat=\"0\" lon=\"0\"><time>2026-03-10T11:59:00Z</time></trkpt>"));

        Assert.Equal(222.39, result.Only(Metric.WorkoutDistanceM), 2);
        Assert.Equal(["11:59:00-12:02:00 3"], result.Spans(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task A_decimal_comma_is_no_grouping_and_what_is_no_number_is_no_altitude()
    {
        var result = await OfAsync(Track(
            "<trkpt lat=\"1,5\" lon=\"1\"><ele>nan</ele><time>2026-03-10T12:00:00Z</time></trkpt><trkpt lat=\"1,501\" lon=\"1\"><ele></ele><time>2026-03-10T12:01:00Z</time></trkpt>"));

        Assert.Equal(111.19, result.Only(Metric.WorkoutDistanceM), 2);
        Assert.Empty(result.All(Metric.WorkoutAscentM));
    }

    [Theory]
    [InlineData("hr")]
    [InlineData("ns3:hr")]
    [InlineData("gpxdata:hr")]
    [InlineData("heartrate")]
    public async Task Pulse_is_known_by_its_name_at_any_depth(string element)
    {
        var result = await OfAsync(Track($"<trkpt lat=\"1\" lon=\"1\"><time>2026-03-10T12:00:00Z</time><extensions><a><b><{element}>131</{element}></b></a></extensions></trkpt>{Point("12:01:00", 1)}"));

        Assert.Equal([131], result.All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Tracks_minutes_apart_stay_apart_and_offsets_are_heeded()
    {
        var result = await OfAsync(
            $"<gpx><trk><trkseg>{Point("12:00:00", 1)}{Point("12:10:00", 1)}</trkseg></trk><trk><type>9</type><trkseg>"
            + "<trkpt lat=\"1\" lon=\"1\"><time>2026-03-10T13:12:00.000+01:00</time></trkpt><trkpt lat=\"1\" lon=\"1\"><time>2026-03-10T13:20:00.1234567+01:00</time></trkpt></trkseg></trk></gpx>");

        Assert.Equal(["12:00:00-12:10:00", "12:12:00-12:20:00"], result.Spans(Metric.WorkoutMinutes).Select(span => span[..17]));
        Assert.Equal([(double)Sport.Other, (double)Sport.Run], result.All(Metric.WorkoutSport));
    }

    [Fact]
    public async Task Letters_of_two_bytes_are_read_as_declared()
    {
        var text = await File.ReadAllTextAsync(Sample("two-segments.gpx"), TestContext.Current.CancellationToken);
        var wide = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text.Replace("UTF-8", "UTF-16", StringComparison.Ordinal))).ToArray();

        Assert.Equal([100, 120], (await OfAsync(("a.gpx", wide))).All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_mark_before_the_text_and_times_without_a_zone_are_read_and_the_zone_is_said()
    {
        var result = await OfAsync("\uFEFF" + Track(Point("12:00:00", 1) + Point("12:01:00", 1)).Replace("Z</time>", "</time>", StringComparison.Ordinal));

        Assert.Equal(["12:00:00-12:01:00 1"], result.Spans(Metric.WorkoutMinutes));
        Assert.Equal(1, result.Context.Facts.Unread["files whose times have no zone: taken as UTC"]);
    }

    [Fact]
    public async Task A_point_that_two_segments_share_adds_no_way()
    {
        var result = await OfAsync($"<gpx><trk><trkseg>{Point("12:00:00", 1)}{Point("12:01:00", 1.001)}</trkseg><trkseg>{Point("12:01:00", 1.001)}{Point("12:02:00", 1.002)}</trkseg></trk></gpx>");

        Assert.Equal(222.39, result.Only(Metric.WorkoutDistanceM), 2);
    }

    [Theory]
    [InlineData("lat=\"nan\" lon=\"1\"")]
    [InlineData("lon=\"1\"")]
    [InlineData("lat=\"1\"")]
    [InlineData("lat=\"95\" lon=\"1\"")]
    public async Task Half_a_place_is_no_place_on_the_equator(string place)
    {
        var result = await OfAsync(Track($"{Point("12:00:00", 50)}<trkpt {place}><time>2026-03-10T12:00:30Z</time></trkpt>{Point("12:01:00", 50.001)}"));

        Assert.Equal(111.19, result.Only(Metric.WorkoutDistanceM), 2);
    }

    [Fact]
    public async Task A_cut_track_keeps_what_came_before()
    {
        var text = Track(Point("12:00:00", 1) + Point("12:01:00", 1.001) + Point("12:02:00", 1.002));

        var result = await OfAsync(text[..text.IndexOf("12:02", StringComparison.Ordinal)]);

        Assert.Equal(["12:00:00-12:01:00 1"], result.Spans(Metric.WorkoutMinutes));
        Assert.StartsWith("truncated", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_page_is_no_gpx()
    {
        var failure = await Assert.ThrowsAsync<KneeTwitch.Pipeline.Importing.ExportFormatException>(
            () => OfAsync(("ride.gpx", "<!DOCTYPE html><html><body>Log in to see this gpx file</body></html>"u8.ToArray())));

        Assert.Contains("known format", failure.Message, StringComparison.Ordinal);
    }

    private static string Track(string points) => $"  <gpx><trk><trkseg>{points}</trkseg></trk></gpx>";

    private static string Point(string time, double latitude) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"<trkpt lat=\"{latitude}\" lon=\"1\"><time>2026-03-10T{time}Z</time></trkpt>");
}
