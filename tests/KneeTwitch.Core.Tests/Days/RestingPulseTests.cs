using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class RestingPulseTests
{
    [Fact]
    public void A_sleeping_heart_rate_gives_an_estimate_that_says_so()
    {
        var life = Build.In("Europe/Berlin").Sleep(Build.Watch, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 07:00");
        for (var i = 0; i < 81; i++)
        {
            life.Say(Metric.HeartRateBpm, Build.Watch, $"2026-03-02 0{i / 20}:{i % 20 * 3:00}", 50 + (i / 2.0 % 1) + (i / 9));
        }

        var resting = life.Day("2026-03-02").Find(Metric.RestingHeartRateBpm);

        Assert.InRange(resting!.Value!.Value, 50, 52);
        Assert.Equal("estimate from Watch", resting.Source);
        Assert.True(resting.IsEstimate);
        Assert.Equal(1, resting.Coverage);
    }

    [Fact]
    public void The_tenth_percentile_of_quiet_five_minutes_is_taken()
    {
        var life = Build.In("Europe/Berlin").Pulse(Build.Watch, "2026-03-02 12:00", "2026-03-02 14:00", bpm: 70);
        life.Pulse(Build.Watch, "2026-03-02 14:00", "2026-03-02 14:15", bpm: 58);
        life.Say(Metric.Steps, Build.Phone, "2026-03-02 15:00", "2026-03-02 16:00", 10).Pulse(Build.Watch, "2026-03-02 15:00", "2026-03-02 16:00", bpm: 40);

        // 27 quiet values, 58 three times and 70 for the rest: place 2.6 of 0..26 lies between the third and the fourth.
        var resting = life.Day("2026-03-02").Find(Metric.RestingHeartRateBpm);

        Assert.Equal(65.2, resting!.Value!.Value, 6);
        Assert.Equal(0.5, resting.Coverage);
    }

    [Fact]
    public void The_vendor_s_own_value_goes_before_any_estimate()
    {
        var resting = Build.In("Europe/Berlin")
            .Pulse(Build.Watch, "2026-03-02 08:00", "2026-03-02 20:00", bpm: 70)
            .Say(Metric.RestingHeartRateBpm, Build.App, "2026-03-02 00:00", 55)
            .Day("2026-03-02").Find(Metric.RestingHeartRateBpm);

        Assert.Equal((55, "App", false), (resting?.Value, resting?.Source, resting?.IsEstimate));
    }
}
