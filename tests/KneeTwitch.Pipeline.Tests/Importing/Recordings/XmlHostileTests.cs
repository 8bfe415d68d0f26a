using System.Text;
using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class XmlHostileTests
{
    private const string Bomb = """
        <?xml version="1.0"?>
        <!DOCTYPE x [ <!ENTITY a "aaaaaaaaaa"> <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"> <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"> <!ENTITY f SYSTEM "file:///etc/hostname"> ]>
        """;

    [Theory]
    [InlineData("&c;")]
    [InlineData("&f;")]
    public async Task Entities_of_the_files_own_are_not_resolved_and_no_file_is_fetched(string entity)
    {
        var tcx = await OfAsync(Bomb + Tcx($"<Lap><TotalTimeSeconds>60</TotalTimeSeconds></Lap><Creator><Name>Trail {entity} &amp; co</Name></Creator>"));
        var gpx = await OfAsync(Bomb + Gpx(Point("12:00:00") + Point("12:01:00"), $" creator=\"Trail {entity}\""));

        Assert.All(tcx.Readings, reading => Assert.Equal($"Trail {entity} & co", reading.Source.Name));
        Assert.All(gpx.Readings, reading => Assert.Equal($"Trail {entity}", reading.Source.Name));
        Assert.Equal((1, 1), (tcx.Only(Metric.WorkoutMinutes), gpx.Only(Metric.WorkoutMinutes)));
    }

    [Fact]
    public async Task Elements_in_elements_without_end_take_no_stack()
    {
        const int Depth = 200_000;
        var deep = string.Concat(Enumerable.Repeat("<a>", Depth)) + string.Concat(Enumerable.Repeat("</a>", Depth));

        Assert.Equal(1, (await OfAsync(Tcx($"<Extensions>{deep}</Extensions><Lap><TotalTimeSeconds>60</TotalTimeSeconds></Lap>"))).Only(Metric.WorkoutMinutes));
        Assert.Equal(1, (await OfAsync(Gpx($"{Point("12:00:00")}<extensions>{deep}</extensions>{Point("12:01:00")}"))).Only(Metric.WorkoutMinutes));
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59.9999999-14:00")]
    [InlineData("2026-02-30T12:00:00Z")]
    [InlineData("now")]
    public async Task A_year_at_the_ends_of_time_dates_nothing(string time)
    {
        var tcx = await OfAsync(Tcx($"<Lap StartTime=\"{time}\"><TotalTimeSeconds>60</TotalTimeSeconds><Track><Trackpoint><Time>{time}</Time></Trackpoint></Track></Lap>", time));
        var gpx = await OfAsync(Gpx($"<trkpt lat=\"1\" lon=\"1\"><time>{time}</time></trkpt><trkpt lat=\"1\" lon=\"2\"><time>{time}</time></trkpt>"));

        Assert.Empty(tcx.Readings);
        Assert.Empty(gpx.Readings);
        Assert.NotEmpty(tcx.Reasons);
        Assert.NotEmpty(gpx.Reasons);
    }

    [Theory]
    [InlineData("NaN")]
    [InlineData("INF")]
    [InlineData("-INF")]
    [InlineData("1e999")]
    [InlineData("")]
    [InlineData("fast")]
    public async Task What_is_no_number_was_not_measured(string number)
    {
        var tcx = await OfAsync(Tcx($"""
            <Lap><TotalTimeSeconds>{number}</TotalTimeSeconds><DistanceMeters>{number}</DistanceMeters><Calories>{number}</Calories>
            <AverageHeartRateBpm><Value>{number}</Value></AverageHeartRateBpm><Track>
            <Trackpoint><Time>2026-03-10T12:00:00Z</Time><DistanceMeters>{number}</DistanceMeters><HeartRateBpm><Value>{number}</Value></HeartRateBpm></Trackpoint>
            <Trackpoint><Time>2026-03-10T12:01:00Z</Time></Trackpoint></Track></Lap>
            """));
        var gpx = await OfAsync(Gpx(
            Point("12:00:00") + $"<trkpt lat=\"{number}\" lon=\"1\"><ele>{number}</ele><time>2026-03-10T12:00:30Z</time><hr>{number}</hr></trkpt>" + Point("12:01:00")));

        Assert.Equal([Metric.WorkoutSport, Metric.WorkoutMinutes], tcx.Readings.Select(reading => reading.Metric));
        Assert.Equal([Metric.WorkoutSport, Metric.WorkoutMinutes], gpx.Readings.Select(reading => reading.Metric));
    }

    [Theory]
    [InlineData("-1e300")]
    [InlineData("1e300")]
    public async Task A_lap_that_lasts_for_ever_or_less_than_nothing_does_not_fail(string seconds)
    {
        var result = await OfAsync(Tcx($"<Lap><TotalTimeSeconds>{seconds}</TotalTimeSeconds></Lap>"));

        Assert.DoesNotContain(Metric.WorkoutMinutes, result.Readings.Select(reading => reading.Metric));
    }

    [Fact]
    public async Task A_tag_without_end_is_passed_over_and_what_follows_is_read()
    {
        var endless = $"<a b=\"{new string('x', 3 << 20)}\"/>";

        var result = await OfAsync(Gpx(Point("12:00:00") + endless + Point("12:01:00")));

        Assert.Equal(1, result.Only(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task A_file_of_nothing_but_laps_takes_no_memory_to_speak_of()
    {
        var laps = new StringBuilder("<Lap><TotalTimeSeconds>60</TotalTimeSeconds></Lap>");
        for (var i = 0; i < 150_000; i++)
        {
            laps.Append("<Lap/>");
        }

        Assert.Equal(1, (await OfAsync(Tcx(laps.ToString()))).Only(Metric.WorkoutMinutes));
    }

    private static string Tcx(string activity, string id = "2026-03-10T12:00:00Z") =>
        $"<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>{id}</Id>{activity}</Activity></Activities></TrainingCenterDatabase>";

    private static string Gpx(string points, string attributes = "") => $"<gpx{attributes}><trk><trkseg>{points}</trkseg></trk></gpx>";

    private static string Point(string time) => $"<trkpt lat=\"1\" lon=\"1\"><time>2026-03-10T{time}Z</time></trkpt>";
}
