using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing.Zepp;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Zepp;

public class ZeppExportReaderTests
{
    private static readonly ZeppExportReader Reader = new();

    [Fact]
    public async Task A_night_of_sums_keeps_them_in_minutes()
    {
        var result = await FromAsync(Reader, Sample("Zepp", "sleep.csv"));

        Assert.Equal((90, 250, 100, 20), (result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal(440, result.Only(Metric.VendorSleepMinutes));
        Assert.Equal(460, result.Only(Metric.VendorInBedMinutes));
    }

    [Fact]
    public async Task A_placeholder_is_no_night_but_may_carry_naps()
    {
        var result = await FromAsync(Reader, Sample("Zepp", "sleep.csv"));

        Assert.Equal(1, result.Unread["nights without sleep"]);
        Assert.Equal(30, result.Minutes(SleepStage.Asleep));
        Assert.Equal(["a nap of seconds, or not of the day it is written to"], result.Reasons);
    }

    [Fact]
    public async Task Without_a_column_for_rem_only_being_asleep_is_known()
    {
        var result = await OfAsync(Reader, ("old.csv", "date,lastSyncTime,deepSleepTime,shallowSleepTime,wakeTime,start,stop\n2026-03-10,1773130000,100,300,20,1773090000,1773115200\n"));

        Assert.Equal(400, result.Minutes(SleepStage.Asleep));
        Assert.Equal(0, result.Minutes(SleepStage.Light));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1_773_090_000), result.Of(Metric.SleepStage).Min(stage => stage.Start));
    }

    [Fact]
    public async Task A_night_that_grew_is_the_longer_one()
    {
        const string head = "date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime\n";
        const string early = "2026-03-10,60,60,0,2026-03-09 22:00:00+0000,2026-03-10 00:00:00+0000,0\n", late = "2026-03-10,90,300,0,2026-03-09 22:00:00+0000,2026-03-10 04:30:00+0000,0\n";

        var result = await OfAsync(Reader, ("a.csv", head + late + early));

        Assert.Equal((390, 390), (result.Minutes(SleepStage.InBed), result.Only(Metric.VendorSleepMinutes)));
    }

    [Fact]
    public async Task A_pulse_of_a_band_on_the_table_is_none()
    {
        var rows = string.Concat(((int[])[0, 24, 25, 254, 255, 300]).Select((bpm, i) => $"2026-03-10,08:0{i},{bpm}\n"));

        var result = await OfAsync(Reader, ("HEARTRATE_AUTO.csv", "date,time,heartRate\n" + rows));

        Assert.Equal(25, result.Only(Metric.HeartRateBpm));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Minutes_of_sleep_that_are_dated_a_day_late_find_their_night()
    {
        var minutes = string.Join('\n', Enumerable.Range(0, 460).Select(i => new DateTime(2026, 3, 10, 23, 0, 0).AddMinutes(i)).Select(time => $"{time:yyyy-MM-dd},{time:HH:mm},{(time.Hour < 3 ? "DEEP" : "LIGHT")}"));
        const string night = "date,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime\n2026-03-10,180,280,0,2026-03-09 22:00:00+0000,2026-03-10 05:40:00+0000,0\n";

        var result = await OfAsync(Reader, ("SLEEP/s.csv", night), ("SLEEP_MINUTE/m.csv", $"date,time,stage\n{minutes}\n"));

        Assert.Equal(460, result.Minutes(SleepStage.InBed));
        Assert.Equal(Utc("2026-03-09 22:00"), result.Of(Metric.SleepStage).Min(stage => stage.Start));
        Assert.Equal(180, result.Minutes(SleepStage.Deep));
    }

    [Fact]
    public async Task Columns_of_days_come_in_any_order_and_zeros_are_a_band_not_worn()
    {
        var result = await OfAsync(Reader, ("hr_june.csv", "date,lastSyncTime,calories,steps,runDistance,distance\n2026-03-10,1,310,7000,0,5100\n2026-03-11,1,0,0,0,0\n"));

        Assert.Equal((7_000, 5_100, 310), (result.Only(Metric.VendorSteps), result.Only(Metric.VendorDistanceM), result.Only(Metric.VendorActiveEnergyKcal)));
        Assert.Equal(1, result.Unread["totals of a day without the band"]);
    }

    [Fact]
    public async Task Rows_of_the_pulse_that_disagree_with_their_header_are_seconds_and_a_pulse()
    {
        var result = await OfAsync(Reader, ("HEARTRATE.csv", "date,lastSyncTime,heartRate,timestamp\n1773130030,62\n1773130090,255\n"));

        var beat = Assert.Single(result.Of(Metric.HeartRateBpm));
        Assert.Equal((DateTimeOffset.FromUnixTimeSeconds(1_773_130_020), 62), (beat.Start, beat.Value));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task The_hour_that_repeats_in_autumn_is_told_by_the_order_of_the_file()
    {
        var result = await OfAsync(Reader, ("HEARTRATE_AUTO.csv", "date,time,heartRate\n2025-10-26,02:58,60\n2025-10-26,02:59,61\n2025-10-26,02:00,62\n2025-10-26,02:01,63\n2025-10-26,03:00,64\n"));

        Assert.Equal(
            [Utc("2025-10-26 00:58"), Utc("2025-10-26 00:59"), Utc("2025-10-26 01:00"), Utc("2025-10-26 01:01"), Utc("2025-10-26 02:00")],
            result.Of(Metric.HeartRateBpm).Select(beat => beat.Start));
    }

    [Fact]
    public async Task Minus_one_is_what_a_workout_did_not_measure()
    {
        var result = await OfAsync(Reader, ("SPORT.csv", "type,startTime,sportTime(s),maxPace(/meter),minPace(/meter),distance(m),avgPace(/meter),calories(kcal)\n1,2026-03-10 07:00:00+0000,1800,-1,-1,-1.0,-1,220\n"));

        Assert.Equal((30, 220, (double)Sport.Run), (result.Only(Metric.WorkoutMinutes), result.Only(Metric.WorkoutEnergyKcal), result.Only(Metric.WorkoutSport)));
        Assert.Empty(result.Of(Metric.WorkoutDistanceM));
    }

    [Fact]
    public async Task Stages_of_walking_are_a_third_copy_and_the_person_is_left_alone()
    {
        var result = await OfAsync(
            Reader,
            ("BODY/b.csv", "timestamp,weight,height,bmi,fatRate,bodyWaterRate,boneMass,metabolism,muscleRate,visceralFat,impedance\n2026-03-10 06:00:00+0000,70.5,0,22,null,null,0,0,0,0,0\n"),
            ("ACTIVITY_STAGE/a.csv", "date,start,stop,distance,calories,steps\n2026-03-10,10:00,10:10,700,30,1000\n"),
            ("USER/u.csv", "userId,gender,height,weight,nickName,avatar,birthday\n1,0,170,70,Ann,x,1990-01\n"));

        Assert.Equal(70.5, result.Only(Metric.BodyMassKg));
        Assert.Single(result.Readings);
        Assert.Equal(2, result.Unread.Count);
    }
}
