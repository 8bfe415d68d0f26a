using System.Text;
using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Tests.Importing.Recordings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Strava;

public class StravaExportReaderTests
{
    private const string Short = "Activity ID,Activity Date,Activity Name,Activity Type,Elapsed Time,Moving Time,Distance,Filename,Average Speed,Max Heart Rate,Calories";

    private const string Full = "Activity ID,Activity Date,Activity Name,Activity Type,Activity Description,Elapsed Time,Distance,Max Heart Rate,Relative Effort,Commute,"
        + "Activity Private Note,Activity Gear,Filename,Athlete Weight,Bike Weight,Elapsed Time,Moving Time,Distance,Elevation Gain,Max Heart Rate,Average Heart Rate,Calories,"
        + "Average Temperature,Perceived Exertion,Total Steps";

    [Fact]
    public async Task Of_names_that_come_twice_the_last_is_the_raw_value()
    {
        var result = await ListAsync(Full, "7,\"Mar 10, 2026, 12:00:00 PM\",Run,Trail Run,\"over\nhills\",3700,10.01,171,50,false,,,,,,3700.0,3600.0,10012.5,120,172,150,640,11.5,7,9000");

        Assert.Equal("strava-bulk", result.Format);
        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
        Assert.Equal(10_012.5, result.Only(Metric.WorkoutDistanceM));
        Assert.Equal(["12:00:00-13:01:40 60"], result.Spans(Metric.WorkoutMinutes));
        Assert.Equal((172, 150), (result.Only(Metric.WorkoutMaxHeartRateBpm), result.Only(Metric.WorkoutAverageHeartRateBpm)));
        Assert.Equal((120, 640), (result.Only(Metric.WorkoutAscentM), result.Only(Metric.WorkoutEnergyKcal)));
        Assert.Equal((11.5, 7), (result.Only(Metric.WorkoutTemperatureC), result.Only(Metric.WorkoutRpe)));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Where_the_raw_value_is_missing_the_shown_one_stands_in_unless_its_unit_is_not_known()
    {
        var result = await ListAsync(Full, "7,\"Mar 10, 2026, 12:00:00 PM\",Gym,Workout,,3700,6.2,171,,,,,,,,,,,,,,,,,");

        Assert.Equal(171, result.Only(Metric.WorkoutMaxHeartRateBpm));
        Assert.Equal(3_700 / 60.0, result.Only(Metric.WorkoutMinutes), 6);
        Assert.Empty(result.All(Metric.WorkoutDistanceM));
    }

    [Theory]
    [InlineData("9000", "2.5", 9_000)]
    [InlineData("9.0", "2.5", 9_000)]
    [InlineData("9000", "", 9_000)]
    public async Task A_single_distance_is_told_from_kilometres_by_the_speed(string distance, string speed, double metres)
    {
        var result = await ListAsync(Short, $"7,\"Mar 10, 2026, 12:00:00 PM\",Run,Run,3700,3600,{distance},,{speed},170,500");

        Assert.Equal(metres, result.Only(Metric.WorkoutDistanceM));
    }

    [Fact]
    public async Task Steps_of_an_activity_are_part_of_the_days_and_not_added()
    {
        var result = await ListAsync(Full, "7,\"Mar 10, 2026, 12:00:00 PM\",Walk,Walk,,600,1,,,,,,,,,600,600,1000,,,,,,,1200");

        Assert.Empty(result.All(Metric.Steps));
    }

    [Fact]
    public async Task A_listed_recording_gives_its_pulse_and_is_not_a_second_workout()
    {
        var noon = Seconds("2026-03-10T12:00:00Z");
        byte[] Fit(uint start) => new FitBuilder().FileId(4).Add(20, (253, U32, start), (3, U8, 140)).Add(18, (2, U32, start), (7, U32, 3_700_000)).Build();

        var result = await OfAsync(
            ("activities.csv", Encoding.UTF8.GetBytes($"{Short}\n7,\"Mar 10, 2026, 12:00:00 PM\",Run,Run,3700,3600,9000,activities/555.fit.gz,2.5,170,500\n")),
            ("activities/555.fit", Fit(noon)),
            ("activities/556.fit", Fit(noon + 86_400)),
            ("media/a.jpg.txt", "x"u8.ToArray()));

        Assert.Equal([140, 140], result.All(Metric.HeartRateBpm));
        Assert.Equal(["Strava", "Garmin 2697"], result.Readings.Where(reading => reading.Metric == Metric.WorkoutMinutes).Select(reading => reading.Source.Name));
        Assert.Equal(1, result.Context.Facts.Unread["files media/*.txt"]);
    }

    [Fact]
    public async Task In_another_language_the_first_columns_are_known_by_their_place()
    {
        const string Header = "Aktivitäts-ID,Datum der Aktivität,Name der Aktivität,Art,Beschreibung,Verstrichene Zeit,Distanz,Max. Herzfrequenz,Belastung,Arbeitsweg,a,b,c,d,e,f";
        var result = await OfAsync(
            ("activities.csv", Encoding.UTF8.GetBytes($"{Header}\n7,\"10. März 2026, 12:00:00\",Lauf,Run,,600,\"1,5\",160,,,,,,,,\n")), ("activities/readme.txt", "x"u8.ToArray()));

        Assert.Equal("strava-bulk", result.Format);
        Assert.Equal(10, result.Only(Metric.WorkoutMinutes));
        Assert.Equal(160, result.Only(Metric.WorkoutMaxHeartRateBpm));
        Assert.Empty(result.All(Metric.WorkoutDistanceM));
    }

    [Fact]
    public async Task A_list_in_another_language_is_known_alone_by_how_its_rows_begin()
    {
        const string Header = "ID de actividad,Fecha de la actividad,Nombre,Tipo,Descripción,Tiempo,Distancia,Frecuencia,Esfuerzo,Desplazamiento,a,b,c,d,e,f";
        var rows = $"{Header}\n12345678901,\"26 jul. 2025, 01:45:16\",Carrera,Run,,600,\"1,5\",160,,,,,,,,\n";

        var known = await OfAsync(("list.csv", Encoding.UTF8.GetBytes(rows)));

        Assert.Equal(("strava-bulk", 10), (known.Format, known.Only(Metric.WorkoutMinutes)));
        await Assert.ThrowsAsync<KneeTwitch.Pipeline.Importing.ExportFormatException>(
            () => OfAsync(("list.csv", Encoding.UTF8.GetBytes(rows.Replace("26 jul. 2025, 01:45:16", "once upon a time", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task A_recorder_that_was_left_on_for_days_counts_the_time_in_motion()
    {
        var result = await ListAsync(Short, "7,\"Mar 10, 2026, 12:00:00 PM\",Run,Run,250000,3600,9000,,2.5,170,500");

        Assert.Equal(60, result.Only(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task A_line_break_and_a_comma_in_a_description_stay_in_it()
    {
        var result = await ListAsync(
            Full, "7,\"Mar 10, 2026, 12:00:00 PM\",Run,Run,\"one,\n\"\"two\"\"\n8,never\",600,1,,,,,,,,,600,600,1000,,,,,,,\n8,\"Mar 11, 2026, 12:00:00 PM\",Run,Run,,600,1,,,,,,,,,600,600,1000,,,,,,,");

        Assert.Equal(2, result.All(Metric.WorkoutSport).Count);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_packed_recording_that_was_cut_keeps_what_came_before_and_says_so()
    {
        var points = string.Concat(Enumerable.Range(0, 600).Select(i =>
            $"<Trackpoint><Time>2026-03-10T12:{i / 60:00}:{i % 60:00}Z</Time><HeartRateBpm><Value>{100 + (i * 7919 % 60)}</Value></HeartRateBpm></Trackpoint>"));
        var tcx = $"  <?xml version=\"1.0\"?><TrainingCenterDatabase><Activities><Activity Sport=\"Running\"><Id>2026-03-10T12:00:00Z</Id><Lap><Track>{points}</Track></Lap></Activity></Activities></TrainingCenterDatabase>";
        using var packed = new MemoryStream();
        using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionMode.Compress))
        {
            gzip.Write(Encoding.UTF8.GetBytes(tcx));
        }

        var list = Encoding.UTF8.GetBytes($"{Short}\n7,\"Mar 10, 2026, 12:00:00 PM\",Run,Run,3700,3600,9000,activities/555.tcx.gz,2.5,170,500\n");
        var whole = await OfAsync(("activities.csv", list), ("activities/555.tcx.gz", packed.ToArray()));
        var cut = await OfAsync(("activities.csv", list), ("activities/555.tcx.gz", packed.ToArray()[..(packed.ToArray().Length * 2 / 3)]));

        Assert.Equal(600, whole.All(Metric.HeartRateBpm).Count);
        Assert.InRange(cut.All(Metric.HeartRateBpm).Count, 10, 590);
        Assert.Contains(cut.Reasons, reason => reason.StartsWith("truncated", StringComparison.Ordinal));
        Assert.Equal([60, 60], ((double[])[whole.Only(Metric.WorkoutMinutes), cut.Only(Metric.WorkoutMinutes)]));
    }

    [Fact]
    public async Task Rows_without_a_date_or_a_duration_are_rejects_with_their_line()
    {
        var result = await ListAsync(Short, "7,never,Run,Run,3700,3600,9000,,2.5,170,500\n8,\"Mar 10, 2026, 12:00:00 PM\",Typed in,Run,,,,,,,");

        Assert.Empty(result.Readings);
        Assert.Contains(result.Context.Rejects.All, reject => reject.Reason == "an activity without a date that can be read" && reject.First.EndsWith("line 2", StringComparison.Ordinal));
        Assert.Contains("an activity without a duration that can be", result.Reasons);
    }

    private static Task<Result> ListAsync(string header, string rows) => OfAsync(("export.csv", Encoding.UTF8.GetBytes($"{header}\n{rows}\n")));
}
