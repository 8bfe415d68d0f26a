using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Tests.Importing.HealthConnect;
using KneeTwitch.Pipeline.Tests.Importing.Recordings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;

namespace KneeTwitch.Pipeline.Tests.Importing;

/// <summary>Several exports in one: each reader reads its own, and nothing is read twice.</summary>
public sealed class SharedExportTests : IDisposable
{
    private const string AppleSteps =
        """<HealthData><Record type="HKQuantityTypeIdentifierStepCount" sourceName="Phone" unit="count" startDate="2026-03-10 11:00:00 +0200" endDate="2026-03-10 12:00:00 +0200" value="7"/></HealthData>""";

    private const string GarminDay = """[{"calendarDate":"2026-03-09","totalSteps":9000}]""";

    private const string StravaList =
        "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Moving Time,Distance,Filename,Average Speed,Max Heart Rate,Calories\n7,\"Mar 12, 2026, 12:00:00 PM\",Run,Run,600,600,1000,activities/7.fit.gz,1,170,500\n";

    private const string Route =
        """<gpx creator="Apple Health Export"><trk><trkseg><trkpt lat="0" lon="0"><time>2026-03-10T09:00:00Z</time></trkpt><trkpt lat="0" lon="0.01"><time>2026-03-10T09:10:00Z</time></trkpt></trkseg></trk></gpx>""";

    private readonly ExportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_with_a_Garmin_archive_beside_the_zip_of_an_iPhone()
    {
        folder.File("all/garmin/DI_CONNECT/DI-Connect-Aggregator/UDSFile_1.json", GarminDay);
        folder.File("all/garmin/DI_CONNECT/DI-Connect-Uploaded-Files/UploadedFiles_0-_Part1.zip", Zip(("a@b.c_1.fit", Workout("2026-03-11T12:00:00Z"))));
        folder.File("all/export.zip", Zip(("apple_health_export/export.xml", Bytes(AppleSteps)), ("apple_health_export/workout-routes/route.gpx", Bytes(Route))));

        var (format, readings) = await ReadAsync("all");

        Assert.Equal("apple-health+garmin-connect-export", format);
        Assert.Equal(["garmin-connect-export: VendorSteps 9000", "apple-health: Steps 7", "garmin-connect-export: WorkoutSport 2"], Told(readings, Metric.VendorSteps, Metric.Steps, Metric.WorkoutSport));
    }

    [Fact]
    public async Task A_zip_that_holds_the_zips_of_two_vendors_one_of_which_holds_zips_itself()
    {
        var inner = Zip(("UploadedFiles_0-_Part1.zip", Zip(("1.fit", Workout("2026-03-11T12:00:00Z")))), ("DI_CONNECT/UDSFile_1.json", Bytes(GarminDay)));
        folder.File("all.zip", Zip(("garmin.zip", inner), ("strava.zip", Zip(("activities.csv", Bytes(StravaList)), ("activities/7.fit", Workout("2026-03-12T12:00:00Z"))))));

        var (format, readings) = await ReadAsync("all.zip");

        Assert.Equal("garmin-connect-export+strava-bulk", format);
        Assert.Equal(["garmin-connect-export: WorkoutSport 2", "strava-bulk: WorkoutSport 2"], Told(readings, Metric.WorkoutSport));
    }

    [Fact]
    public async Task Loose_recordings_beside_an_export_are_read_and_its_own_are_left_to_it()
    {
        folder.File("all/apple_health_export/export.xml", AppleSteps);
        folder.File("all/apple_health_export/workout-routes/route.gpx", Route);
        folder.File("all/run.fit", Workout("2026-03-11T12:00:00Z"));
        folder.File("all/walk.gpx", Route.Replace("2026-03-10", "2026-03-13", StringComparison.Ordinal));

        var (format, readings) = await ReadAsync("all");

        Assert.Equal("apple-health+gpx", format);
        Assert.Equal(["gpx: WorkoutSport 2", "gpx: WorkoutSport 0"], Told(readings, Metric.WorkoutSport));
        Assert.Equal(["apple-health: Steps 7"], Told(readings, Metric.Steps));
    }

    [Fact]
    public async Task The_exports_of_two_people_with_iPhones_are_one_format_and_both_are_read()
    {
        folder.File("all/a/export.xml", AppleSteps);
        folder.File("all/b/Exportieren.xml", AppleSteps.Replace("value=\"7\"", "value=\"8\"", StringComparison.Ordinal));

        var (format, readings) = await ReadAsync("all");

        Assert.Equal("apple-health", format);
        Assert.Equal(["apple-health: Steps 7", "apple-health: Steps 8"], Told(readings, Metric.Steps));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("all/fit/", "all/strava/")]
    [InlineData("Takeout/Fit/", "")]
    public async Task Each_of_the_recordings_of_Google_Fit_and_of_Strava_is_read_once_wherever_they_lie(string fit, string strava)
    {
        folder.File($"export/{fit}Daily activity metrics/Daily activity metrics.csv", "Date,Step count,Calories (kcal),Distance (m)\n2026-03-09,9000,1800,900.5\n");
        folder.File($"export/{fit}Activities/2026-03-10.tcx", Lap("2026-03-10T17:00:00Z"));
        folder.File($"export/{fit}2026-03-11.tcx", Lap("2026-03-11T17:00:00Z"));
        folder.File($"export/{strava}activities.csv", StravaList.Replace(".fit.gz", ".tcx", StringComparison.Ordinal));
        folder.File($"export/{strava}activities/7.tcx", Lap("2026-03-12T12:00:00Z"));

        var (_, readings) = await ReadAsync("export");

        var workouts = Told(readings, Metric.WorkoutMinutes);
        Assert.Equal(3, workouts.Length);
        Assert.StartsWith("strava-bulk", workouts[2], StringComparison.Ordinal);
        Assert.Equal(["google-fit: VendorSteps 9000"], Told(readings, Metric.VendorSteps));
    }

    [Fact]
    public async Task A_database_of_Health_Connect_in_its_zip_beside_another_vendors_files()
    {
        var database = new HealthConnectExport().Interval("steps_record_table", "2026-03-10 08:00", "2026-03-10 08:10", "count", 700).Build();
        folder.File("all/Health Connect.zip", Zip(("health_connect_export.db", database)));
        folder.File("all/export.xml", AppleSteps);
        folder.File("all/strava.zip", Zip(("activities.csv", Bytes(StravaList)), ("activities/7.fit", Workout("2026-03-12T12:00:00Z"))));

        var (format, readings) = await ReadAsync("all");

        Assert.Equal("apple-health+health-connect+strava-bulk", format);
        Assert.Equal(["health-connect: Steps 700", "apple-health: Steps 7"], Told(readings, Metric.Steps));
    }

    [Fact]
    public async Task A_vendors_records_with_a_type_and_an_id_are_no_diary_of_somebodys_own()
    {
        folder.File("oura/sleep.json", """{"id":"a-1","bedtime_start":"2026-04-09T22:30:00+00:00","bedtime_end":"2026-04-10T06:30:00+00:00","total_sleep_duration":27000,"time_in_bed":28800,"awake_time":1800,"deep_sleep_duration":5400,"light_sleep_duration":15000,"rem_sleep_duration":6600,"type":"long_sleep"}""");
        folder.File("oura/rides.ndjson", """{"id":"b-2","name":"Ride","start":"2026-03-10T09:00:00Z","duration":1996,"intensity":3,"avgSpeed":7,"maxSpeed":9,"elevationUp":40}""");

        var (format, readings) = await ReadAsync("oura");

        Assert.Equal("oura", format);
        Assert.NotEmpty(readings);
    }

    private static string Lap(string start) =>
        $"<TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>{start}</Id><Lap StartTime=\"{start}\"><TotalTimeSeconds>600</TotalTimeSeconds>"
        + "<DistanceMeters>1000</DistanceMeters></Lap></Activity></Activities></TrainingCenterDatabase>";

    private static byte[] Workout(string start) =>
        new FitBuilder().FileId(4).Add(18, (253, U32, Seconds(start)), (2, U32, Seconds(start)), (7, U32, 600_000), (8, U32, 600_000), (5, E8, 1)).Build();

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Zip(params (string Path, byte[] Content)[] entries) => ExportFolder.Zipped(entries);

    private static string[] Told(IEnumerable<(string Format, Reading Reading)> readings, params Metric[] metrics) =>
        [.. readings.Where(each => metrics.Contains(each.Reading.Metric)).OrderBy(each => each.Reading.Start).Select(each => $"{each.Format}: {each.Reading.Metric} {each.Reading.Value}")];

    private async Task<(string Format, IReadOnlyList<(string Format, Reading Reading)> Readings)> ReadAsync(string name)
    {
        var cancel = TestContext.Current.CancellationToken;
        var context = new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = Given.Accepted };
        var readings = new List<(string Format, Reading Reading)>();
        await using var export = await ExportFiles.OpenAsync(Path.Combine(folder.Path, name), cancel: cancel);
        var parts = await ExportReaders.Default.ShareAsync(export, null, cancel);
        foreach (var part in parts)
        {
            await foreach (var reading in part.Reader.ReadAsync(part.Files, context.ForPart(), cancel))
            {
                readings.Add((part.Reader.Format, reading));
            }
        }

        return (ExportReaders.NameOf(parts), readings);
    }
}
