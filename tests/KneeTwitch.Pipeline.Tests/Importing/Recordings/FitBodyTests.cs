using KneeTwitch.Core.Readings;
using KneeTwitch.Core.Wearers;
using KneeTwitch.Pipeline.Importing;
using KneeTwitch.Pipeline.Importing.Recordings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class FitBodyTests
{
    private static readonly uint Night = Seconds("2026-03-10T22:00:00Z");

    [Fact]
    public async Task A_sleep_level_lasts_until_the_next_and_the_last_until_the_nights_end()
    {
        var result = await OfAsync(new FitBuilder().FileId(49)
            .Add(275, (253, U32, Night), (0, E8, 2))
            .Add(275, (253, U32, Night + 1_800), (0, E8, 3))
            .Add(275, (253, U32, Night + 3_600), (0, E8, 0))
            .Add(275, (253, U32, Night + 5_400), (0, E8, 4))
            .Add(275, (253, U32, Night + 7_200), (0, E8, 1))
            .Add(21, (253, U32, Night + 7_800), (0, E8, 74), (1, E8, 1)));

        Assert.Equal(
            ["22:00:00-22:30:00 3", "22:30:00-23:00:00 4", "23:30:00-00:00:00 5", "00:00:00-00:10:00 2"], result.Spans(Metric.SleepStage));
    }

    [Fact]
    public async Task The_five_minute_values_of_a_night_go_before_its_mean()
    {
        var both = await OfAsync(new FitBuilder().FileId(68)
            .Add(370, (253, U32, Night), (0, U16, 6_000), (1, U16, 5_120))
            .Add(371, (253, U32, Night + 300), (0, U16, 5_760)));
        var mean = await OfAsync(new FitBuilder().FileId(68).Add(370, (253, U32, Night), (0, U16, 6_000), (1, U16, 5_120)));

        Assert.Equal([45], both.All(Metric.HrvRmssdMs));
        Assert.Equal([40], mean.All(Metric.HrvRmssdMs));
    }

    [Fact]
    public async Task Stress_below_zero_was_not_measured_and_has_a_time_of_its_own()
    {
        var result = await OfAsync(new FitBuilder().FileId(32)
            .Add(227, (0, S16, 31), (1, U32, Night)).Add(227, (0, S16, -2), (1, U32, Night + 180)));

        Assert.Equal(["22:00:00-22:00:00 31"], result.Spans(Metric.VendorStressScore));
    }

    [Fact]
    public async Task Of_the_pulse_at_rest_todays_counts_as_it_stood_last()
    {
        var result = await OfAsync(new FitBuilder().FileId(32)
            .Add(211, (253, U32, Night - 7_200), (0, U8, 52), (1, U8, 58))
            .Add(211, (253, U32, Night - 3_600), (0, U8, 52), (1, U8, 55)));

        Assert.Equal(55, result.Only(Metric.RestingHeartRateBpm));
    }

    [Fact]
    public async Task Breaths_and_oxygen_are_read_where_they_were_measured()
    {
        var result = await OfAsync(new FitBuilder().FileId(32)
            .Add(297, (253, U32, Night), (0, S16, 1_450)).Add(297, (253, U32, Night + 60), (0, S16, -300))
            .Add(269, (253, U32, Night), (0, U8, 96)).Add(269, (253, U32, Night + 60), (0, U8, 0)));

        Assert.Equal([14.5], result.All(Metric.RespiratoryRatePerMinute));
        Assert.Equal([96], result.All(Metric.OxygenSaturationPercent));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_scale_of_one_person_is_read_and_its_weighing_that_is_not_done_is_not()
    {
        var result = await OfAsync(new FitBuilder().FileId(9)
            .Add(30, (253, U32, Night), (0, U16, 7_580), (1, U16, 2_230), (12, U16, 0)).Add(30, (253, U32, Night + 5), (0, U16, 0xFFFE), (12, U16, 0)));

        Assert.Equal(75.8, result.Only(Metric.BodyMassKg));
        Assert.Equal(22.3, result.Only(Metric.BodyFatPercent), 6);
    }

    [Fact]
    public async Task Of_several_people_on_one_scale_none_is_guessed_to_be_the_wearer()
    {
        var result = await OfAsync(new FitBuilder().FileId(9)
            .Add(30, (253, U32, Night), (0, U16, 7_580), (12, U16, 0)).Add(30, (253, U32, Night + 60), (0, U16, 5_820), (12, U16, 1)));

        Assert.Empty(result.Readings);
        Assert.Contains("users 0, 1", Assert.Single(result.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blood_pressure_is_read()
    {
        var result = await OfAsync(new FitBuilder().FileId(14, maker: 999).Add(51, (253, U32, Night), (0, U16, 121), (1, U16, 79)));

        Assert.Equal((121, 79), (result.Only(Metric.SystolicMmhg), result.Only(Metric.DiastolicMmhg)));
        Assert.Equal("FIT maker 999 2697", result.Readings[0].Source.Name);
    }

    [Fact]
    public async Task A_cuff_tells_the_pulse_too_and_which_measurements_failed()
    {
        var result = await OfAsync(new FitBuilder().FileId(14)
            .Add(51, (253, U32, Night), (0, U16, 121), (1, U16, 79), (6, U8, 64), (8, E8, 0))
            .Add(51, (253, U32, Night + 60), (0, U16, 250), (1, U16, 30), (8, E8, 2))
            .Add(51, (253, U32, Night + 120), (0, U16, 118), (1, U16, 76), (6, U8, 0), (8, E8, 4)));

        Assert.Equal([121, 118], result.All(Metric.SystolicMmhg));
        Assert.Equal([64], result.All(Metric.HeartRateBpm));
        Assert.Equal(["a blood pressure that the cuff itself calls failed"], result.Reasons);
    }

    [Theory]
    [InlineData("1", 58.2, 118)]
    [InlineData("0", 75.8, 131)]
    public async Task The_person_that_was_named_is_the_one_of_several_on_a_scale_or_cuff(string person, double kg, double systolic)
    {
        var file = new FitBuilder().FileId(9)
            .Add(30, (253, U32, Night), (0, U16, 7_580), (12, U16, 0)).Add(30, (253, U32, Night + 60), (0, U16, 5_820), (12, U16, 1))
            .Add(51, (253, U32, Night), (0, U16, 131), (1, U16, 80), (9, U16, 0)).Add(51, (253, U32, Night + 60), (0, U16, 118), (1, U16, 70), (9, U16, 1));
        using var folder = new ExportFolder();
        var context = new ReadingContext { Zones = ZoneHistory.Of("Europe/Berlin"), AsOf = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero), Person = person };

        var result = await ReadExport.FromAsync(RecordingExportReader.All[0], folder.File("a.fit", file.Build()), context);

        Assert.Equal((kg, systolic), (result.Only(Metric.BodyMassKg), result.Only(Metric.SystolicMmhg)));
    }

    [Fact]
    public async Task The_uptake_of_oxygen_has_a_time_of_its_own_and_is_read_from_files_that_are_left_otherwise()
    {
        var result = await OfAsync(new FitBuilder().FileId(44)
            .Add(229, (0, U32, Night), (2, U16, 483)).Add(229, (0, U32, Night + 60), (2, U16, null)).Add(227, (0, S16, 31), (1, U32, Night)));

        Assert.Equal(["22:00:00-22:00:00 48.3"], result.Spans(Metric.Vo2MaxMlPerKgMinute));
        Assert.Single(result.Readings);
        Assert.Equal(1, result.Context.Facts.Unread["FIT files: vendor's metrics"]);
    }

    [Fact]
    public async Task The_skins_warmth_is_a_deviation_and_may_be_below_zero()
    {
        var result = await OfAsync(new FitBuilder().FileId(73).Add(398, (253, U32, Night), (1, F32, -0.25), (4, F32, 33.5)));

        Assert.Equal(-0.25, result.Only(Metric.SkinTemperatureDeviationC));
    }
}
