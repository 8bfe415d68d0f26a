using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Pipeline.Tests.Importing.HealthConnect;

public class HealthConnectNightsTests
{
    private const string Sleep = "sleep_session_record_table";

    [Fact]
    public async Task The_stages_of_a_night_are_told_by_number()
    {
        var result = await new HealthConnectExport()
            .Interval(Sleep, "2026-03-09 22:00", "2026-03-10 06:00")
            .Stage(1, "2026-03-09 22:00", "2026-03-09 22:10", 7)
            .Stage(1, "2026-03-09 22:10", "2026-03-10 01:00", 4)
            .Stage(1, "2026-03-10 01:00", "2026-03-10 02:00", 5)
            .Stage(1, "2026-03-10 02:00", "2026-03-10 03:30", 6)
            .Stage(1, "2026-03-10 03:30", "2026-03-10 05:00", 2)
            .Stage(1, "2026-03-10 05:00", "2026-03-10 05:20", 3)
            .Stage(1, "2026-03-10 05:20", "2026-03-10 05:30", 1)
            .Stage(1, "2026-03-10 05:30", "2026-03-10 06:00", 0)
            .ReadAsync();

        Assert.Equal(
            (480d, 40d, 170d, 60d, 90d, 90d),
            (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Awake), result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Asleep)));
        Assert.Equal(1, result.Unread["sleep stages that are not known"]);
    }

    [Fact]
    public async Task A_session_without_stages_was_slept_through()
    {
        var result = await new HealthConnectExport().Interval(Sleep, "2026-03-09 22:00", "2026-03-10 06:00").ReadAsync();

        Assert.Equal((480, 480), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Asleep)));
    }

    [Fact]
    public async Task Two_apps_tell_one_night_as_two_sources_for_the_day_to_choose()
    {
        var result = await new HealthConnectExport()
            .Interval(Sleep, "2026-03-09 22:00", "2026-03-10 06:00")
            .Interval(Sleep, "2026-03-09 22:10", "2026-03-10 06:05", app: 2)
            .ReadAsync();

        Assert.Equal(2, result.Of(Metric.SleepStage).Select(stage => stage.Source).Distinct().Count());
    }

    [Fact]
    public async Task A_night_that_was_analysed_again_is_the_one_that_was_changed_last()
    {
        var result = await new HealthConnectExport()
            .Interval(Sleep, "2026-03-09 22:00", "2026-03-10 06:00", changed: "2026-03-10 06:10")
            .Interval(Sleep, "2026-03-09 22:30", "2026-03-10 06:00", changed: "2026-03-10 09:00")
            .Stage(1, "2026-03-09 22:00", "2026-03-10 06:00", 4)
            .Stage(2, "2026-03-09 22:30", "2026-03-10 06:00", 5)
            .ReadAsync();

        Assert.Equal((450, 450, 0), (result.Minutes(SleepStage.InBed), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Light)));
        Assert.Equal(1, result.Unread["older versions of a night"]);
    }

    [Fact]
    public async Task Stages_that_overlap_are_cut_and_stages_of_nobodys_night_are_passed_over()
    {
        var result = await new HealthConnectExport()
            .Interval(Sleep, "2026-03-09 22:00", "2026-03-10 06:00")
            .Stage(1, "2026-03-09 22:00", "2026-03-10 02:00", 4)
            .Stage(1, "2026-03-10 01:00", "2026-03-10 06:00", 5)
            .Stage(77, "2026-03-10 01:00", "2026-03-10 06:00", 6)
            .ReadAsync();

        Assert.Equal((240, 240, 0), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem)));
    }

    [Fact]
    public async Task A_night_that_ends_before_it_begins_is_a_reject()
    {
        var result = await new HealthConnectExport().Interval(Sleep, "2026-03-10 06:00", "2026-03-09 22:00").ReadAsync();

        Assert.Empty(result.Readings);
        Assert.Equal(["a night that ends before it begins, or lasts longer than a day"], result.Reasons);
    }
}
