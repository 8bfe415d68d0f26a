using KneeTwitch.Core.Readings;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.SleepCycle;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.ReadExport;

namespace KneeTwitch.Pipeline.Tests.Importing.SleepCycle;

public class SleepCycleExportReaderTests
{
    private const string Old = "Start;End;Sleep quality;Time in bed;Wake up;Sleep Notes;Heart rate;Activity (steps)";
    private static readonly SleepCycleExportReader Reader = new();

    [Fact]
    public async Task Seconds_with_decimal_commas_become_the_stages_of_a_night()
    {
        var result = await FromAsync(Reader, Sample("SleepCycle", "sleepdata.csv"));

        Assert.Equal((240, 120, 90, 30), (result.Minutes(SleepStage.Light), result.Minutes(SleepStage.Deep), result.Minutes(SleepStage.Rem), result.Minutes(SleepStage.Awake)));
        Assert.Equal((450, 58, -0.3), (result.Only(Metric.VendorSleepMinutes), result.Only(Metric.HeartRateBpm), result.Only(Metric.SkinTemperatureDeviationC)));
    }

    [Fact]
    public async Task A_night_of_26_hours_is_a_crash_a_short_one_a_test_and_one_of_nothing_a_failure()
    {
        var result = await FromAsync(Reader, Sample("SleepCycle", "sleepdata.csv"));

        Assert.Equal(["a night that ends before it begins, or lasts longer than a day"], result.Reasons);
        Assert.Equal(490, result.Minutes(SleepStage.InBed));
        Assert.Equal(1, result.Unread["nights that could not be tracked"]);
    }

    [Fact]
    public async Task Notes_are_counted_by_subject_and_steps_are_not_taken()
    {
        var result = await FromAsync(Reader, Sample("SleepCycle", "sleepdata.csv"));

        Assert.Equal((1, 1, 1), (result.Unread["notes about caffeine"], result.Unread["notes about stress"], result.Unread["notes about something else"]));
        Assert.Empty(result.Of(Metric.Steps));
        Assert.Empty(result.Of(Metric.VendorSteps));
    }

    [Theory]
    [InlineData("8:00", "0")]
    [InlineData("8:00:00", "")]
    [InlineData("08:00:00", "0")]
    public async Task The_old_layout_knows_no_stages_and_zero_is_not_measured(string inBed, string pulse)
    {
        var result = await OfAsync(Reader, ("sleepdata.csv", $"\uFEFF{Old}\n2016-03-09 23:00:00;2016-03-10 07:00:00;89%;{inBed};:);;{pulse};0\n"));

        Assert.Equal(480, result.Minutes(SleepStage.InBed));
        Assert.Single(result.Of(Metric.SleepStage));
        Assert.Empty(result.Of(Metric.HeartRateBpm));
        Assert.Empty(result.Of(Metric.VendorSleepMinutes));
    }

    [Fact]
    public async Task Time_in_bed_is_believed_where_the_clocks_disagree()
    {
        var result = await OfAsync(Reader, ("s.csv", $"{Old}\n2016-03-09 23:00:00;2016-03-10 07:00:00;89%;7:00;;;;\n"));

        Assert.Equal(420, result.Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task An_edited_night_counts_once_and_of_two_that_overlap_the_longer_one()
    {
        var result = await OfAsync(Reader, ("s.csv", $"{Old}\n2016-03-09 23:00:00;2016-03-10 06:00:00;89%;7:00;;;;\n2016-03-09 23:00:00;2016-03-10 07:00:00;89%;8:00;;a;;\n2016-03-09 23:30:00;2016-03-10 06:00:00;80%;6:30;;;;\n"));

        Assert.Equal(480, result.Minutes(SleepStage.InBed));
    }

    [Fact]
    public async Task The_layout_that_goes_to_bed_is_known_and_commas_of_a_spreadsheet_too()
    {
        var text = "Went to bed,Woke up,Sleep Quality,Time in bed,Alertness score\n2026-03-09 23:00:00,2026-03-10 07:00:00,0.89,8:00,3\n";

        Assert.Equal(Certainty.Sure, (await RecognizeAsync(Reader, ("x.csv", text))).Certainty);
        Assert.Equal(480, (await OfAsync(Reader, ("x.csv", text))).Minutes(SleepStage.InBed));
    }
}
