using KneeTwitch.Core.Readings;
using Xunit;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.FitBuilder;
using static KneeTwitch.Pipeline.Tests.Importing.Recordings.RecordingExport;

namespace KneeTwitch.Pipeline.Tests.Importing.Recordings;

public class FitActivityTests
{
    private static readonly uint Noon = Seconds("2026-03-10T12:00:00Z");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_session_is_a_workout_in_either_byte_order(bool isBigEndian)
    {
        var result = await OfAsync(new FitBuilder { IsBigEndian = isBigEndian }.FileId(4).Add(
            18, (2, U32, Noon), (7, U32, 3_700_000), (8, U32, 3_600_000), (9, U32, 1_050_050), (11, U16, 640), (16, U8, 148),
            (17, U8, 171), (22, U16, 85), (193, U8, 70), (5, E8, 1)));

        Assert.Equal("fit", result.Format);
        Assert.Equal((double)Sport.Run, result.Only(Metric.WorkoutSport));
        Assert.Equal(60, result.Only(Metric.WorkoutMinutes));
        Assert.Equal(10_500.5, result.Only(Metric.WorkoutDistanceM));
        Assert.Equal(640, result.Only(Metric.WorkoutEnergyKcal));
        Assert.Equal(148, result.Only(Metric.WorkoutAverageHeartRateBpm));
        Assert.Equal(171, result.Only(Metric.WorkoutMaxHeartRateBpm));
        Assert.Equal(85, result.Only(Metric.WorkoutAscentM));
        Assert.Equal(7, result.Only(Metric.WorkoutRpe));
        Assert.All(result.Readings, reading => Assert.Equal("Garmin 2697", reading.Source.Name));
        Assert.Equal(["12:00:00-13:01:40 60"], result.Spans(Metric.WorkoutMinutes));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task A_value_that_says_nothing_is_none_and_never_255()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(20, (253, U32, Noon), (3, U8, null))
            .Add(18, (2, U32, Noon), (7, U32, 60_000), (16, U8, null), (11, U16, null), (9, U32, null)));

        Assert.Equal([Metric.WorkoutSport, Metric.WorkoutMinutes], result.Readings.Select(reading => reading.Metric));
    }

    [Fact]
    public async Task A_pulse_of_zero_is_a_strap_that_is_not_worn()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(20, (253, U32, Noon), (3, U8, 0))
            .Add(20, (253, U32, Noon + 5), (3, U8, 92))
            .Add(18, (2, U32, Noon), (7, U32, 60_000), (16, U8, 0), (17, U8, 0)));

        Assert.Equal([92], result.All(Metric.HeartRateBpm));
        Assert.Empty(result.All(Metric.WorkoutAverageHeartRateBpm));
        Assert.Empty(result.All(Metric.WorkoutMaxHeartRateBpm));
    }

    [Fact]
    public async Task Times_packed_into_headers_run_on_and_roll_over()
    {
        var start = Noon & ~31u;
        var file = new FitBuilder().FileId(4).Add(20, (253, U32, start + 30), (3, U8, 100))
            .Define(1, 20, [(3, 1, U8)]).Compressed(1, 31, 101).Compressed(1, 2, 102).Compressed(1, 20, 103).Compressed(1, 1, 104);

        var result = await OfAsync(file);

        var first = DateTimeOffset.FromUnixTimeSeconds(631_065_600 + start);
        var beats = result.Readings.Where(reading => reading.Metric == Metric.HeartRateBpm).Select(reading => ((reading.Start - first).TotalSeconds, reading.Value));
        Assert.Equal([(30, 100), (31, 101), (34, 102), (52, 103), (65, 104)], beats);
    }

    [Fact]
    public async Task A_second_that_comes_twice_keeps_its_later_record()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(20, (253, U32, Noon), (3, U8, 100)).Add(20, (253, U32, Noon), (3, U8, 110)).Add(20, (253, U32, Noon + 1), (3, U8, 111)));

        Assert.Equal([110, 111], result.All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_recording_without_a_session_is_told_from_its_records()
    {
        var result = await OfAsync(new FitBuilder().FileId(4).Add(12, (0, E8, 2), (1, E8, 0))
            .Add(20, (253, U32, Noon), (3, U8, 100), (5, U32, 0))
            .Add(20, (253, U32, Noon + 600), (3, U8, 120), (5, U32, 300_000)));

        Assert.Equal((double)Sport.Cycle, result.Only(Metric.WorkoutSport));
        Assert.Equal(10, result.Only(Metric.WorkoutMinutes));
        Assert.Equal(3_000, result.Only(Metric.WorkoutDistanceM));
        Assert.Equal(110, result.Only(Metric.WorkoutAverageHeartRateBpm));
        Assert.Equal(120, result.Only(Metric.WorkoutMaxHeartRateBpm));
    }

    [Fact]
    public async Task A_session_that_comes_first_and_several_of_them_are_each_a_workout()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(18, (254, U16, 0), (2, U32, Noon), (7, U32, 1_200_000), (5, E8, 5))
            .Add(18, (254, U16, 1), (2, U32, Noon + 1_200), (7, U32, 60_000), (5, E8, 3))
            .Add(18, (254, U16, 2), (2, U32, Noon + 1_260), (7, U32, 2_400_000), (5, E8, 2))
            .Add(20, (253, U32, Noon), (3, U8, 100)));

        Assert.Equal([(double)Sport.Swim, (double)Sport.Other, (double)Sport.Cycle], result.All(Metric.WorkoutSport));
        Assert.Equal([20, 1, 40], result.All(Metric.WorkoutMinutes));
    }

    [Fact]
    public async Task A_gym_sport_is_told_by_its_sub_sport()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(18, (2, U32, Noon), (7, U32, 60_000), (5, E8, 10), (6, E8, 20))
            .Add(18, (2, U32, Noon + 90), (7, U32, 60_000), (5, E8, 4), (6, E8, 15)));

        Assert.Equal([(double)Sport.Strength, (double)Sport.Elliptical], result.All(Metric.WorkoutSport));
    }

    [Fact]
    public async Task Chained_files_are_all_read()
    {
        byte[] Part(uint start) => new FitBuilder().FileId(4).Add(18, (2, U32, start), (7, U32, 60_000), (5, E8, 1)).Build();

        var result = await OfAsync(("a.fit", [.. Part(Noon), .. Part(Noon + 3_600)]));

        Assert.Equal(["12:00:00-12:01:00 1", "13:00:00-13:01:00 1"], result.Spans(Metric.WorkoutMinutes));
        Assert.Empty(result.Reasons);
    }

    [Fact]
    public async Task Beats_that_a_strap_hands_in_afterwards_are_dated_by_its_own_clock()
    {
        // Three packed times, 0x400, 0x800 and, past a turn of the twelve bits, 0x100 ticks of 1/1024 s.
        byte[] packed = [0x00, 0x04, 0x80, 0x00, 0x01, 0x00];
        var strap = new FitBuilder()
            .Add(132, (253, U32, Noon), (9, U32, 0x2000), (6, U8, 90))
            .Add(132, (10, Raw, packed), (6, U8, new[] { 91, 92, 93 }));

        var result = await OfAsync(("a.fit", [.. new FitBuilder().FileId(4).Build(), .. strap.Build()]));

        Assert.Equal(["12:00:00-12:00:00 90", "12:00:01-12:00:01 91", "12:00:02-12:00:02 92", "12:00:04-12:00:04 93"], result.Spans(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_developers_pulse_stands_in_for_a_missing_one_in_its_own_scale()
    {
        var file = new FitBuilder().FileId(4)
            .Add(206, (0, U8, 0), (1, U8, 5), (2, U8, U16), (3, Str, "pulse"), (6, U8, 10), (14, U16, 20), (15, U8, 3))
            .Define(1, 20, [(253, 4, U32), (3, 1, U8)], [(5, 2, 0), (6, 3, 1)]);
        file.Data(1, [.. file.Encode(U32, Noon), 255, .. file.Encode(U16, 1_215), 1, 2, 3]);
        file.Data(1, [.. file.Encode(U32, Noon + 1), 118, .. file.Encode(U16, 1_215), 1, 2, 3]);

        var result = await OfAsync(file);

        Assert.Equal([121.5, 118], result.All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task A_field_whose_size_does_not_fit_its_type_is_passed_over()
    {
        var file = new FitBuilder().FileId(4).Define(1, 20, [(253, 4, U32), (5, 3, U32), (3, 1, U8)]);
        file.Data(1, [.. file.Encode(U32, Noon), 1, 2, 3, 97]);

        Assert.Equal([97], (await OfAsync(file)).All(Metric.HeartRateBpm));
    }

    [Fact]
    public async Task Strides_and_steps_of_a_workout_are_part_of_the_days_and_not_added()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(18, (2, U32, Noon), (7, U32, 60_000), (10, U32, 78), (5, E8, 1)));

        Assert.Empty(result.All(Metric.Steps));
    }

    [Fact]
    public async Task The_length_of_a_step_is_gait_where_somebody_walked_and_only_there()
    {
        FitBuilder With(int sport, object? step) => new FitBuilder().FileId(4).Add(18, (2, U32, Noon), (7, U32, 60_000), (5, E8, sport), (134, U16, step));

        Assert.Equal(["12:00:00-12:01:00 66.5"], (await OfAsync(With(11, 6_650))).Spans(Metric.WalkingStepLengthCm));
        Assert.Empty((await OfAsync(With(1, 9_717))).All(Metric.WalkingStepLengthCm));
        Assert.Empty((await OfAsync(With(11, null))).All(Metric.WalkingStepLengthCm));
    }

    [Fact]
    public async Task Zones_are_the_vendors_with_the_hardest_including_what_lies_above_it()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(216, (0, U16, 18), (1, U16, 0), (2, U32, new[] { 60_000, 120_000, 180_000, 240_000, 300_000, 360_000, 60_000 }))
            .Add(18, (254, U16, 0), (2, U32, Noon), (7, U32, 1_320_000)));

        Assert.Equal(
            [2, 3, 4, 5, 7],
            new[] { Metric.WorkoutZone1Minutes, Metric.WorkoutZone2Minutes, Metric.WorkoutZone3Minutes, Metric.WorkoutZone4Minutes, Metric.WorkoutZone5Minutes }.Select(result.Only));
    }

    [Fact]
    public async Task A_clock_that_was_never_set_dates_nothing()
    {
        var result = await OfAsync(new FitBuilder().FileId(4)
            .Add(20, (253, U32, 17_217_869), (3, U8, 93))
            .Add(20, (253, U32, 0x10000001), (3, U8, 93))
            .Add(20, (253, U32, Seconds("2026-05-01T00:00:00Z")), (3, U8, 93)));

        Assert.Empty(result.Readings);
        Assert.Equal(3, result.Context.Rejects.Count);
        Assert.Contains("a date before 2000: the device's clock was not set", result.Reasons);
        Assert.Contains("a date in the future: the device's clock was wrong", result.Reasons);
    }

    [Theory]
    [InlineData(-5 * 3_600, "Etc/GMT+5")]
    [InlineData(9 * 3_600, "Etc/GMT-9")]
    [InlineData(3_600, null)]
    [InlineData(0, null)]
    [InlineData(-680_848_312, null)]
    public async Task Where_the_device_was_is_only_told_by_a_clock_that_can_be_right(int offset, string? zone)
    {
        var result = await OfAsync(new FitBuilder().FileId(4).Add(34, (253, U32, Noon), (5, U32, Noon + offset)));

        Assert.Equal(zone is null ? [] : [zone], result.Context.Facts.Zones.Select(seen => seen.ZoneId));
    }
}
