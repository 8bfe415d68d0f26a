using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Fitbit;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Fitbit;

public class FitbitSleepTests
{
    private const string Classic =
        "[{\"logId\":2,\"dateOfSleep\":\"2026-03-11\",\"startTime\":\"2026-03-10T23:00:00.000\",\"duration\":7200000,\"minutesAsleep\":100,\"timeInBed\":120,\"type\":\"classic\","
        + "\"levels\":{\"summary\":{\"asleep\":{\"minutes\":100},\"restless\":{\"minutes\":15},\"awake\":{\"minutes\":5}}}}]";

    [Fact]
    public async Task Short_wakes_lie_over_the_stages_and_no_minute_counts_twice()
    {
        var result = await FromAsync(new FitbitExportReader(), Sample("Fitbit", "sleep-2026-03-10.json"));

        Assert.Equal((52, 60, 8), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Awake)));
        Assert.Equal(120, result.Minutes(SleepStage.InBed));
        Assert.Equal((112, 120), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.VendorInBedMinutes)));
        Assert.Equal(Utc("2026-03-11 00:00"), result.Of(Metric.VendorSleepMinutes)[0].Start);
    }

    [Fact]
    public async Task A_night_without_all_its_parts_has_the_sums_the_vendor_says()
    {
        var result = await OfAsync(new FitbitExportReader(), ("sleep-2026-03-10.json", Classic));

        Assert.Equal((100, 20), (result.Minutes(SleepStage.Asleep), result.Minutes(SleepStage.Awake)));
        Assert.Equal(Utc("2026-03-11 00:00"), result.Of(Metric.SleepStage).Max(reading => reading.End));
    }

    [Fact]
    public async Task Of_one_night_in_two_kinds_the_stages_count()
    {
        var stages = await File.ReadAllTextAsync(Sample("Fitbit", "sleep-2026-03-10.json"), TestContext.Current.CancellationToken);

        var result = await OfAsync(new FitbitExportReader(), ("sleep-2026-03-01.json", Classic), ("sleep-2026-03-10.json", stages));

        Assert.Equal(112, result.Only(Metric.VendorSleepMinutes));
        Assert.Equal(0, result.Minutes(SleepStage.Asleep));
    }

    [Fact]
    public async Task One_log_in_two_files_counts_once()
    {
        var stages = await File.ReadAllTextAsync(Sample("Fitbit", "sleep-2026-03-10.json"), TestContext.Current.CancellationToken);

        var result = await OfAsync(new FitbitExportReader(), ("sleep-2026-02-08.json", stages), ("sleep-2026-03-10.json", stages));

        Assert.Equal(120, result.Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task A_nap_adds_to_the_day_on_which_it_ended()
    {
        const string nap = "[{\"logId\":3,\"dateOfSleep\":\"2026-03-11\",\"startTime\":\"2026-03-11T14:00:00.000\",\"duration\":1800000,\"minutesAsleep\":25,\"timeInBed\":30,\"type\":\"classic\",\"mainSleep\":false}]";

        var result = await OfAsync(new FitbitExportReader(), ("sleep-2026-03-10.json", Classic), ("sleep-2026-03-11.json", nap));

        Assert.Equal((125, 150), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.VendorInBedMinutes)));
    }

    [Fact]
    public async Task The_night_of_a_clock_change_is_as_long_as_it_was()
    {
        const string night =
            "[{\"logId\":4,\"dateOfSleep\":\"2026-03-29\",\"startTime\":\"2026-03-29T01:00:00.000\",\"duration\":7200000,\"minutesAsleep\":120,\"timeInBed\":120,\"type\":\"stages\",\"levels\":{\"data\":["
            + "{\"dateTime\":\"2026-03-29T01:00:00.000\",\"level\":\"light\",\"seconds\":3600},{\"dateTime\":\"2026-03-29T03:00:00.000\",\"level\":\"deep\",\"seconds\":3600}]}}]";

        var result = await OfAsync(new FitbitExportReader(), ("sleep-2026-03-10.json", night));

        Assert.Equal((60, 60), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep)));
        Assert.Equal(Utc("2026-03-29 02:00"), result.Of(Metric.SleepStage).Max(reading => reading.End));
    }

    [Fact]
    public async Task The_old_websites_diary_is_several_tables_in_one_file()
    {
        const string diary = "Activities\nDate,Calories Burned,Steps,Distance,Floors,Minutes Sedentary,Minutes Lightly Active,Minutes Fairly Active,Minutes Very Active,Activity Calories\n"
            + "\"13-03-2026\",\"2,310\",\"11,204\",\"8.1\",\"9\",\"650\",\"220\",\"18\",\"40\",\"1,050\"\n\"12-03-2026\",\"1,500\",\"0\",\"0\",\"0\",\"1,440\",\"0\",\"0\",\"0\",\"0\"\n\n"
            + "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n"
            + "\"12-03-2026 11:05PM\",\"13-03-2026 6:50AM\",\"410\",\"55\",\"18\",\"465\",\"95\",\"240\",\"75\"\n\"13-03-2026 2:00 pm\",\"13-03-2026 2:40 pm\",\"35\",\"5\",\"0\",\"40\",\"N/A\",\"N/A\",\"N/A\"\n";

        var recognition = await RecognizeAsync(new FitbitExportReader(), ("fitbit_export_20260401.csv", diary));
        var result = await OfAsync(new FitbitExportReader(), ("fitbit_export_20260401.csv", diary));

        Assert.Equal(Certainty.Sure, recognition.Certainty);
        Assert.Empty(result.Reasons);
        Assert.Equal((11_204, 2_310, 40, 9), (result.Only(Metric.VendorSteps), result.Only(Metric.VendorTotalEnergyKcal), result.Only(Metric.VendorVigorousMinutes), result.Only(Metric.VendorFlightsClimbed)));
        Assert.Equal((95, 240, 75, 60, 35), (result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Awake), result.Minutes(SleepStage.Asleep)));
        Assert.Equal((445, Utc("2026-03-13 00:00")), (result.Only(Metric.VendorSleepMinutes), result.Of(Metric.VendorSleepMinutes)[0].Start));
        Assert.Equal(Utc("2026-03-12 22:05"), result.Of(Metric.SleepStage).Min(stage => stage.Start));
        Assert.Empty(result.Of(Metric.VendorActiveEnergyKcal));
        Assert.Equal(1, result.Unread["days on which nothing was worn"]);
    }

    [Fact]
    public async Task A_diary_whose_days_and_months_could_be_swapped_is_not_guessed()
    {
        const string head = "Sleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed,Minutes REM Sleep,Minutes Light Sleep,Minutes Deep Sleep\n";

        var iso = await OfAsync(new FitbitExportReader(), ("fitbit_export_1.csv", head + "\"2026-03-10 11:12PM\",\"2026-03-11 7:12AM\",\"460\",\"20\",\"3\",\"480\",\"N/A\",\"N/A\",\"N/A\"\n"));
        var unclear = await OfAsync(new FitbitExportReader(), ("fitbit_export_2.csv", head + "\"03-04-2026 11:12PM\",\"04-04-2026 7:12AM\",\"460\",\"20\",\"3\",\"480\",\"N/A\",\"N/A\",\"N/A\"\n"));

        Assert.Equal(460, iso.Only(Metric.VendorSleepMinutes));
        Assert.Empty(unclear.Readings);
        Assert.Equal(["a date that cannot be read"], unclear.Reasons);
    }

    [Fact]
    public async Task Googles_tables_tell_the_nights_the_JSON_does_not()
    {
        var stages = await File.ReadAllTextAsync(Sample("Fitbit", "sleep-2026-03-10.json"), TestContext.Current.CancellationToken);
        const string folder = "Health Fitness Data_GoogleData/";
        const string nights = "sleep_id,sleep_type,minutes_in_sleep_period,minutes_asleep,minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end\n"
            + "9001,STAGES,120,110,10,+01:00,2026-03-10 22:00:00+0000,+01:00,2026-03-11 00:00:00+0000\n"
            + "9002,STAGES,120,115,5,+01:00,2026-03-11 22:00:00+0000,+01:00,2026-03-12 00:00:00+0000\n";
        const string parts = "sleep_id,sleep_stage_id,sleep_stage_type,sleep_stage_start,sleep_stage_end\n"
            + "9002,1,LIGHT,2026-03-11 22:00:00+0000,2026-03-11 23:55:00+0000\n9002,2,WAKE,2026-03-11 23:55:00+0000,2026-03-12 00:00:00+0000\n";

        var result = await OfAsync(
            new FitbitExportReader(), ("sleep-2026-03-10.json", stages), (folder + "UserSleeps_2026.csv", nights), (folder + "UserSleepStages_2026.csv", parts));

        Assert.Equal([112, 115], result.Of(Metric.VendorSleepMinutes).Select(reading => reading.Value));
        Assert.Equal((52 + 115, 8 + 5), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Awake)));
    }
}
