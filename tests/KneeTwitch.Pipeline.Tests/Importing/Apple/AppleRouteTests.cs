using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Apple.AppleExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Apple;

public sealed class AppleRouteTests : IDisposable
{
    private const string Route =
        """
        <gpx creator="Apple Health Export"><metadata><time>2026-04-20T08:27:26Z</time></metadata><trk><trkseg>
         <trkpt lon="0" lat="50"><ele>300</ele><time>2026-03-10T16:00:00Z</time></trkpt>
         <trkpt lon="0" lat="50.01"><ele>325</ele><time>2026-03-10T16:20:00Z</time></trkpt>
        </trkseg></trk></gpx>
        """;

    private readonly ExportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_route_tells_the_ascent_and_the_distance_that_its_workout_lacks_and_is_no_workout_itself()
    {
        var result = await ReadAsync("", "/workout-routes/a route.gpx");

        Assert.Equal(25, result.Only(Metric.WorkoutAscentM));
        Assert.Equal(1_111.949, result.Only(Metric.WorkoutDistanceM), 3);
        Assert.Equal((double)Sport.Walk, result.Only(Metric.WorkoutSport));
        Assert.All(result.Readings, reading => Assert.Equal(("Ann's Watch", TimeSpan.FromMinutes(30)), (reading.Source.Name, reading.End - reading.Start)));
        Assert.DoesNotContain("files workout-routes/*.gpx", result.Context.Facts.Unread.Keys);
    }

    [Fact]
    public async Task What_the_workout_says_itself_goes_before_its_route()
    {
        var result = await ReadAsync(
            "<MetadataEntry key=\"HKElevationAscended\" value=\"0 cm\"/><WorkoutStatistics type=\"HKQuantityTypeIdentifierDistanceWalkingRunning\" sum=\"1.2\" unit=\"km\"/>", "/workout-routes/a route.gpx");

        Assert.Equal((0, 1_200), (result.Only(Metric.WorkoutAscentM), result.Only(Metric.WorkoutDistanceM)));
        Assert.Equal(1, result.Context.Facts.Unread["files workout-routes/*.gpx"]);
    }

    [Theory]
    [InlineData("/workout-routes/gone.gpx")]
    [InlineData("/../../../etc/passwd")]
    [InlineData("")]
    public async Task A_route_that_is_not_in_the_export_is_done_without(string path)
    {
        var result = await ReadAsync("", path);

        Assert.Equal([Metric.WorkoutSport, Metric.WorkoutMinutes], result.Readings.Select(reading => reading.Metric));
    }

    [Fact]
    public async Task Points_of_old_exports_stand_in_the_main_file_and_are_named()
    {
        var result = await OfAsync(Workout("<WorkoutRoute sourceName=\"x\"><Location date=\"2016-11-14 07:25:44 -0700\" latitude=\"1\" longitude=\"2\"/><Location/></WorkoutRoute>"));

        Assert.Equal(2, result.Context.Facts.Unread["points of routes inside the main file"]);
    }

    [Fact]
    public async Task Heart_curves_clinical_records_and_attachments_are_named_and_not_opened()
    {
        folder.File("all/apple_health_export/export.xml", "<HealthData/>");
        folder.File("all/apple_health_export/electrocardiograms/ecg_2026-03-10.csv", "Name,Ann\nGeburtsdatum,01.01.1980\n");
        folder.File("all/apple_health_export/clinical-records/Condition-1.json", "{}");
        folder.File("all/apple_health_export/attachments/scan.pdf", "%PDF");

        var result = await FromAsync(Path.Combine(folder.Path, "all"));

        Assert.Equal(
            ["files attachments/*.pdf", "files clinical-records/*.json", "files electrocardiograms/*.csv"], result.Context.Facts.Unread.Keys.Order(StringComparer.Ordinal));
    }

    private static string Workout(string children) =>
        $"<Workout workoutActivityType=\"HKWorkoutActivityTypeWalking\" duration=\"30\" sourceName=\"Ann's Watch\" startDate=\"2026-03-10 17:00:00 +0100\" endDate=\"2026-03-10 17:30:00 +0100\">{children}</Workout>";

    private Task<Result> ReadAsync(string children, string route)
    {
        folder.File("all/apple_health_export/export.xml", $"<HealthData>{Workout($"{children}<WorkoutRoute sourceName=\"x\"><FileReference path=\"{route}\"/></WorkoutRoute>")}</HealthData>");
        folder.File("all/apple_health_export/workout-routes/a route.gpx", Route);
        return FromAsync(Path.Combine(folder.Path, "all"));
    }
}
