using KneeTwitch.Core.Risks;
using Xunit;

namespace KneeTwitch.Core.Tests.Calibration;

/// <summary>A budget is also kept by saying nothing: what is planted must be found.</summary>
public class DetectionTests
{
    private const int Users = 20, Within = 42, Seed = 31_000;

    [Fact]
    public void Most_short_sleepers_are_found_in_six_weeks() => Assert.InRange(Found(SleepLength.Factor, new() { SleepMinutes = -90 }), 18, Users);

    [Fact]
    public void Most_strained_weeks_are_found_in_six_weeks() => Assert.InRange(Found(Recovery.Factor, new() { HrvSpreads = 1.5, PulseBpm = 5 }), 15, Users);

    [Fact]
    public void Most_doubled_loads_are_found_in_six_weeks() => Assert.InRange(Found(TrainingLoad.Factor, new() { LoadFactor = 2 }), 9, Users);

    [Fact]
    public void A_ladder_finds_two_standard_deviations_mostly_in_six_weeks()
    {
        var (share, days) = LadderLives.Found(phi: 0.2, users: 40, shift: 2, Within, Seed);

        Assert.InRange(share, 0.8, 1);
        Assert.InRange(Assert.NotNull(days), 11, 30);
    }

    private static int Found(RiskFactor factor, Change change) => Enumerable.Range(0, Users).AsParallel().Count(user =>
        Analysis.Run(factor, Life.Of(Habits.Typical, Seed + user, Flags.WarmUpDays + Within, change with { FromDay = Flags.WarmUpDays }))
            .Skip(Flags.WarmUpDays)
            .Any(day => day.Level >= 2));
}
