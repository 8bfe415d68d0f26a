using KneeTwitch.Core.Readings;
using Xunit;

namespace KneeTwitch.Core.Tests.Days;

public class DailyMeansTests
{
    [Fact]
    public void The_most_trusted_source_speaks_alone()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.RestingHeartRateBpm, Build.Watch, "2026-03-02 08:00", 58)
            .Say(Metric.RestingHeartRateBpm, Build.Watch, "2026-03-02 20:00", 60)
            .Say(Metric.RestingHeartRateBpm, Build.App, "2026-03-02 09:00", 90)
            .Day("2026-03-02");

        Assert.Equal(59, day[Metric.RestingHeartRateBpm]);
        Assert.Equal("Watch", day.Find(Metric.RestingHeartRateBpm)?.Source);
    }

    [Fact]
    public void Heart_rate_alone_is_not_a_resting_heart_rate() =>
        Assert.Null(Build.In("Europe/Berlin").Pulse(Build.Watch, "2026-03-02 08:00", "2026-03-02 09:00").Day("2026-03-02")[Metric.RestingHeartRateBpm]);

    [Fact]
    public void Variability_is_the_night_s_where_the_night_is_known()
    {
        var life = Build.In("Europe/Berlin")
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-01 23:30", 40)
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-02 04:00", 50)
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-02 15:00", 90);

        var withoutNight = life.Day("2026-03-02");
        var withNight = life.Sleep(Build.Ring, SleepStage.Asleep, "2026-03-01 23:00", "2026-03-02 07:00").Day("2026-03-02");

        Assert.Equal((70, 0), (withoutNight[Metric.HrvRmssdMs], withoutNight.Find(Metric.HrvRmssdMs)?.Coverage));
        Assert.Equal((45, 1), (withNight[Metric.HrvRmssdMs], withNight.Find(Metric.HrvRmssdMs)?.Coverage));
    }

    [Fact]
    public void A_resting_heart_rate_stated_again_later_that_day_replaces_the_first_one()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.RestingHeartRateBpm, Build.Watch, "2026-03-02 00:00", "2026-03-02 09:00", 66)
            .Later()
            .Say(Metric.RestingHeartRateBpm, Build.Watch, "2026-03-02 00:00", "2026-03-02 22:00", 58)
            .Day("2026-03-02");

        Assert.Equal(58, day[Metric.RestingHeartRateBpm]);
    }

    [Fact]
    public void A_night_scored_anew_states_its_variability_anew()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-01 22:50", "2026-03-02 07:20", 40)
            .Later()
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-01 23:20", "2026-03-02 06:40", 48)
            .Day("2026-03-02");

        Assert.Equal(48, day[Metric.HrvRmssdMs]);
    }

    [Fact]
    public void Spot_measurements_of_several_exports_all_count()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-02 09:00", 40)
            .Later()
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-02 15:00", 50)
            .Day("2026-03-02");

        Assert.Equal(45, day[Metric.HrvRmssdMs]);
    }

    [Fact]
    public void Two_ways_of_measuring_variability_never_mix()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.HrvSdnnMs, Build.Watch, "2026-03-02 04:00", 70)
            .Say(Metric.HrvRmssdMs, Build.Ring, "2026-03-02 04:00", 40)
            .Day("2026-03-02");

        Assert.Equal((70, 40), (day[Metric.HrvSdnnMs], day[Metric.HrvRmssdMs]));
    }

    [Fact]
    public void Mass_is_the_morning_s()
    {
        var day = Build.In("Europe/Berlin")
            .Say(Metric.BodyMassKg, Build.App, "2026-03-02 06:30", 70.2)
            .Say(Metric.BodyMassKg, Build.App, "2026-03-02 06:31", 70.4)
            .Say(Metric.BodyMassKg, Build.App, "2026-03-02 21:00", 71.9)
            .Day("2026-03-02");

        Assert.Equal(70.3, day[Metric.BodyMassKg]);
    }

    [Fact]
    public void An_evening_s_mass_is_better_than_none() =>
        Assert.Equal(71.9, Build.In("Europe/Berlin").Say(Metric.BodyMassKg, Build.App, "2026-03-02 21:00", 71.9).Day("2026-03-02")[Metric.BodyMassKg]);

    [Theory]
    [InlineData(new[] { 2.0, 8, 5 }, 8)]
    [InlineData(new[] { -1.0 }, -1)]
    [InlineData(new[] { 0.0, -1 }, -1)]
    [InlineData(new[] { -1.0, 2 }, 2)]
    [InlineData(new[] { 0.0 }, 0)]
    public void A_symptom_counts_by_its_worst_report_and_a_bare_yes_is_more_than_no(double[] reports, double worst)
    {
        var life = Build.In("Europe/Berlin");
        for (var i = 0; i < reports.Length; i++)
        {
            life.Say(Metric.HeadacheSeverity, i % 2 == 0 ? Build.App : Build.OtherApp, $"2026-03-02 {10 + i}:00", reports[i]);
        }

        Assert.Equal(worst, life.Day("2026-03-02")[Metric.HeadacheSeverity]);
    }
}
