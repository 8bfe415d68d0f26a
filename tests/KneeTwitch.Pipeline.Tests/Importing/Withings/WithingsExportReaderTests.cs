using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Withings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Withings;

public class WithingsExportReaderTests
{
    private const string RawHead = "start,duration,value\n";

    private const string GermanHead =
        "von,bis,\"leicht (s)\",\"tief (s)\",\"rem (s)\",\"wach (s)\",Aufwachen,\"Duration to sleep (s)\",\"Duration to wake up (s)\",\"Average heart rate\"\n";

    private const string GermanNight = "2026-03-10T23:00:00+01:00,2026-03-11T07:00:00+01:00,14400,5400,7200,1800,1,900,300,58\n";

    [Fact]
    public async Task An_export_is_known_by_its_tables_and_read_whole()
    {
        var folder = Path.GetDirectoryName(Sample("Withings", "weight.csv"))!;
        await using var export = await ExportFiles.OpenAsync(folder, cancel: TestContext.Current.CancellationToken);

        var recognition = await new WithingsExportReader().RecognizeAsync(export, TestContext.Current.CancellationToken);
        var result = await FromAsync(new WithingsExportReader(), folder);

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Empty(result.Reasons);
        Assert.Equal((60, 60, 30, 10), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal([58, 57], result.Of(Metric.HeartRateBpm).Select(reading => reading.Value));
        Assert.Equal([8_000, 0], result.Of(Metric.VendorSteps).Select(reading => reading.Value));
        Assert.Equal("Europe/Berlin", Assert.Single(result.Context.Facts.Zones).ZoneId);
    }

    [Fact]
    public async Task Body_water_is_no_drink_and_fat_is_a_share()
    {
        var result = await FromAsync(new WithingsExportReader(), Sample("Withings", "weight.csv"));

        Assert.Equal(70, result.Only(Metric.BodyMassKg));
        Assert.Equal(20, result.Only(Metric.BodyFatPercent), 6);
        Assert.Empty(result.Of(Metric.WaterMl));
        Assert.All(result.Readings, reading => Assert.Equal(Utc("2026-03-11 06:30"), reading.Start));
    }

    [Theory]
    [InlineData("lb", 154.324, 70)]
    [InlineData("st", 11.0231, 70)]
    public async Task The_unit_of_a_weight_stands_in_the_header(string unit, double value, double kilograms)
    {
        var result = await OfAsync(new WithingsExportReader(), ("weight.csv", FormattableString.Invariant($"Date,Weight ({unit}),Fat mass ({unit}),a,b,c\n2026-03-11 07:30:00,{value},,,,\n")));

        Assert.Equal(kilograms, result.Only(Metric.BodyMassKg), 2);
    }

    [Fact]
    public async Task An_edited_workout_counts_once_as_it_was_last_changed()
    {
        var result = await FromAsync(new WithingsExportReader(), Sample("Withings", "activities.csv"));

        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
        Assert.Equal((35, 7_000, 400), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutDistanceM), result.Only(Metric.WorkoutEnergyKcal)));
        Assert.Equal((151, 172, 35), (result.Only(Metric.WorkoutAverageHeartRateBpm), result.Only(Metric.WorkoutMaxHeartRateBpm), result.Only(Metric.WorkoutAscentM)));
    }

    [Fact]
    public async Task A_table_of_nights_in_German_gives_sums_and_an_outline()
    {
        var result = await OfAsync(new WithingsExportReader(), ("sleep.csv", GermanHead + GermanNight + GermanNight));

        Assert.Empty(result.Reasons);
        Assert.Equal((240, 90, 120, 30), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal((450, 480), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.VendorInBedMinutes)));
        Assert.Equal(Utc("2026-03-11 00:00"), result.Of(Metric.VendorSleepMinutes)[0].Start);
        Assert.Equal(Utc("2026-03-11 05:55"), result.Of(Metric.SleepStage).Where(reading => reading.Value > (double)SleepStage.Awake).Max(reading => reading.End));
        Assert.Equal(58, result.Only(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Newer_apps_name_the_ends_of_a_night_anew_and_add_columns()
    {
        const string night = "Start date,End date,light (s),deep (s),rem (s),awake (s),wake up,Sleep score\n2026-03-10T23:00:00+01:00,2026-03-11T07:00:00+01:00,14400,5400,7200,1700,1,88\n";

        var result = await OfAsync(new WithingsExportReader(), ("sleep.csv", night));

        Assert.Empty(result.Reasons);
        Assert.Equal((240, 90, 120, 480), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.InBed)));
        Assert.InRange(result.Minutes(SleepStage.Awake), 28, 29);
    }

    [Fact]
    public async Task A_list_that_comes_back_longer_adds_only_what_is_new()
    {
        using var folder = new ExportFolder();
        folder.File("old/raw_bed_hr.csv", RawHead + "2026-03-10T23:00:00+01:00,\"[60,60]\",\"[66,65]\"\n");
        folder.File("new/raw_bed_hr.csv", RawHead + "2026-03-10T23:00:00+01:00,\"[60,60,60]\",\"[66,65,64]\"\n");

        var report = await Inspection.InspectAsync([folder.Path], "Europe/Berlin", null, TestContext.Current.CancellationToken);

        Assert.Equal((3, 2), (report.Files[0].Readings, report.Files[0].Duplicates));
    }

    [Fact]
    public async Task A_comment_may_hold_line_breaks()
    {
        var result = await OfAsync(new WithingsExportReader(), ("weight.csv", "Date,Weight (kg),Fat mass (kg),Bone mass (kg),Muscle mass (kg),Hydration (kg),Comments\n2026-03-11 07:30:00,70,,,,,\"after\nrun, wet\"\n2026-03-12 07:30:00,71,,,,,\n"));

        Assert.Equal([70, 71], result.Of(Metric.BodyMassKg).Select(reading => reading.Value));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_night_the_mat_has_told_is_not_told_again_by_its_sums()
    {
        var states = RawHead + "2026-03-10T23:00:00+01:00,\"[14400,14400]\",\"[1,2]\"\n";

        var result = await OfAsync(new WithingsExportReader(), ("raw_bed_sleep-state.csv", states), ("sleep.csv", GermanHead + GermanNight));

        Assert.Equal((240, 240, 480), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.InBed)));
        Assert.All(result.Of(Metric.SleepStage), reading => Assert.Equal("Withings Sleep", reading.Source.Name));
        Assert.Equal(450, result.Only(Metric.VendorSleepMinutes));
    }

    [Fact]
    public async Task The_mat_goes_before_the_watch()
    {
        var mat = RawHead + "2026-03-10T23:00:00+01:00,[3600],[1]\n";
        var watch = RawHead + "2026-03-10T23:00:00+01:00,\"[3600,3600]\",\"[2,2]\"\n";

        var result = await OfAsync(new WithingsExportReader(), ("raw_tracker_sleep-state.csv", watch), ("raw_bed_sleep-state.csv", mat));

        Assert.Equal(
            [("Withings Sleep", (double)SleepStage.Light, Utc("2026-03-10 22:00")), ("Withings watch", (double)SleepStage.Deep, Utc("2026-03-10 23:00"))],
            result.Readings.Select(reading => (reading.Source.Name, reading.Value, reading.Start)));
        Assert.Contains("sleep states of the watch where the mat has its own", result.Unread.Keys);
    }

    [Fact]
    public async Task The_first_mat_knew_only_asleep_and_awake()
    {
        var result = await OfAsync(new WithingsExportReader(), ("raw_sleep-monitor_sleep-state.csv", RawHead + "2026-03-10T23:00:00+01:00,\"[60,60]\",\"[0,1]\"\n"));

        Assert.Equal((1, 1, 0), (result.Minutes(SleepStage.Awake), result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.Light)));
    }

    [Fact]
    public async Task A_list_over_a_clock_change_goes_on_by_instants()
    {
        var states = RawHead + "2025-10-26T03:00:00+01:00,[60],[1]\n2025-10-26T01:59:00+02:00,\"[60,3600,3600]\",\"[1,2,3]\"\n";

        var result = await OfAsync(new WithingsExportReader(), ("raw_bed_sleep-state.csv", states));

        Assert.Equal(
            [Utc("2025-10-26 02:00"), Utc("2025-10-25 23:59"), Utc("2025-10-26 00:00"), Utc("2025-10-26 01:00")],
            result.Readings.Select(reading => reading.Start));
    }

    [Fact]
    public async Task A_repeated_row_gives_the_same_readings_and_the_union_drops_them()
    {
        var row = "2026-03-10T23:00:00+01:00,\"[60,60]\",\"[0,1]\"\n";

        var result = await OfAsync(new WithingsExportReader(), ("raw_bed_sleep-state.csv", RawHead + row + row));

        Assert.Equal(4, result.Readings.Count);
        Assert.Equal(2, result.Readings.Distinct().Count());
    }

    [Fact]
    public async Task Lists_of_different_lengths_are_read_as_far_as_both_go()
    {
        var result = await OfAsync(new WithingsExportReader(), ("raw_hr_hr.csv", RawHead + "2026-03-10T23:00:00+01:00,\"[60,60,60]\",\"[70,71]\"\n"));

        Assert.Equal([70, 71], result.Readings.Select(reading => reading.Value));
        Assert.Equal(["lists of durations and values that differ in length: the rest of the longer one is left out"], result.Reasons);
    }

    [Fact]
    public async Task A_table_with_other_columns_is_refused_and_the_next_one_read()
    {
        var result = await OfAsync(
            new WithingsExportReader(),
            ("sleep-monitor_hr.csv", "start,length,heart_rate\n2026-03-10T23:00:00+01:00,[60],[66]\n"),
            ("sleep.csv", GermanHead.Replace("von,bis", "start,ende", StringComparison.Ordinal) + GermanNight),
            ("raw_bed_hr.csv", RawHead + "2026-03-10T23:00:00+01:00,[60],[66]\n"));

        Assert.Equal(66, result.Only(Metric.HeartRateBpm));
        Assert.Equal(2, result.Reasons.Count(reason => reason.StartsWith("the columns are not", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_empty_table_is_no_error()
    {
        var result = await OfAsync(new WithingsExportReader(), ("raw_bed_hr.csv", RawHead));

        Assert.Empty(result.Readings);
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Oxygen_the_watch_was_unsure_of_is_left_out()
    {
        var result = await OfAsync(
            new WithingsExportReader(),
            ("raw_spo2_auto_spo2.csv", RawHead + "2026-03-10T23:00:00+01:00,[0],[97]\n2026-03-10T23:10:00+01:00,[0],[71]\n"),
            ("raw_spo2_quality_score.csv", RawHead + "2026-03-10T23:00:00+01:00,[0],[40]\n2026-03-10T23:10:00+01:00,[0],[-1]\n"));

        Assert.Equal(97, result.Only(Metric.OxygenSaturationPercent));
    }

    [Fact]
    public async Task A_pulse_without_a_pressure_is_a_pulse()
    {
        var result = await OfAsync(new WithingsExportReader(), ("bp.csv", "Date,Heart rate,Systolic,Diastolic,Comments\n2026-03-11 07:30:00,61,121,79,\n2026-03-11 08:30:00,64,,,\n"));

        Assert.Equal([61, 64], result.Of(Metric.HeartRateBpm).Select(reading => reading.Value));
        Assert.Equal((121, 79), (result.Only(Metric.SystolicMmhg), result.Only(Metric.DiastolicMmhg)));
    }

    [Fact]
    public async Task A_sum_of_oxygen_readings_is_meaningless_and_named_as_unread()
    {
        var result = await OfAsync(new WithingsExportReader(), ("aggregates_manual_spo2.csv", "date,value\n2026-03-11,291\n"), ("raw_location_latitude.csv", RawHead));

        Assert.Empty(result.Readings);
        Assert.Equal(["file aggregates_manual_spo2.csv", "file raw_location_latitude.csv"], result.Unread.Keys.Order());
    }
}
